using Gongkai.Documents.Reading;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Tests.Reading.Generated;

/// <summary>
/// Some hundred made-up reports, each printed as Word document, web page and text, their quirks combined so that each meets each other.
/// </summary>
public sealed class GeneratedReportTests
{
    private const int Seeds = 4;

    [Fact(DisplayName = "生成的年报不少于 200 份")]
    public void There_are_enough() => Assert.True(Quirks.Pairs.Count * Seeds >= 200, $"{Quirks.Pairs.Count} × {Seeds}");

    [Fact(DisplayName = "Word 文档：各种写法两两组合，逐格读对，印错的不修补")]
    public void Word_documents_read_exactly() => ReadAll((pieces, quirks) => DocxPrinter.Write(pieces, quirks));

    [Fact(DisplayName = "网页：各种写法两两组合，逐格读对，印错的不修补")]
    public void Web_pages_read_exactly() => ReadAll((pieces, quirks) => HtmlPrinter.Write(pieces, quirks));

    [Fact(DisplayName = "文本：各种写法两两组合，逐格读对；证明不了的空白格可以读不出，不可以读错")]
    public void Texts_read_exactly() => ReadAll((pieces, quirks) => TextPrinter.Write(pieces, quirks), mayDoubt: quirks => quirks.Text is TextShape.TrimmedTabs or TextShape.BlankLines);

    private static void ReadAll(Func<List<Piece>, Quirks, byte[]> print, Func<Quirks, bool>? mayDoubt = null)
    {
        List<string> wrong = [];
        int printed = 0, doubted = 0;
        foreach (var quirks in Quirks.Pairs)
        {
            for (var seed = 0; seed < Seeds; seed++)
            {
                var plan = new PlannedReport(quirks, seed);
                var outcome = AnnualReportReader.Read(print(PrintedReport.Of(plan), quirks));
                if (outcome.IsRefused)
                {
                    wrong.Add($"{quirks}: {outcome.Refusal}");
                    continue;
                }
                var faults = Compare(plan, outcome.Value.Report, mayDoubt?.Invoke(quirks) == true, ref printed, ref doubted).ToList();
                if (faults.Count > 0) wrong.Add($"{quirks} #{seed}: {faults.Count} cells, {string.Join("; ", faults.Take(4))}");
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{printed} cells read, {doubted} left unread");
        Assert.True(wrong.Count == 0, $"{wrong.Count} reports\n{string.Join('\n', wrong.Take(14))}");
    }

    private static List<string> Compare(PlannedReport plan, AnnualReport read, bool mayDoubt, ref int printed, ref int doubted)
    {
        List<string> faults = [];
        if ((plan.Agency, plan.Year, plan.Form) != (read.Agency, read.Year, read.Form)) faults.Add($"read {read.Agency} {read.Year} {read.Form}");
        foreach (var (key, value) in plan.Values)
        {
            printed++;
            var cell = read.Cells.GetValueOrDefault(new CellKey(key));
            if (mayDoubt && cell is null or { State: CellState.Unreadable })
            {
                doubted++;
                continue;
            }
            var isRight = key.EndsWith("procurement.amount", StringComparison.Ordinal) && value is not null
                ? cell?.Printed == $"{value}万元"
                : cell is not null && (value is null ? cell.State == CellState.Blank : cell.State == CellState.Printed && cell.Value == value);
            if (!isRight) faults.Add($"{key} is {(value is null ? "blank" : $"{value}")}, read {cell?.State} {cell?.Value} '{cell?.Printed}'");
        }
        faults.AddRange(read.Cells.Keys.Where(key => !plan.Values.ContainsKey(key.Value)).Select(key => $"{key} was never printed"));
        return faults;
    }
}
