namespace Gongkai.Domain.AnnualReports;

/// <summary>How bad a finding is (问题级别). Only errors make a check fail.</summary>
public enum Severity
{
    /// <summary>提示：worth a look.</summary>
    Hint,

    /// <summary>警告：probably wrong, to be explained.</summary>
    Warning,

    /// <summary>错误：cannot be right.</summary>
    Error,
}

/// <summary>Something wrong or odd in a report (检查发现), with the cells it is about and what to look at.</summary>
/// <param name="Rule">Stable name of the rule, e.g. <c>requests.column-identity</c>.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Cells">The cells, the one to correct first.</param>
/// <param name="Expected">What the rule expects, or null.</param>
/// <param name="Found">What stands there, or null.</param>
/// <param name="Message">In Chinese: where, what, and what it should be.</param>
/// <param name="Evidence">Place and text in the document, or null.</param>
public sealed record Finding(
    string Rule, Severity Severity, IReadOnlyList<CellKey> Cells, decimal? Expected, decimal? Found, string Message, Evidence? Evidence = null);

/// <summary>Where something stands and what it says (出处).</summary>
/// <param name="Where">E.g. <c>table 2 row 24</c> or <c>section 6</c>.</param>
/// <param name="Text">The words there.</param>
public sealed record Evidence(string Where, string Text);
