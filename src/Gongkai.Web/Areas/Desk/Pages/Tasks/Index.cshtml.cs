using Gongkai.App.Outbox;
using Gongkai.Web.Desk;

namespace Gongkai.Web.Areas.Desk.Pages.Tasks;

/// <summary>待办单：everything that waits in an agency, for whoever carries paper to those who do not sit at a screen.</summary>
public sealed class IndexModel(TaskSheets sheets) : DeskPage
{
    /// <summary>The sheet.</summary>
    public TaskSheet Sheet { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Sheet = await sheets.OfAgencyAsync(Agency, cancellation);
}
