using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Agencies;

/// <summary>One field of a profile (资料项目): how it is called, read, checked and written, the same for forms, tables and imports.</summary>
/// <param name="Field">Which.</param>
/// <param name="Name">Its name, as the law or the form has it.</param>
/// <param name="Get">Reads what stands in the row, in written form; null while not known.</param>
/// <param name="Set">Writes it into the row, or says why it cannot be.</param>
/// <param name="InGuide">True when the guide has to state it (条例12).</param>
public sealed record ProfileItem(
    ProfileField Field, string Name, Func<Agency, string?> Get, Func<Agency, string?, Refusal?> Set, bool InGuide);

/// <summary>The fields of a profile, in the order of forms and tables.</summary>
public static class ProfileFields
{
    private const int Longest = 500;

    /// <summary>All of them.</summary>
    [Law("条例", 12, 2)]
    public static IReadOnlyList<ProfileItem> All { get; } =
    [
        new(ProfileField.Kind, "机关类别", agency => KindWords.Of(agency.Kind), SetKind, false),
        new(ProfileField.SocialCreditCode, "统一社会信用代码", agency => agency.SocialCreditCode, SetCreditCode, false),
        new(ProfileField.Region, "行政区划代码", agency => agency.RegionCode, SetRegion, false),
        Answer(ProfileField.OfficeName, "工作机构名称", agency => agency.OfficeName, (agency, answer) => agency.OfficeName = answer),
        Answer(ProfileField.Address, "办公地址", agency => agency.Address, (agency, answer) => agency.Address = answer),
        Answer(ProfileField.OfficeHours, "办公时间", agency => agency.OfficeHours, (agency, answer) => agency.OfficeHours = answer),
        Answer(ProfileField.Phone, "联系电话", agency => agency.Phone, (agency, answer) => agency.Phone = answer),
        Answer(ProfileField.Fax, "传真号码", agency => agency.Fax, (agency, answer) => agency.Fax = answer),
        Answer(ProfileField.InternetContact, "互联网联系方式", agency => agency.InternetContact, (agency, answer) => agency.InternetContact = answer),
        Answer(ProfileField.PostalAddress, "邮寄地址", agency => agency.PostalAddress, (agency, answer) => agency.PostalAddress = answer, false),
        Answer(ProfileField.PostalCode, "邮政编码", agency => agency.PostalCode, (agency, answer) => agency.PostalCode = answer, false),
        Answer(ProfileField.ApplicationEmail, "接收申请的邮箱", agency => agency.ApplicationEmail, (agency, answer) => agency.ApplicationEmail = answer, false),
        Answer(ProfileField.Classification, "政府信息的分类", agency => agency.Classification, (agency, answer) => agency.Classification = answer),
        Answer(ProfileField.Arrangement, "编排体系", agency => agency.Arrangement, (agency, answer) => agency.Arrangement = answer),
        Answer(ProfileField.HowToObtain, "获取方式", agency => agency.HowToObtain, (agency, answer) => agency.HowToObtain = answer),
    ];

    /// <summary>What the guide has to state and the agency has not answered: a 无 is an answer.</summary>
    public static IReadOnlyList<string> Missing(Agency agency) =>
        [.. All.Where(item => item.InGuide && item.Get(agency) is null).Select(item => item.Name)];

    private static ProfileItem Answer(
        ProfileField field, string name, Func<Agency, GuideAnswer?> get, Action<Agency, GuideAnswer?> set, bool inGuide = true) =>
        new(field, name, agency => get(agency)?.ToString(), (agency, text) =>
        {
            if (text?.Length > Longest) return new Refusal("profile.long", $"{name}写得太长：至多 {Longest} 个字。");
            set(agency, GuideAnswer.Read(text));
            return null;
        }, inGuide);

    private static Refusal? SetKind(Agency agency, string? text)
    {
        if (!KindWords.TryParse(text ?? "", out var kind)) return new Refusal("profile.kind", $"没有“{text}”这种机关类别。可以填：{string.Join("、", KindWords.All)}。");
        agency.Kind = kind;
        return null;
    }

    private static Refusal? SetCreditCode(Agency agency, string? text)
    {
        var code = text is null ? (Outcome<SocialCreditCode>?)null : SocialCreditCode.Parse(text);
        if (code is { IsRefused: true } wrong) return wrong.Refusal;
        agency.SocialCreditCode = code?.Value.Text;
        return null;
    }

    private static Refusal? SetRegion(Agency agency, string? text)
    {
        var code = text is null ? (Outcome<RegionCode>?)null : RegionCode.Parse(text);
        if (code is { IsRefused: true } wrong) return wrong.Refusal;
        agency.RegionCode = code?.Value.Text;
        return null;
    }
}
