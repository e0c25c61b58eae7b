using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.Documents.Data;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;

namespace Gongkai.Documents.Writing;

/// <summary>
/// The words of a report that has none yet (年报文字草稿), from <c>data/reports/scaffold.json</c>: what the period and the basis are, what
/// the tables say, and in section six the processing fee, stated even when it is nothing.
/// </summary>
public static partial class ReportScaffold
{
    private static readonly Dictionary<int, IReadOnlyList<string>> Paragraphs;
    private static readonly string FeesNone;
    private static readonly string FeesSome;

#pragma warning disable CA1810 // One file is read for three fields.
    static ReportScaffold()
#pragma warning restore CA1810
    {
        using var stream = BuiltInData.Open("reports/scaffold.json");
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        Paragraphs = root.GetProperty("sections").EnumerateArray().ToDictionary(
            section => section.GetProperty("number").GetInt32(),
            section => (IReadOnlyList<string>)[.. section.GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.GetString()!)]);
        FeesNone = root.GetProperty("fees").GetProperty("none").GetString()!;
        FeesSome = root.GetProperty("fees").GetProperty("some").GetString()!;
    }

    /// <summary>
    /// Gives text to every section of the form that has none; what is written already stays as it is. A paragraph that would speak of a
    /// cell without a number is left out.
    /// </summary>
    /// <param name="report">The report; its form must be a built-in one.</param>
    /// <param name="fees">Fees paid in the year, less refunds.</param>
    [Law("条例", 50)]
    [Law("国办公开办函〔2021〕30号")]
    public static AnnualReport Complete(AnnualReport report, ProcessingFeeTotal fees)
    {
        var form = BuiltInForms.WithCode(report.Form);
        var written = report.Sections.Where(section => !string.IsNullOrWhiteSpace(section.Text)).ToList();
        var drafted = form.Sections
            .Where(section => written.TrueForAll(other => other.Number != section.Number))
            .Select(section => new ReportSection(section.Number, section.Title, TextOf(section.Number, report, form, fees)));
        return report with { Sections = [.. written.Concat(drafted).OrderBy(section => section.Number)] };
    }

    private static string TextOf(int number, AnnualReport report, ReportForm form, ProcessingFeeTotal fees) => string.Join('\n', Paragraphs
        .GetValueOrDefault(number, [])
        .Select(paragraph => Fill(paragraph, name => ValueOf(name, report, form, fees)))
        .OfType<string>());

    private static string? ValueOf(string name, AnnualReport report, ReportForm form, ProcessingFeeTotal fees) => name switch
    {
        "year" => report.Year?.ToString(CultureInfo.InvariantCulture),
        "form" => form.Source,
        "fees" => Fill(fees is { Requests: 0, Fen: 0 } ? FeesNone : FeesSome, part => ValueOf(part, report, form, fees)),
        "count" => fees.Requests.ToString(CultureInfo.InvariantCulture),
        "yuan" => (fees.Fen / 100m).ToString("0.##", CultureInfo.InvariantCulture),
        _ => report[new CellKey(name)]?.ToString(CultureInfo.InvariantCulture),
    };

    private static string? Fill(string template, Func<string, string?> valueOf)
    {
        var complete = true;
        var text = Placeholder().Replace(template, match =>
        {
            var value = valueOf(match.Groups[1].Value);
            complete &= value is not null;
            return value ?? "";
        });
        return complete ? text : null;
    }

    [GeneratedRegex(@"\{([\w.]+)\}")]
    private static partial Regex Placeholder();
}
