using System.Text.Json.Nodes;
using Gongkai.Documents.Data;
using Gongkai.Documents.Json;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Checks;

namespace Gongkai.Commands.Reports;

/// <summary>What the check says of one file.</summary>
/// <param name="Path">The file as it was given.</param>
/// <param name="Report">The report, or null when it could not be read.</param>
/// <param name="Findings">What is wrong.</param>
/// <param name="Refusal">Why it could not be read, or null.</param>
internal sealed record FileAnswer(string Path, AnnualReport? Report, IReadOnlyList<Finding> Findings, Refusal? Refusal)
{
    public static async Task<FileAnswer> OfAsync(string path, ReportShelf shelf, AnnualReport? previous, CancellationToken cancellation)
    {
        var outcome = await shelf.ReadAsync(path, cancellation);
        if (outcome.IsRefused) return new FileAnswer(path, null, [], outcome.Refusal);
        var (report, residue) = outcome.Value;
        var findings = ReportCheck.Run(
            report, BuiltInForms.WithCode(report.Form), BuiltInCheckWords.Words, previous ?? shelf.YearBefore(report), residue);
        return new FileAnswer(path, report, findings, null);
    }

    public int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);

    public string ToJsonLine()
    {
        var line = new JsonObject
        {
            ["file"] = Path,
            ["report"] = Report is null ? null : AnnualReportJson.ToJson(Report),
            ["findings"] = FindingJson.ToJson(Findings),
        };
        if (Refusal is not null) line["refusal"] = new JsonObject { ["code"] = Refusal.Code, ["message"] = Refusal.Message };
        return ReadableJson.WriteLine(line) + "\n";
    }

    public string ToText()
    {
        if (Report is null) return $"{Path}　读不出来\n\n";
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{Path}　{ReportText.Title(Report)}（{Report.Form}年格式）");
        if (Findings.Count == 0) text.WriteLine("  没有发现问题");
        foreach (var group in Findings.GroupBy(finding => finding.Severity))
        {
            text.WriteLine($"  {Name(group.Key)} {group.Count()} 处");
            var number = 0;
            foreach (var finding in group) text.WriteLine($"    {++number}. {finding.Message}{Place(finding)}");
        }
        text.WriteLine();
        return text.ToString();
    }

    public static string Name(Severity severity) => severity switch { Severity.Error => "错误", Severity.Warning => "警告", _ => "提示" };

    /// <summary>Where to look in the document; a finding about words has said it already.</summary>
    private static string Place(Finding finding)
    {
        if (finding.Evidence is not { } evidence || finding.Cells.Count == 0 || !evidence.Where.StartsWith("table ", StringComparison.Ordinal)) return "";
        // What is long is no number, and the sentence has quoted it.
        var printed = evidence.Text.Length is > 0 and <= 20 ? $"，印作“{evidence.Text}”" : "";
        return $"〔{evidence.Where.Replace("table ", "第", StringComparison.Ordinal).Replace(" row ", "张表第", StringComparison.Ordinal)}行{printed}〕";
    }
}
