using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Outbox.Adapters;
using Gongkai.App.People;
using Gongkai.App.Personal;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Outbox;

/// <summary>What an agency chooses (机关的选择).</summary>
/// <param name="ByEmail">By mail.</param>
/// <param name="BySms">By text message.</param>
/// <param name="Robot">Code of the robot's shape, or null for none.</param>
/// <param name="RobotAddress">The robot's address; null keeps the one that is there.</param>
public sealed record AgencyChoice(bool ByEmail, bool BySms, string? Robot, string? RobotAddress);

/// <summary>By which means people and agencies want to be told outside the desk (通知渠道的选择). What is not chosen is not used.</summary>
/// <param name="recorder">The house's recorder.</param>
/// <param name="audit">Where it is written down.</param>
/// <param name="values">Seals the addresses.</param>
/// <param name="settings">The house's settings.</param>
public sealed class NoticeChoices(ActRecorder recorder, AuditLog audit, SealedValues values, OutboxSettings settings)
{
    /// <summary>Starts or stops telling oneself by a means; the address is one's contact.</summary>
    /// <param name="who">Who is signed in.</param>
    /// <param name="means">Mail or text message.</param>
    /// <param name="address">A new contact; null keeps the one that is there.</param>
    /// <param name="inUse">False to be told no more.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<bool>> ChooseAsync(SignedIn who, DeliveryMeans means, string? address, bool inUse, CancellationToken cancellation)
    {
        if (means is not (DeliveryMeans.Email or DeliveryMeans.Sms)) return new Refusal("notice.means", "没有这种通知方式。");
        if (address is not null && ContactEntry.KindOf(address) != KindFor(means)) return WrongShape(means);
        var channel = DeliveryAddresses.ChannelOf(means);
        var person = who.Caller.Id!.Value.Value;
        return await recorder.RecordAsync<bool>([], async (acts, cancellation) =>
        {
            var chosen = await acts.Db.PersonNotices.SingleOrDefaultAsync(row => row.PersonId == person && row.Means == means, cancellation);
            if (!inUse)
            {
                if (chosen is not null) acts.Db.PersonNotices.Remove(chosen);
                return true;
            }
            var row = await acts.Db.People.SingleAsync(row => row.Id == person, cancellation);
            if (address is not null && ContactEntry.Put(row, acts.Values, channel, address).Refusal is { } refusal) return refusal;
            if (ContactEntry.Of(row, channel)?.Kind != KindFor(means)) return Missing(means);
            if (chosen is null) acts.Db.PersonNotices.Add(new PersonNotice { PersonId = person, Means = means });
            return true;
        }, cancellation).AsAsync(audit, AuditKind.SettingChanged, who.Caller, _ => person,
            $"{(inUse ? "启用" : "停用")}自己的{MessageWords.Of(means)}通知{(inUse && address is not null ? "，并填写联系方式" : "")}");
    }

    /// <summary>Sets by which means an agency's people are told.</summary>
    /// <param name="caller">Who asks: the agency's administrator.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="choice">The choice.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<bool>> ChooseAsync(Caller caller, AgencyId agency, AgencyChoice choice, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.ManageAgency, agency) is { } refusal) return refusal;
        if (choice.Robot is not null)
        {
            if (RobotShapes.Find(choice.Robot) is not { } shape) return new Refusal("robot.unknown", "没有这一种群机器人。");
            if (choice.RobotAddress is { } given && RobotShapes.Forbids(shape, given, settings) is { } forbidden) return forbidden;
        }
        var done = await recorder.RecordAsync<bool>(agency, async (acts, cancellation) =>
        {
            var row = await acts.Db.AgencyNotices.SingleOrDefaultAsync(row => row.AgencyId == agency, cancellation);
            if (row is null) acts.Db.AgencyNotices.Add(row = new AgencyNotices { AgencyId = agency });
            // An address belongs to the kind of robot it was given for.
            if (choice.Robot != row.Robot) row.RobotAddress = null;
            if (choice.Robot is not null && choice.RobotAddress is { } address) row.RobotAddress = values.SealSecret(DeliveryAddresses.PlaceOf(agency), address);
            if (choice.Robot is not null && row.RobotAddress is null) return new Refusal("robot.no-address", "请填写机器人的 Webhook 地址。");
            (row.ByEmail, row.BySms, row.Robot) = (choice.ByEmail, choice.BySms, choice.Robot);
            return true;
        }, cancellation);
        // What has been done is written down even when whoever did it no longer waits.
        if (!done.IsRefused)
            await audit.WriteAsync(new AuditEvent(AuditKind.SettingChanged, caller.Id, agency, $"Agency/{agency.Value:D}", caller.From, "修改机关的通知渠道"), CancellationToken.None);
        return done;
    }

    private static PersonalValue KindFor(DeliveryMeans means) => means == DeliveryMeans.Email ? PersonalValue.Email : PersonalValue.MobilePhone;

    private static Refusal WrongShape(DeliveryMeans means) => means == DeliveryMeans.Email
        ? new Refusal("notice.email", "这不是邮件地址。请填完整，例如 name@example.gov.cn。")
        : new Refusal("notice.mobile", "这不是手机号码。请填 11 位号码，例如 13800000000。");

    private static Refusal Missing(DeliveryMeans means) =>
        new("notice.no-address", means == DeliveryMeans.Email ? "请先填写邮件地址。" : "请先填写手机号码；固定电话收不到短信。");
}
