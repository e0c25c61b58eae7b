using Gongkai.App.Data;
using Gongkai.App.Personal;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.People;

/// <summary>Writes phones and e-mails into a person's row, for forms and imports alike (登记联系方式).</summary>
internal static class ContactEntry
{
    private const string None = "无";

    public static Refusal Neither { get; } =
        new("contact.shape", "这不是完整的电话或邮箱。电话填 11 位手机号，或带区号的固定电话（如 010-60000000）；邮箱如 wang@example.gov.cn。个人信息只能按完整的号码查找。");

    /// <summary>电话, 邮箱.</summary>
    public static string NameOf(ContactChannel channel) => channel == ContactChannel.Phone ? "电话" : "邮箱";

    /// <summary>What stands in the row.</summary>
    public static Sealed? Of(Person row, ContactChannel channel) => channel == ContactChannel.Phone ? row.ContactPhone : row.ContactEmail;

    /// <summary>Where it stands.</summary>
    public static SealedPlace PlaceOf(Guid person, ContactChannel channel) =>
        new(nameof(GongkaiDb.People), channel == ContactChannel.Phone ? nameof(Person.ContactPhone) : nameof(Person.ContactEmail), person);

    /// <summary>What something written is, by its shape; null where it is neither phone nor e-mail.</summary>
    public static PersonalValue? KindOf(string written) =>
        ((PersonalValue[])[PersonalValue.MobilePhone, PersonalValue.Landline, PersonalValue.Email])
            .Where(kind => PersonalMask.Of(kind, written) != PersonalMask.Entire).Select(kind => (PersonalValue?)kind).FirstOrDefault();

    /// <summary>Writes what is given; blank leaves, 无 takes away, and what is there already is no change.</summary>
    /// <returns>What changed.</returns>
    public static Outcome<IReadOnlyList<ContactChannel>> Write(Person row, SealedValues values, string? phone, string? email)
    {
        List<ContactChannel> changed = [];
        foreach (var (channel, written) in ((ContactChannel, string?)[])[(ContactChannel.Phone, phone), (ContactChannel.Email, email)])
        {
            if (string.IsNullOrWhiteSpace(written)) continue;
            var put = Put(row, values, channel, written.Trim());
            if (put.IsRefused) return put.Refusal;
            if (put.Value) changed.Add(channel);
        }
        return changed;
    }

    /// <summary>Writes one, or takes it away.</summary>
    /// <returns>True when it changed.</returns>
    public static Outcome<bool> Put(Person row, SealedValues values, ContactChannel channel, string written)
    {
        if (written == None)
        {
            if (Of(row, channel) is null) return false;
            Set(row, channel, null, null);
            return true;
        }
        var kind = KindOf(written);
        if (kind is null || kind == PersonalValue.Email != (channel == ContactChannel.Email)) return Neither;
        if (values.FingerprintsOf(kind.Value, written).Any(print => print == PrintOf(row, channel))) return false;
        Set(row, channel, values.Seal(PlaceOf(row.Id, channel), kind.Value, written), values.FingerprintOf(kind.Value, written));
        return true;
    }

    private static Fingerprint? PrintOf(Person row, ContactChannel channel) => channel == ContactChannel.Phone ? row.ContactPhonePrint : row.ContactEmailPrint;

    private static void Set(Person row, ContactChannel channel, Sealed? kept, Fingerprint? print)
    {
        if (channel == ContactChannel.Phone) (row.ContactPhone, row.ContactPhonePrint) = (kept, print);
        else (row.ContactEmail, row.ContactEmailPrint) = (kept, print);
    }
}
