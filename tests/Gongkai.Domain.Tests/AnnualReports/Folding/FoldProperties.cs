using CsCheck;
using Gongkai.Documents.Data;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Requests;
using static Gongkai.Testing.LedgerBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Folding;

/// <summary>What holds for every ledger, however irregular.</summary>
public sealed class FoldProperties
{
    private static readonly int[] Years = [2024, 2025, 2026];
    private static readonly string[] Results = [.. Enum.GetValues<OutcomeRow>().Select(OutcomeRowKey.Of)];

    [Fact(DisplayName = "任何台账：每列 新收 + 结转 = 总计 + 结转下年，每行总计 = 六列之和，总计 = 各办理结果之和")]
    [Law("国办公开办函〔2021〕30号")]
    public void TheTableAlwaysTiesOut() => RandomLedger.Moves.Sample(moves =>
    {
        var ledger = RandomLedger.Build(moves);
        foreach (var folded in Years.Select(year => ledger.Fold(year)).Where(Counted))
        {
            foreach (var column in CellKey.RequestColumns)
            {
                decimal Cell(string row) => folded.Report[CellKey.Request(row, column)]!.Value;
                Assert.Equal(Cell(RequestRow.Received) + Cell(RequestRow.CarriedIn), Cell(RequestRow.Closed) + Cell(RequestRow.CarriedOver));
                Assert.Equal(Results.Sum(Cell), Cell(RequestRow.Closed));
            }
            foreach (var row in Results.Concat([RequestRow.Received, RequestRow.CarriedIn, RequestRow.Closed, RequestRow.CarriedOver]))
                Assert.Equal(
                    CellKey.RequestColumns.SkipLast(1).Sum(column => folded.Report[CellKey.Request(row, column)]),
                    folded.Report[CellKey.Request(row, CellKey.Total)]);
        }
    });

    [Fact(DisplayName = "任何台账：结转下年逐列等于次年的上年结转")]
    public void CarriedOverIsCarriedIn() => RandomLedger.Moves.Sample(moves =>
    {
        // Acts of bringing forward say what was there before: they alone may raise a year's beginning above the end of the year before.
        var ledger = RandomLedger.Build(moves.Where(move => move.Verb != 5));
        foreach (var (last, next) in Years.Zip(Years.Skip(1), (last, next) => (ledger.Fold(last), ledger.Fold(next))).Where(pair => Counted(pair.Item1) && Counted(pair.Item2)))
            foreach (var column in CellKey.RequestColumns)
                Assert.Equal(last.Report[CellKey.Request(RequestRow.CarriedOver, column)], next.Report[CellKey.Request(RequestRow.CarriedIn, column)]);
    });

    [Fact(DisplayName = "任何台账：再办结一件，恰好一行一列加一")]
    [Law("国办公开办函〔2021〕30号")]
    public void AClosedRequestAddsOneToOneRowAndOneColumn() => Gen.Select(RandomLedger.Moves, Gen.Int[0, 20], Gen.Int[0, 5]).Sample((moves, row, column) =>
    {
        var ledger = RandomLedger.Build(moves).Received("2026-05-06", (ApplicantKind)column);
        var before = Leaves(ledger.Fold(2026));
        var after = Leaves(ledger.Closed("2026-05-20", (OutcomeRow)row).Fold(2026));

        var cell = CellKey.Request(OutcomeRowKey.Of((OutcomeRow)row), EnumCode<ApplicantKind>.All.ElementAt(column));
        Assert.Equal([(cell, 1m)], after.Select(leaf => (leaf.Key, leaf.Value - before[leaf.Key])).Where(change => change.Item2 != 0));
    });

    [Fact(DisplayName = "任何台账：折算到某条为止的结果，不因以后的任何登记而变")]
    public void LaterActsNeverChangeAnEarlierFold() => Gen.Select(RandomLedger.Moves, RandomLedger.Moves).Sample((moves, later) =>
    {
        var ledger = RandomLedger.Build(moves);
        var upTo = ledger.Last;
        var before = Years.Select(year => ledger.Fold(year).Numbers()).ToList();
        foreach (var move in later) RandomLedger.Record(ledger, move);
        if (upTo > 1) ledger.VoidedEntry(upTo);

        Assert.Equal(before, Years.Select(year => ledger.Fold(year, upTo).Numbers()));
    });

