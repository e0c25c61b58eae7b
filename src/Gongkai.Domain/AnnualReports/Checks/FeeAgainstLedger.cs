using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>What section six says was collected in processing fees, against the ledger (信息处理费与台账).</summary>
internal static partial class FeeAgainstLedger
{
    private const decimal FenPerYuan = 100;

    /// <summary>第六部分所写信息处理费等于台账所记. Without a ledger, or without an amount in the words, nothing is said.</summary>
    [Law("条例", 42)]
    public static IEnumerable<Flaw> Mismatch(CheckedReport report)
    {
        if (report.ProcessingFeeFen is not { } fen) yield break;
        var collected = fen / FenPerYuan;
        foreach (var section in report.Report.Sections.Where(section => section.Number == 6))
        {
            var text = Prose.Squeeze(section.Text);
            if (Stated(text) is not { } stated || stated == collected) continue;
            yield return Flaw.OfWords(
                $"第六部分写收取信息处理费 {CheckedReport.Write(stated)} 元，台账为 {CheckedReport.Write(collected)} 元", section, text) with
            {
                Expected = collected,
                Found = stated,
            };
        }
    }

    private static decimal? Stated(string text)
    {
        if (Amount().Match(text) is { Success: true } amount)
        {
            var value = decimal.Parse(amount.Groups["value"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            return amount.Groups["unit"].Value == "万元" ? value * 10_000 : value;
        }
        return None().IsMatch(text) ? 0 : null;
    }

    [GeneratedRegex(@"信息处理费[^。；元]{0,30}?(?<value>\d{1,12}(,\d{3})*(\.\d{1,4})?)(?<unit>万元|元)")]
    private static partial Regex Amount();

    [GeneratedRegex("(未|没有|无)[^。；]{0,10}收取[^。；]{0,10}信息处理费|信息处理费[^。；]{0,6}(未收取|为零|无)")]
    private static partial Regex None();
}
