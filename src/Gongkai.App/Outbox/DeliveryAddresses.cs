using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.App.Personal;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Outbox;

/// <summary>Where a delivery goes.</summary>
/// <param name="Where">Address, number, or the robot's address.</param>
/// <param name="Shape">Code of the robot's shape, or null.</param>
public sealed record DeliveryAddress(string Where, string? Shape = null);

/// <summary>Finds and opens the addresses of deliveries (取收件地址). People's own are personal data: each opening stands in the audit log.</summary>
/// <param name="contacts">Where people are reached.</param>
/// <param name="values">Sealed values.</param>
public sealed class DeliveryAddresses(ContactAddresses contacts, SealedValues values)
{
    /// <summary>The contact that a means goes to.</summary>
    internal static ContactChannel ChannelOf(DeliveryMeans means) => means == DeliveryMeans.Email ? ContactChannel.Email : ContactChannel.Phone;

    internal static SealedPlace PlaceOf(AgencyId agency) => new("AgencyNotices", nameof(AgencyNotices.RobotAddress), agency.Value);

    /// <summary>Finds one, as it is now: who has taken an address back since gets nothing.</summary>
    public async Task<Outcome<DeliveryAddress>> FindAsync(GongkaiDb db, Delivery delivery, CancellationToken cancellation)
    {
        if (delivery.PersonId is not { } person) return await RobotAsync(db, delivery.AgencyId, cancellation);
        // A link goes to whoever is to decide because somebody asked for just that, whatever they want to be told of.
        if (!await db.PersonNotices.AnyAsync(row => row.PersonId == person && row.Means == delivery.Means, cancellation)
            && !await db.OutboxMessages.AnyAsync(row => row.Id == delivery.MessageId && row.Kind == MessageKind.ApprovalLink, cancellation))
            return new Refusal("outbox.no-address", "本人已停用这种通知");
        var opened = await contacts.ForSendingAsync(delivery.AgencyId, new PersonId(person), ChannelOf(delivery.Means), cancellation);
        if (opened.IsRefused) return opened.Refusal;
        return new DeliveryAddress(delivery.Means == DeliveryMeans.Sms ? PersonalForm.Of(PersonalValue.MobilePhone, opened.Value) : opened.Value);
    }

    private async Task<Outcome<DeliveryAddress>> RobotAsync(GongkaiDb db, AgencyId agency, CancellationToken cancellation)
    {
        if (await db.AgencyNotices.AsNoTracking().SingleOrDefaultAsync(row => row.AgencyId == agency, cancellation) is not { Robot: { } shape, RobotAddress: { } address })
            return new Refusal("outbox.no-robot", "机关已停用群机器人");
        try
        {
            return new DeliveryAddress(values.OpenSecret(PlaceOf(agency), address), shape);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return new Refusal("outbox.sealed", "登记的机器人地址打不开，请重新填写");
        }
    }
}
