using System.Text.RegularExpressions;

namespace Gongkai.Domain.Agencies;

/// <summary>
/// What may be shown of a personal value (个人信息掩码): enough to tell two rows apart on a list, never enough to reach the person. A
/// value that is not of the usual shape is masked entirely, and the mask of that says nothing of its length.
/// </summary>
public static partial class PersonalMask
{
    /// <summary>The mask of a value of which nothing may be shown.</summary>
    public const string Entire = "****";

    /// <summary>Surnames of two characters (复姓).</summary>
    private static readonly HashSet<string> CompoundSurnames =
    [
        "欧阳", "上官", "司马", "司徒", "司空", "诸葛", "东方", "皇甫", "尉迟", "公孙", "公冶", "令狐", "宇文", "长孙", "慕容", "夏侯", "端木", "轩辕", "独孤", "南宫",
        "闻人", "申屠", "太史", "澹台", "赫连", "钟离", "万俟", "呼延", "濮阳", "淳于", "单于", "百里", "东郭", "西门", "拓跋", "完颜", "第五", "鲜于", "闾丘", "亓官",
    ];

    /// <summary>Masks a value.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="value">The value in clear, as it was typed.</param>
    public static string Of(PersonalValue kind, string value) => kind switch
    {
        PersonalValue.Name => OfName(value.Trim()),
        PersonalValue.IdentityNumber => OfIdentityNumber(PersonalForm.Of(kind, value)),
        PersonalValue.MobilePhone => OfMobilePhone(PersonalForm.Of(kind, value)),
        PersonalValue.Landline => OfLandline(value.Trim()),
        PersonalValue.Email => OfEmail(value.Trim()),
        PersonalValue.Address => OfAddress(value.Trim()),
        _ => Entire,
    };

    private static string OfName(string name)
    {
        if (!ChineseName().IsMatch(name)) return Entire;
        var surname = name.Length > 2 && CompoundSurnames.Contains(name[..2]) ? 2 : 1;
        return surname + 2 < name.Length ? Entire : name[..surname] + new string('*', name.Length - surname);
    }

    private static string OfIdentityNumber(string number) =>
        IdentityNumber().IsMatch(number) ? $"{number[..6]}********{number[^4..]}" : Entire;

    private static string OfMobilePhone(string number) => MobilePhone().IsMatch(number) ? $"{number[..3]}****{number[^4..]}" : Entire;

    // The area code names a city; of the number only the last two digits stay. Extensions and several numbers in one field are odd.
    private static string OfLandline(string number) =>
        Landline().Match(number) is { Success: true } match ? $"{match.Groups[1].Value}-****{match.Groups[2].Value[^2..]}" : Entire;

    private static string OfEmail(string address)
    {
        if (!EmailAddress().IsMatch(address)) return Entire;
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return $"{(at > 2 ? address[..1] : "")}***{address[at..]}";
    }

    // Down to the district and not further: a 小区 ends with the character of a district, but is a place where somebody lives.
    private static string OfAddress(string address) => District().Match(address) is { Success: true } match ? match.Value + Entire : Entire;

    [GeneratedRegex(@"^[\u3400-\u9FFF]{2,4}$")]
    private static partial Regex ChineseName();

    [GeneratedRegex("^[1-9][0-9]{16}[0-9X]$")]
    private static partial Regex IdentityNumber();

    [GeneratedRegex("^1[3-9][0-9]{9}$")]
    private static partial Regex MobilePhone();

    [GeneratedRegex("^[（(]?(0[1-9][0-9]{1,2})[）)]?[ -]?([2-9][0-9]{6,7})$")]
    private static partial Regex Landline();

    [GeneratedRegex(@"^[^@\s]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$")]
    private static partial Regex EmailAddress();

    // Province and city, then a district (区、县、旗), or a county-level city, or nothing. A street or a building never stands inside a
    // district's name, except that a name may begin with such a character (道里区、路南区、镇海区).
    [GeneratedRegex("""
        ^(?:[\u4E00-\u9FFF]{2,8}?(?:省|自治区))?
        (?:
          (?:[\u4E00-\u9FFF][\u4E00-\u9FFF-[街道路镇乡村巷弄号栋楼苑园]]{0,7}?(?:市|自治州|地区|盟))?
            [\u4E00-\u9FFF][\u4E00-\u9FFF-[街道路镇乡村巷弄号栋楼苑园]]{0,7}?(?:(?<![小社园校厂库院舍活属景住矿林场货业]|属院|宿舍)区|县|旗)
        | (?:[\u4E00-\u9FFF][\u4E00-\u9FFF-[街道路镇乡村巷弄号栋楼苑园]]{0,7}?市){1,2}
        )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex District();
}
