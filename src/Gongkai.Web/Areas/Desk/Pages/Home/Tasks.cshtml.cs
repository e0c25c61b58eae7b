using Gongkai.App.Outbox;
using Gongkai.Web.Desk;

namespace Gongkai.Web.Areas.Desk.Pages.Home;

/// <summary>我的待办单：everything that waits for one person, to be printed.</summary>
public sealed class TasksModel(TaskSheets sheets) : DeskPage
{
    /// <summary>The sheet.</summary>
    public TaskSheet Sheet { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Sheet = await sheets.OfPersonAsync(Who.Caller, cancellation);
}
