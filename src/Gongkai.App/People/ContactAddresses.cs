using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Personal;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.People;

/// <summary>By what the house reaches a member of staff (联系方式).</summary>
public enum ContactChannel
{
    /// <summary>电话.</summary>
    Phone,

    /// <summary>电子邮箱.</summary>
    Email,
}

/// <summary>
/// Phones and e-mails of staff (工作人员联系方式): entered by the person or by who manages people, kept sealed, shown masked, opened by
/// a recorded act with a reason. A message is sent without anybody seeing where to.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
/// <param name="values">Seals and fingerprints.</param>
/// <param name="personal">The one door to what is sealed.</param>
/// <param name="audit">Where changes are written down.</param>
public sealed class ContactAddresses(House house, ActRecorder recorder, SealedValues values, PersonalData personal, AuditLog audit)
{
    /// <summary>Writes down how a person is reached; what is blank stays as it is, 无 takes it away.</summary>
    /// <param name="caller">Who asks: the person, or who manages people.</param>
    /// <param name="person">Whose.</param>
    /// <param name="phone">The phone as it was typed, or null.</param>
    /// <param name="email">The e-mail as it was typed, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What changed.</returns>
    public async Task<Outcome<IReadOnlyList<ContactChannel>>> ChangeAsync(
        Caller caller, PersonId person, string? phone, string? email, CancellationToken cancellation)
    {
        var changed = await recorder.RecordAsync<IReadOnlyList<ContactChannel>>([], async (acts, cancellation) =>
        {
            if (await acts.Db.People.SingleOrDefaultAsync(row => row.Id == person.Value, cancellation) is not { } row) return Accounts.Unknown;
            if (await LacksAsync(caller, row, cancellation) is { } refusal) return refusal;
            return ContactEntry.Write(row, acts.Values, phone, email);
        }, cancellation);
        if (!changed.IsRefused && changed.Value.Count > 0)
            await audit.WriteAsync(new AuditEvent(AuditKind.ContactChanged, caller.Id, null, SecurityRecord.Of(person.Value), caller.From,
                $"修改联系方式：{string.Join('、', changed.Value.Select(ContactEntry.NameOf))}"), CancellationToken.None);
        return changed;
    }

    /// <summary>Opens an address for somebody who has a reason; the event is stored first.</summary>
    /// <param name="caller">Who asks: who manages people.</param>
    /// <param name="agency">For which agency's work, or null for the house.</param>
    /// <param name="person">Whose.</param>
    /// <param name="channel">Which.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<string>> OpenAsync(
        Caller caller, AgencyId? agency, PersonId person, ContactChannel channel, string reason, CancellationToken cancellation)
    {
        if (await FindAsync(person, cancellation) is not { } row) return Accounts.Unknown;
        if (await LacksAsync(caller, row, cancellation) is { } refusal) return refusal;
        return await OpenAsync(new PersonalDataReader(caller.Id, agency, caller.From), row, channel, reason, cancellation);
    }

    /// <summary>The address a message is sent to: for the outbox, never for a page.</summary>
    /// <param name="agency">For which agency's work.</param>
    /// <param name="person">Whom it is for.</param>
    /// <param name="channel">By what.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The address, or why nothing can be sent there.</returns>
    internal async Task<Outcome<string>> ForSendingAsync(AgencyId agency, PersonId person, ContactChannel channel, CancellationToken cancellation)
    {
        if (await FindAsync(person, cancellation) is not { DisabledAt: null } row) return new Refusal("contact.gone", "账号已停用");
        return await OpenAsync(new PersonalDataReader(null, agency, AuditEvent.Background), row, channel, "向本人发送通知", cancellation);
    }

    /// <summary>Who is reached by exactly this phone or e-mail; parts of one find nobody.</summary>
    /// <param name="caller">Who asks: who manages the security of accounts.</param>
    /// <param name="written">The phone or e-mail.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<IReadOnlyList<PersonId>>> FindAsync(Caller caller, string written, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.ManageSecurity) is { } refusal) return refusal;
        if (ContactEntry.KindOf(written) is not { } kind) return ContactEntry.Neither;
        var prints = values.FingerprintsOf(kind, written).Select(print => (Fingerprint?)print).ToList();
        await using var db = house.Open(AgencyScope.None);
        var found = await db.People.Where(row => prints.Contains(row.ContactPhonePrint) || prints.Contains(row.ContactEmailPrint))
            .Select(row => row.Id).ToListAsync(cancellation);
        return found.ConvertAll(id => new PersonId(id));
    }

    private async Task<Outcome<string>> OpenAsync(
        PersonalDataReader reader, Person row, ContactChannel channel, string reason, CancellationToken cancellation) =>
        ContactEntry.Of(row, channel) is { } kept
            ? await personal.OpenAsync(reader, ContactEntry.PlaceOf(row.Id, channel), kept, reason, cancellation)
            : new Refusal("contact.none", $"没有登记{ContactEntry.NameOf(channel)}。请本人在“我的账号”里填写，或由管理人员填写。");

    private async Task<Person?> FindAsync(PersonId person, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.None);
        return await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == person.Value, cancellation);
    }

    private async Task<Refusal?> LacksAsync(Caller caller, Person person, CancellationToken cancellation) =>
        caller.Id?.Value == person.Id ? null : caller.Lacks(DeskRight.ManagePeople) ?? await PowerOverPeople.LacksAsync(house, caller, person, cancellation);
}
