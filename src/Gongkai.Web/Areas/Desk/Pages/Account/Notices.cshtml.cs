using System.ComponentModel.DataAnnotations;
using Gongkai.App.Data;
using Gongkai.App.Outbox;
using Gongkai.Domain;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Account;

/// <summary>我的通知渠道：where somebody wants to be told outside the desk.</summary>
public sealed class NoticesModel(GongkaiDb db, NoticeChoices choices, OutboxSettings settings) : DeskPage
{
    /// <summary>A way, as the page shows it.</summary>
    /// <param name="Means">Which.</param>
    /// <param name="Shown">Mask of the contact, or null without one.</param>
    /// <param name="InUse">True while it is used.</param>
    /// <param name="IsConfigured">True when the house can send by it.</param>
    public sealed record Way(DeliveryMeans Means, string? Shown, bool InUse, bool IsConfigured);

    /// <summary>The ways.</summary>
    public IReadOnlyList<Way> Ways { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var me = Who.Caller.Id!.Value.Value;
        var person = await db.People.AsNoTracking().SingleAsync(row => row.Id == me, cancellation);
        var wanted = await db.PersonNotices.Where(row => row.PersonId == me).Select(row => row.Means).ToListAsync(cancellation);
        Ways =
        [
            new Way(DeliveryMeans.Email, person.ContactEmail?.Mask, wanted.Contains(DeliveryMeans.Email), settings.Mail is not null),
            new Way(DeliveryMeans.Sms, person.ContactPhone?.Mask, wanted.Contains(DeliveryMeans.Sms), settings.Sms is not null),
        ];
    }

    /// <summary>Sets or stops one.</summary>
    public async Task<IActionResult> OnPostAsync([MaxLength(20)] string? means, [MaxLength(10)] string? use, CancellationToken cancellation)
    {
        if (!EnumCode<DeliveryMeans>.TryParse(means, out var which)) return await AgainAsync("", new Refusal("notice.means", "没有这种通知方式。"), cancellation);
        var field = $"{means}-address";
        string? address = Request.Form[field];
        var chosen = await choices.ChooseAsync(Who, which, string.IsNullOrWhiteSpace(address) ? null : address, use != "no", cancellation);
        return chosen.IsRefused
            ? await AgainAsync(field, chosen.Refusal, cancellation)
            : Go(DeskUrls.Notices, $"{MessageWords.Of(which)}提醒已{(use != "no" ? "启用" : "停用")}。");
    }

    private async Task<IActionResult> AgainAsync(string field, Refusal refusal, CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        return Again(field, refusal);
    }
}
