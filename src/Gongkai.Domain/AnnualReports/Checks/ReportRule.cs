using System.Reflection;

namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>A named rule of the check (检查规则): a pure function from a report, and last year's where it is known, to what is wrong.</summary>
/// <param name="Name">Stable name, as in findings: <c>requests.column-identity</c>.</param>
/// <param name="Severity">How bad a breach is; every finding of the rule has it.</param>
/// <param name="Meaning">What the rule asks, in Chinese.</param>
/// <param name="Find">Finds the breaches, in the order of the form.</param>
public sealed record ReportRule(string Name, Severity Severity, string Meaning, Func<CheckedReport, IEnumerable<Flaw>> Find)
{
    /// <summary>The provision the rule rests on, cited on its function; null for a rule of practice.</summary>
    public Citation? Source { get; } = Find.Method.GetCustomAttribute<LawAttribute>()?.Citation;

    /// <summary>Applies the rule.</summary>
    public IEnumerable<Finding> Apply(CheckedReport report) =>
        Find(report).Select(flaw => new Finding(Name, Severity, flaw.Cells, flaw.Expected, flaw.Found, flaw.Message, flaw.Evidence));
}

/// <summary>One breach of a rule (不符之处): a finding that does not yet carry its rule's name.</summary>
/// <param name="Message">In Chinese: where, what, and what it should be.</param>
/// <param name="Cells">The cells, the one to correct first; empty for words.</param>
/// <param name="Expected">What the rule expects, or null.</param>
/// <param name="Found">What stands there, or null.</param>
/// <param name="Evidence">Place and text, or null.</param>
public sealed record Flaw(
    string Message, IReadOnlyList<CellKey> Cells, decimal? Expected = null, decimal? Found = null, Evidence? Evidence = null)
{
    /// <summary>A breach in words.</summary>
    public static Flaw OfWords(string message, ReportSection section, string words) =>
        new(message, [], Evidence: new Evidence($"section {section.Number}", words));
}
