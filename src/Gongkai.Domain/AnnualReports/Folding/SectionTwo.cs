using Gongkai.Domain.Publishing;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// Fills section two (主动公开政府信息情况, 条例20). Licences, penalties, coercions and fees stand each by itself; an instrument row is one
/// register. Whatever else the form asks, only a signed return can give.
/// </summary>
internal static class SectionTwo
{
    private const decimal FenInWanYuan = 1_000_000m;

    private static readonly (string Path, AdministrativeDecisionKind Kind)[] Decisions =
    [
        ("licences", AdministrativeDecisionKind.Licence),
        ("penalties", AdministrativeDecisionKind.Penalty),
        ("coercions", AdministrativeDecisionKind.Coercion),
    ];

    /// <summary>Fills the section's cells.</summary>
    [Law("条例", 20, 1, 1)]
    [Law("条例", 20, 1, 5)]
    [Law("条例", 20, 1, 6)]
    [Law("条例", 20, 1, 8)]
    public static void Fill(ReportDraft draft, Books books)
    {
        var form2019 = !draft.Form.Cells.Contains(ProactiveCell.Fees);
        foreach (var register in books.Instruments) Fill(draft, books.Returns, register, form2019);
        foreach (var (path, kind) in Decisions)
        {
            var register = books.Decisions(kind);
            var acts = register[draft.Year];
            Choose(draft, books.Returns, ProactiveCell.Decisions(path, form2019), acts, acts.Count, acts.Months);
            ReportDoubles(draft, ProactiveCell.Decisions(path, form2019), register);
        }
        if (!form2019)
        {
            // 100 fen are a yuan, 10,000 yuan a 万元: the quotient of decimals loses nothing.
            var fees = books.Fees[draft.Year];
            Choose(draft, books.Returns, ProactiveCell.Fees, fees, fees.Sum / FenInWanYuan, fees.Months);
        }
        foreach (var cell in draft.Form.Cells.Where(cell => cell.Table == "proactive" && !draft.Has(cell)))
            draft.Set(cell, CellSource.FromReturn(cell, books.Returns.Of(cell, draft.Year), draft.Findings));
    }

    private static void Fill(ReportDraft draft, ReturnBook returns, InstrumentRegister register, bool form2019)
    {
        var kept = register.Kept(draft.Year);
        var (issued, repealed) = (register.Issued[draft.Year], register.Repealed[draft.Year]);
        var issuedCell = ProactiveCell.Issued(register.Row, form2019);
        Choose(draft, returns, issuedCell, issued, issued.Count, kept);
        ReportDoubles(draft, issuedCell, register.Issued);
        if (form2019) return;
        Choose(draft, returns, ProactiveCell.Repealed(register.Row), repealed, repealed.Count, kept);
        ReportDoubles(draft, ProactiveCell.Repealed(register.Row), register.Repealed);
        draft.Set(ProactiveCell.InForce(register.Row), new InForceHistory(register, returns).At(draft.Year, draft.Findings));
    }

    private static void Choose(ReportDraft draft, ReturnBook returns, CellKey cell, Tally acts, decimal counted, Months kept) =>
        draft.Set(cell, CellSource.Choose(cell, acts, counted, kept, returns.Of(cell, draft.Year), draft.Findings));

    private static void ReportDoubles(ReportDraft draft, CellKey cell, ActRegister register)
    {
        foreach (var act in register.Doubles.Where(act => act.On.Year == draft.Year))
            draft.Findings.Add(new Finding("proactive.recorded-twice", Severity.Error, [cell], null, null,
                $"同一件事登记了两次：台账第 {act.Sequence} 条未计入；如前一次登记有误，请用更正。"));
    }
}
