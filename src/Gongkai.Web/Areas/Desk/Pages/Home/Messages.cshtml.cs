using Gongkai.App.Data;
using Gongkai.App.Outbox;
using Gongkai.Domain.Agencies;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Home;

/// <summary>消息：what somebody was told, and what of it was marked as read.</summary>
public sealed class MessagesModel(GongkaiDb db, DeskMessages desk) : DeskPage
{
    private const int Shown = 200;

    private Dictionary<AgencyId, string> _codes = [];

    /// <summary>The messages, the newest first.</summary>
    public IReadOnlyList<DeskMessage> Messages { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Messages = await desk.ListAsync(Who.Caller, unreadOnly: false, Shown, cancellation);
        _codes = await db.Agencies.AsNoTracking().Select(agency => new { agency.Id, agency.Code }).ToDictionaryAsync(agency => agency.Id, agency => agency.Code, cancellation);
    }

    /// <summary>Marks one as read, or all.</summary>
    public async Task<IActionResult> OnPostAsync(Guid? message, CancellationToken cancellation)
    {
        var marked = await desk.MarkReadAsync(Who.Caller, message, cancellation);
        if (!marked.IsRefused) return Go(DeskUrls.Messages, marked.Value == 0 ? "没有未读的消息。" : $"已标为已读 {marked.Value} 条。");
        await OnGetAsync(cancellation);
        return Again("", marked.Refusal);
    }

    /// <summary>Where the matter is, or null when there is no page of its own.</summary>
    public string? AddressOf(DeskMessage message) => DeskUrls.OfMessage(message, _codes[message.Agency]);
}
