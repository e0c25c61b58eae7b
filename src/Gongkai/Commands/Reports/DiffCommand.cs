using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Documents.Data;
using Gongkai.Documents.Json;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Checks;
using Gongkai.Domain.AnnualReports.Comparison;

namespace Gongkai.Commands.Reports;

/// <summary><c>gongkai report diff</c>: what changed between two reports.</summary>
internal static class DiffCommand
{
    private const int LabelWidth = 56;
    private const int NumberWidth = 12;

    public static Command Create()
    {
        var older = FileArguments.One("OLD", "较早的年度报告，或同一份的前一稿。");
        var newer = FileArguments.One("NEW", "较晚的年度报告，或同一份的后一稿。");
        var json = new Option<bool>("--json") { Description = "输出 JSON。" };
        var command = new Command("diff", """
            比对两份年度报告（两个年度，或同一份的两稿）：变了的数字和各部分文字的重复率。

            例子：
              gongkai report diff 2022年报.docx 2023年报.docx
              gongkai report diff 送审稿.docx 定稿.docx --json
            """) { older, newer, json };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(older)!, parsed.GetValue(newer)!, parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string olderPath, string newerPath, bool json, CancellationToken cancellation)
    {
        var (older, newer) = (await ReportFile.ReadAsync(olderPath, cancellation), await ReportFile.ReadAsync(newerPath, cancellation));
        foreach (var (path, outcome) in ((string, Outcome<ReportFile>)[])[(olderPath, older), (newerPath, newer)])
        {
            if (outcome.IsRefused) await Console.Error.WriteLineAsync($"{path}：{outcome.Refusal}");
        }
        if (older.IsRefused || newer.IsRefused) return ExitCode.Unreadable;
        var comparison = ReportComparison.Of(older.Value.Report, newer.Value.Report);
        await Console.Out.WriteAsync(json
            ? ReadableJson.Write(ToJson(olderPath, newerPath, comparison))
            : ToText(older.Value.Report, newer.Value.Report, comparison));
        return ExitCode.Done;
    }

    private static JsonObject ToJson(string older, string newer, ReportComparison comparison) => new()
    {
        ["older"] = older,
        ["newer"] = newer,
        ["cells"] = new JsonArray(
        [
            .. comparison.Cells.Select(change => new JsonObject
            {
                ["cell"] = change.Key.Value, ["older"] = change.Older, ["newer"] = change.Newer, ["difference"] = change.Difference,
            }),
        ]),
        ["sections"] = new JsonArray(
        [
            .. comparison.Sections.Select(section => new JsonObject
            {
                ["number"] = section.Number, ["title"] = section.Title,
                ["similarity"] = section.Similarity is { } similarity ? decimal.Round(similarity, 4) : null,
            }),
        ]),
    };

    private static string ToText(AnnualReport older, AnnualReport newer, ReportComparison comparison)
    {
        var report = new CheckedReport(newer, BuiltInForms.WithCode(newer.Form), BuiltInCheckWords.Words, []);
        var text = new StringWriter();
        text.Write($"旧　{ReportText.Title(older)}\n新　{ReportText.Title(newer)}\n\n");
        if (comparison.Cells.Count == 0) text.Write("表格数字没有变化\n");
        else text.Write(Row($"变了的数字 {comparison.Cells.Count} 个", "旧", "新", "增减"));
        foreach (var change in comparison.Cells)
            text.Write(Row(report.NameOf(change.Key), Number(change.Older), Number(change.Newer), change.Difference is { } difference ? difference.ToString("+0.######;-0.######;0", CultureInfo.InvariantCulture) : "-"));
        if (comparison.Sections.Count > 0) text.Write("\n各部分文字重复率\n");
        foreach (var section in comparison.Sections)
            text.Write($"  {TextWidth.PadRight(TextWidth.Fit(section.Title, LabelWidth - 2), LabelWidth)}{(section.Similarity is { } similarity ? similarity.ToString("P0", CultureInfo.InvariantCulture) : "只有一份有")}\n");
        return text.ToString();
    }

    private static string Row(string label, params ReadOnlySpan<string> numbers)
    {
        var row = new StringBuilder(TextWidth.PadRight(TextWidth.FitCell(label, LabelWidth), LabelWidth));
        foreach (var number in numbers) row.Append(TextWidth.PadLeft(number, NumberWidth));
        return row.Append('\n').ToString();
    }

    private static string Number(decimal? number) => number is { } value ? CheckedReport.Write(value) : "-";
}
