using System.ComponentModel.DataAnnotations;
using Gongkai.App.Data;
using Gongkai.App.Outbox;
using Gongkai.App.Outbox.Adapters;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Agencies.Settings;

/// <summary>通知：by which means an agency's people are told outside the desk, and what did not get out.</summary>
public sealed class NoticesModel(GongkaiDb db, NoticeChoices choices, OutboxSettings settings) : DeskPage
{
    private const int Shown = 100;

    /// <summary>A delivery that waits or was given up.</summary>
    /// <param name="HappenedAt">When what it tells of happened, UTC.</param>
    /// <param name="Means">By which means.</param>
    /// <param name="To">To whom.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="Attempts">How often it was tried.</param>
    /// <param name="NextAt">When it is tried next, UTC.</param>
    /// <param name="Reason">Why the last try failed.</param>
    public sealed record Line(DateTime HappenedAt, DeliveryMeans Means, string To, DeliveryState State, int Attempts, DateTime NextAt, string? Reason);

    /// <summary>True for who may change it.</summary>
    public bool MayChange => Who.Caller.May(DeskRight.ManageAgency, Agency.Id);

    /// <summary>What is chosen.</summary>
    public AgencyNotices Chosen { get; private set; } = null!;

    /// <summary>The robots one can choose.</summary>
    public static IReadOnlyList<RobotShape> Shapes => RobotShapes.All;

    /// <summary>True when the house can send mails.</summary>
    public bool MailReady => settings.Mail is not null;

    /// <summary>True when the house can send text messages.</summary>
    public bool SmsReady => settings.Sms is not null;

    /// <summary>What stands beside the robot's address.</summary>
    public string RobotHint => Chosen.RobotAddress is null ? "知道它的人都能往群里发消息，请勿外传。" : "已经登记，不再显示；不改就不用填。";

    /// <summary>What did not get out.</summary>
    public IReadOnlyList<Line> Stuck { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Chosen = await db.AgencyNotices.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? new AgencyNotices { AgencyId = Agency.Id };
        var rows = await db.Deliveries.AsNoTracking().Where(row => row.State != DeliveryState.Delivered)
            .Join(db.OutboxMessages, row => row.MessageId, message => message.Id, (row, message) => new { row, message.HappenedAt })
            .OrderByDescending(one => one.HappenedAt).Take(Shown).ToListAsync(cancellation);
        var people = rows.Select(one => one.row.PersonId).OfType<Guid>().Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        Stuck = [.. rows.Select(one => new Line(
            one.HappenedAt, one.row.Means, one.row.PersonId is { } person ? names[person] : "工作群", one.row.State, one.row.Attempts, one.row.NextAt, one.row.Reason))];
    }

    /// <summary>Sets it.</summary>
    public async Task<IActionResult> OnPostAsync(
        [MaxLength(5)] string? email, [MaxLength(5)] string? sms, [MaxLength(40)] string? robot, [MaxLength(500)] string? robotAddress, CancellationToken cancellation)
    {
        var choice = new AgencyChoice(
            email == "yes", sms == "yes", robot is null or "none" ? null : robot, string.IsNullOrWhiteSpace(robotAddress) ? null : robotAddress.Trim());
        var chosen = await choices.ChooseAsync(Who.Caller, Agency.Id, choice, cancellation);
        if (!chosen.IsRefused) return Go(DeskUrls.Of(Agency.Code, "notices"), "通知渠道已保存。");
        await OnGetAsync(cancellation);
        return Again("robotAddress", chosen.Refusal);
    }
}
