namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// Fills the table of a register. A register that was kept in the year is counted from its acts as a whole, zeros included; one that was
/// not is signed for cell by cell, or 未报.
/// </summary>
internal static class CaseTableFold
{
    /// <summary>Fills all lines of the table, without its totals.</summary>
    public static void Fill(ReportDraft draft, CaseTable table, CaseRegister register, OpeningAct? opening, ReturnBook returns)
    {
        var results = table.Results.SelectMany(line => line.Results).Max() + 1;
        var counts = CaseYear.Of(register, draft.Year, results);
        var standing = new StandingHistory(register, opening, returns, table.Table, @class => table.Cell(table.CarriedOver, @class))
            .At(draft.Year);
        for (var @class = 0; @class < register.Classes; @class++)
        {
            if (counts.Kept) FillFromActs(draft, table, counts, @class, standing[@class]);
            else FillFromReturns(draft, table, returns, @class, standing[@class]);
        }
        if (counts.Kept) ReportDoubleSource(draft, table, returns);
        CaseFindings.Report(draft, table, register);
    }

    private static void FillFromActs(ReportDraft draft, CaseTable table, CaseYear counts, int @class, Standing? standing)
    {
        if (table.Begun is { } begun) draft.Set(table.Cell(begun, @class), Counted(counts.Begun[@class]));
        if (table.CarriedIn is { } carriedIn) draft.Set(table.Cell(carriedIn, @class), CarriedIn(standing, counts.CarriedIn[@class]));
        foreach (var line in table.Results)
        {
            var ended = line.Results.Select(result => counts.Ended(@class, result)).ToList();
            draft.Set(table.Cell(line.Key, @class),
                CountedCell.Of(ended.Sum(tally => tally.Count), CellBasis.Acts, ended.SelectMany(tally => tally.Sequences)));
        }
        var open = counts.CarriedOver[@class];
        draft.Set(table.Cell(table.CarriedOver, @class), standing switch
        {
            null => CountedCell.NotOpened,
            { Unnamed: 0 } => Counted(open),
            _ => CountedCell.Of(open.Count + standing.Unnamed, open.Count > 0 ? CellBasis.ActsAndReturn : CellBasis.Return,
                open.Sequences.Concat(standing.Sequences)),
        });
        ReportStanding(draft, table, @class, standing);
    }

    private static void FillFromReturns(ReportDraft draft, CaseTable table, ReturnBook returns, int @class, Standing? standing)
    {
        if (table.Begun is { } begun) draft.Set(table.Cell(begun, @class), Signed(draft, returns, table.Cell(begun, @class)));
        if (table.CarriedIn is { } line)
        {
            var carriedIn = Signed(draft, returns, table.Cell(line, @class));
            draft.Set(table.Cell(line, @class), carriedIn.Value is null ? CarriedIn(standing, new Tally()) : carriedIn);
        }
        foreach (var result in table.Results)
            draft.Set(table.Cell(result.Key, @class), Signed(draft, returns, table.Cell(result.Key, @class)));
        var open = Signed(draft, returns, table.Cell(table.CarriedOver, @class));
        draft.Set(table.Cell(table.CarriedOver, @class), open.Value is null && standing is null ? CountedCell.NotOpened : open);
    }

    private static CountedCell Counted(Tally tally) => CountedCell.Of(tally.Count, CellBasis.Acts, tally.Sequences);

    private static CountedCell Signed(ReportDraft draft, ReturnBook returns, CellKey cell) =>
        CellSource.FromReturn(cell, returns.Of(cell, draft.Year), draft.Findings);

    private static CountedCell CarriedIn(Standing? standing, Tally named) => standing switch
    {
        null => CountedCell.NotOpened,
        { Unnamed: > 0, Named: > 0 } => CountedCell.Of(standing.Count, CellBasis.ActsAndReturn, named.Sequences.Concat(standing.Sequences)),
        { Named: > 0 } => CountedCell.Of(standing.Count, CellBasis.Acts, named.Sequences),
        _ => CountedCell.Of(standing.Count, standing.Basis, standing.Sequences),
    };

    private static void ReportStanding(ReportDraft draft, CaseTable table, int @class, Standing? standing)
    {
        if (standing is not { Signed: { } signed } || signed == standing.Named) return;
        var cell = table.Cell(table.CarriedIn ?? table.CarriedOver, @class);
        draft.Findings.Add(signed > standing.Named
            ? new Finding($"{table.Table}.carried-in-unnamed", Severity.Warning, [cell], signed, standing.Named,
                $"上年报数单结转 {CellSource.Number(signed)} 件，台账中只有 {standing.Named} 件{table.Words.Matter}可查：其余按在办计，请逐件补录期初在办。")
            : new Finding($"{table.Table}.carried-in-exceeds-return", Severity.Error, [cell], signed, standing.Named,
                $"台账中上年结转的{table.Words.Matter}有 {standing.Named} 件，多于上年报数单结转的 {CellSource.Number(signed)} 件：请核对。"));
    }

    private static void ReportDoubleSource(ReportDraft draft, CaseTable table, ReturnBook returns)
    {
        var cells = returns.CellsOf(draft.Year).Where(cell => cell.Table == table.Table).OrderBy(cell => cell.Value, StringComparer.Ordinal).ToList();
        if (cells.Count == 0) return;
        draft.Findings.Add(new Finding($"{table.Table}.double-source", Severity.Error, cells, null, null,
            $"本年{table.Words.Matter}既有台账登记，又有科室报数单（{cells.Count} 个单元格）：整表按台账计，报数单未计入；请作废其中一种。"));
    }
}
