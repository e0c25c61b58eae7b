using Gongkai.Documents.Data;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Testing;
using static Gongkai.Testing.LedgerBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Folding;

/// <summary>A bureau whose year is two returns and signed zeros.</summary>
public sealed class SeedReportTests
{
    private static readonly CellKey Licences = CellKey.Proactive("licences");
    private static readonly CellKey Penalties = CellKey.Proactive("penalties");

    [Fact(DisplayName = "两张报数单（许可14、处罚6）加零报告，2021年度200个数字一个不差，无一问题")]
    public void TwoReturnsAndSignedZerosGiveTheWholeReport()
    {
        var folded = SeedLedger().Fold(2021);

        var numbers = BuiltInForms.Form2021.Cells.Select(cell => folded.Report[cell]);
        Assert.Equal(200, folded.Report.Cells.Count);
        Assert.Equal(BuiltInForms.Form2021.Cells.Select(Printed), numbers);
        Assert.All(folded.Report.Cells.Values, cell => Assert.Equal(CellState.Printed, cell.State));
        Assert.Empty(folded.Findings);
    }

    [Fact(DisplayName = "与原报告逐格相同")]
    public void TheNumbersAreThoseOfTheReportItself()
    {
        Assert.SkipWhen(Corpus.Missing is not null, Corpus.Missing ?? "");
        // The text holds one cell a line; a line of digits is a number, in the order of the form.
        var printed = File.ReadLines(Corpus.Seed).Select(line => line.Trim()).Where(line => line.Length > 0 && line.All(char.IsAsciiDigit)).Select(int.Parse);

        var folded = SeedLedger().Fold(2021);

        Assert.Equal(printed.Select(number => (decimal?)number), BuiltInForms.Form2021.Cells.Select(cell => folded.Report[cell]));
    }

    [Fact(DisplayName = "每个数字都说得出来源：报数单，或由各分项得出")]
    public void EveryNumberNamesItsReturn()
    {
        var folded = SeedLedger().Fold(2021);

        Assert.Equal([1L], folded.Provenance[Licences].Sequences);
        Assert.Equal(CellBasis.Return, folded.Provenance[Penalties].Basis);
        Assert.Equal(CellBasis.Derived, folded.Source("requests.closed.total").Basis);
        Assert.Equal([3L], folded.EntriesBehind(new CellKey("requests.closed.total")));
    }

    private static LedgerBuilder SeedLedger() => ALedger()
        .Returned("行政审批科", "2021", ("proactive.licences", 14))
        .Returned("执法科", "2021", ("proactive.penalties", 6))
        .SignedZeros("办公室", 2021, BuiltInForms.Form2021.Cells.Where(cell => cell != Licences && cell != Penalties));

    private static decimal? Printed(CellKey cell) => cell == Licences ? 14 : cell == Penalties ? 6 : 0;
}
