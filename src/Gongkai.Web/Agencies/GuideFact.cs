using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.Web.Agencies;

/// <summary>One of the facts that the guide must state (公开指南). What is not known is said, and is not a 无.</summary>
/// <param name="Name">Its name, as the law has it.</param>
/// <param name="Answer">What the agency says, or null while it says nothing.</param>
/// <param name="Link">Address that the value opens, or null.</param>
[Law("条例", 12, 2)]
public sealed record GuideFact(string Name, GuideAnswer? Answer, string? Link = null)
{
    /// <summary>The six facts about an agency's disclosure office and the three about its information, in the order of the law.</summary>
    public static IReadOnlyList<GuideFact> Of(Agency agency) =>
    [
        new("政府信息公开工作机构", agency.OfficeName),
        new("办公地址", agency.Address),
        new("办公时间", agency.OfficeHours),
        new("联系电话", agency.Phone, Dialable(agency.Phone?.Text)),
        new("传真号码", agency.Fax),
        new("互联网联系方式", agency.InternetContact, Reachable(agency.InternetContact?.Text)),
        new("政府信息的分类", agency.Classification),
        new("编排体系", agency.Arrangement),
        new("获取方式", agency.HowToObtain),
    ];

    /// <summary>Whom to ask for what is missing: the office itself where it can be reached, else the competent authority (条例3).</summary>
    public static string WhomToAsk(Agency agency) => agency switch
    {
        { Phone.Text: { } phone } => $"可致电 {phone} 询问",
        { Address.Text: { } address } => $"可到{address}询问",
        { InternetContact.Text: { } contact } => $"可通过 {contact} 询问",
        _ => "可向同级人民政府办公厅（室）询问",
    };

    // A number that is more than one number, or a number with words, is shown and not dialled.
    private static string? Dialable(string? phone) =>
        phone is not null && phone.All(c => char.IsAsciiDigit(c) || c is '-' or ' ') ? $"tel:{phone.Replace(" ", "", StringComparison.Ordinal)}" : null;

    /// <summary>The link a contact opens, where it is one that cannot do harm.</summary>
    public static string? Reachable(string? contact) => contact switch
    {
        null => null,
        _ when Uri.TryCreate(contact, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" => contact,
        _ when contact.Count(c => c == '@') == 1 && contact.All(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '-' or '_' or '+') => $"mailto:{contact}",
        _ => null,
    };
}