    [Fact(DisplayName = "任何台账：只凭公开事实重读，结果相同")]
    public void FactsAloneAreEnough() => RandomLedger.Moves.Sample(moves =>
    {
        var ledger = RandomLedger.Build(moves);
        var reread = ledger.Entries.Select(entry => FoldEntry.Of(LedgerFacts.Read(entry.FactsText))).ToList();
        foreach (var year in Years)
        {
            var (folded, again) = (ledger.Fold(year), AnnualReportFold.Fold(reread, "示范区应急管理局", year, long.MaxValue, BuiltInForms.Form2021).Value);
            Assert.Equal(folded.Numbers(), again.Numbers());
            Assert.Equal(folded.Rules(), again.Rules());
            Assert.Equal(folded.Report.Cells.Keys.Select(cell => folded.Provenance[cell].Sequences), again.Report.Cells.Keys.Select(cell => again.Provenance[cell].Sequences));
        }
    });

    [Fact(DisplayName = "任何台账：登记错了再更正，与一开始就登记对，结果相同")]
    public void CorrectingIsRecordingRightAtOnce() => Gen.Select(RandomLedger.Moves, RandomLedger.Moves, RandomLedger.AMove).Sample((before, after, wrong) =>
    {
        var right = new RequestReceived(ApplicantKind.Research, ReceiptChannel.Counter);
        var corrected = RandomLedger.Build(before).About("申请0").ReceivedAgain(wrong.On, (ApplicantKind)wrong.Class);
        var target = corrected.Last;
        var straight = RandomLedger.Build(before).About("申请0").Record("2025-07-01", right);
        foreach (var move in after) (_, _) = (RandomLedger.Record(corrected, move), RandomLedger.Record(straight, move));
        corrected.Corrected(target, "2025-07-01", right);

        foreach (var year in Years) Assert.Equal(straight.Fold(year).Numbers(), corrected.Fold(year).Numbers());
    });

    [Fact(DisplayName = "任何台账：作废一条，与从未登记，结果相同")]
    public void VoidingIsNeverHavingRecorded() => Gen.Select(RandomLedger.Moves, RandomLedger.AMove, RandomLedger.Moves).Sample((before, wrong, after) =>
    {
        var straight = RandomLedger.Build(before);
        var voided = RandomLedger.Record(RandomLedger.Build(before), wrong);
        var target = voided.Last;
        foreach (var move in after) (_, _) = (RandomLedger.Record(straight, move), RandomLedger.Record(voided, move));
        voided.VoidedEntry(target);

        foreach (var year in Years) Assert.Equal(straight.Fold(year).Numbers(), voided.Fold(year).Numbers());
    });

    [Fact(DisplayName = "任何台账：有值的单元格都说得出来源，没有值的都说得出原因；没有建账就没有结转")]
    public void EveryCellSaysWhereItComesFrom() => RandomLedger.Moves.Sample(moves =>
    {
        var folded = RandomLedger.Build(moves, opened: false).Fold(2025);
        foreach (var (key, cell) in folded.Report.Cells)
        {
            var source = folded.Provenance[key];
            Assert.Equal(cell.Value is null, source.Basis == CellBasis.None);
            Assert.Equal(cell.State, cell.Value is null ? cell.State == CellState.NotOpened ? CellState.NotOpened : CellState.NotReported : CellState.Printed);
            if (source.Basis == CellBasis.Derived) Assert.Equal(cell.Value, source.Parts.Sum(part => folded.Report[part]));
            else if (source.Basis == CellBasis.Acts) Assert.Equal(cell.Value, source.Sequences.Count);
        }
        Assert.All(CellKey.RequestColumns, column => Assert.Equal(CellState.NotOpened, folded.State($"requests.carriedIn.{column}")));
    });

    private static bool Counted(FoldedReport folded) => folded.Number("requests.received.total") is not null;

    private static Dictionary<CellKey, decimal> Leaves(FoldedReport folded) => Results
        .SelectMany(row => EnumCode<ApplicantKind>.All.Select(column => CellKey.Request(row, column)))
        .ToDictionary(cell => cell, cell => folded.Report[cell]!.Value);
}
