using System.Text.RegularExpressions;

namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>What kind of body reports (报告主体类别), as far as its name says.</summary>
public enum ReportingBody
{
    /// <summary>名称看不出类别.</summary>
    Unknown,

    /// <summary>省、市、自治州人民政府，管理委员会.</summary>
    Government,

    /// <summary>县、区、旗人民政府.</summary>
    CountyGovernment,

    /// <summary>政府信息公开工作主管部门：人民政府办公厅（室）(条例3).</summary>
    CompetentAuthority,

    /// <summary>地方人民政府部门.</summary>
    Department,

    /// <summary>乡镇人民政府、街道办事处.</summary>
    Township,
}

/// <summary>The names and phrases that rules about words look for (检查用词): data, because they differ by place and grow by experience.</summary>
/// <param name="Bodies">Kinds of bodies by the ending of their names; the first that fits wins.</param>
/// <param name="Roles">Phrases that belong to another role than the body's own.</param>
/// <param name="Leftovers">Regular expressions of what a template or a converter leaves behind.</param>
/// <param name="Reduplications">Words that are lawfully written twice in a row: 研究研究.</param>
public sealed record CheckWords(
    IReadOnlyList<BodyName> Bodies, IReadOnlyList<RoleWords> Roles, IReadOnlyList<LeftoverPattern> Leftovers, IReadOnlyList<string> Reduplications)
{
    /// <summary>What an agency is, by its printed name.</summary>
    public ReportingBody BodyOf(string? agency)
    {
        if (string.IsNullOrWhiteSpace(agency)) return ReportingBody.Unknown;
        var name = Prose.Squeeze(agency);
        return Bodies.FirstOrDefault(body => body.Fits(name))?.Body ?? ReportingBody.Unknown;
    }
}

/// <summary>How bodies of a kind are named (机关名称).</summary>
/// <param name="Body">The kind.</param>
/// <param name="Endings">Endings of the name.</param>
/// <param name="Except">Beginnings of names that are something else all the same.</param>
public sealed record BodyName(ReportingBody Body, IReadOnlyList<string> Endings, IReadOnlyList<string> Except)
{
    /// <summary>True when a name, without spaces, is of this kind.</summary>
    public bool Fits(string name) =>
        Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)) && !Except.Any(start => name.StartsWith(start, StringComparison.Ordinal));
}

/// <summary>Phrases of a role (职责用语) that a body of these kinds does not have.</summary>
/// <param name="Bodies">The kinds for which they are odd.</param>
/// <param name="Phrases">The phrases.</param>
/// <param name="Why">Whose job it is, in Chinese.</param>
public sealed record RoleWords(IReadOnlyList<ReportingBody> Bodies, IReadOnlyList<string> Phrases, string Why);

/// <summary>A trace of a template or a converter (残留).</summary>
/// <param name="Pattern">Regular expression, without anything that looks around or back.</param>
/// <param name="What">What it is, in Chinese.</param>
public sealed record LeftoverPattern(string Pattern, string What)
{
    // Patterns are data: whatever an office adds, a text is searched in time that grows with its length only.
    private readonly Regex _pattern = new(Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Its occurrences in a text.</summary>
    public IEnumerable<Match> In(string text) => _pattern.Matches(text);
}
