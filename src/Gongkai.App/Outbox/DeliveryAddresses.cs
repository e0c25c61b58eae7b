using Gongkai.App.Audit;
using Gongkai.App.Data;
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
/// <param name="personal">The one door to personal data.</param>
/// <param name="values">Sealed values.</param>
public sealed class DeliveryAddresses(PersonalData personal, SealedValues values)
{
    internal static SealedPlace PlaceOf(PersonAddress row) => new("PersonAddresses", nameof(PersonAddress.Address), row.Id);

    internal static SealedPlace PlaceOf(AgencyId agency) => new("AgencyNotices", nameof(AgencyNotices.RobotAddress), agency.Value);

    /// <summary>Finds one, as it is now: who has taken an address back since gets nothing.</summary>
    public async Task<Outcome<DeliveryAddress>> FindAsync(GongkaiDb db, Delivery delivery, CancellationToken cancellation)
    {
        if (delivery.PersonId is not { } person) return await RobotAsync(db, delivery.AgencyId, cancellation);
        var row = await db.PersonAddresses.AsNoTracking()
            .SingleOrDefaultAsync(row => row.PersonId == person && row.Means == delivery.Means && row.InUse, cancellation);
        if (row is null) return new Refusal("outbox.no-address", "本人已停用这个地址");
        if (await db.People.AnyAsync(one => one.Id == person && one.DisabledAt != null, cancellation)) return new Refusal("outbox.disabled", "账号已停用");
        var opened = await personal.OpenAsync(
            new PersonalDataReader(null, delivery.AgencyId, AuditEvent.Background), PlaceOf(row), row.Address, "发送待办提醒", cancellation);
        return opened.IsRefused ? new Refusal("outbox.sealed", "登记的地址打不开，请本人重新填写") : new DeliveryAddress(opened.Value);
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
