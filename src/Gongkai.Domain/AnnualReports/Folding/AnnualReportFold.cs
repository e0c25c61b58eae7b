namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// The annual report as a fold over the ledger (年度报告由台账生成): nobody types a number into it. Each cell is counted from acts, or is
/// a signed return, or says 未报 or 未建账; the rules stand in docs/decisions/0005-fold.md.
/// </summary>
public static class AnnualReportFold
{
    /// <summary>Folds one agency's ledger.</summary>
    /// <param name="ledger">The agency's chain in sequence order.</param>
    /// <param name="agency">Name of the agency as the report prints it.</param>
    /// <param name="year">The year reported on.</param>
    /// <param name="upTo">Last sequence that counts, inclusive; later acts and corrections are not looked at.</param>
    /// <param name="form">The form to fill.</param>
    /// <returns>The report, or why an entry of the ledger cannot be read.</returns>
    public static Outcome<FoldedReport> Fold(IEnumerable<FoldEntry> ledger, string agency, int year, long upTo, ReportForm form) =>
        LedgerActs.Read(ledger, upTo).Then(acts => Fold(acts, agency, year, form));

    /// <summary>Folds acts that were read before.</summary>
    [Law("条例", 50)]
    public static Outcome<FoldedReport> Fold(LedgerActs acts, string agency, int year, ReportForm form)
    {
        var resolved = acts.Resolve();
        if (resolved.IsRefused) return resolved.Refusal;
        var books = Books.Of(resolved.Value);
        var draft = new ReportDraft(form, year, books.Returns);
        SectionTwo.Fill(draft, books);
        SectionThree.Fill(draft, books);
        SectionFour.Fill(draft, books);
        ReportUnknownCells(draft, books.Returns);
        ReportOpenedTwice(draft, books);
        var fees = books.ProcessingFees.TryGetValue(year, out var paid) ? paid.Total : new ProcessingFeeTotal(0, 0, []);
        return draft.Finish(agency, acts.UpTo, fees);
    }

    private static void ReportUnknownCells(ReportDraft draft, ReturnBook returns)
    {
        var unknown = returns.CellsOf(draft.Year).Except(draft.Form.Cells).OrderBy(cell => cell.Value, StringComparer.Ordinal).ToList();
        if (unknown.Count == 0) return;
        draft.Findings.Add(new Finding("report.return-unknown-cell", Severity.Warning, unknown, null, null,
            $"科室报数单里有 {unknown.Count} 个单元格不在本年年报格式（{draft.Form.Source}）中，未计入：{string.Join("、", unknown.Take(5))}。"));
    }

    private static void ReportOpenedTwice(ReportDraft draft, Books books)
    {
        foreach (var act in books.OpenedTwice.Where(act => act.On.Year == draft.Year))
            draft.Findings.Add(new Finding("report.books-opened-twice", Severity.Error, [], null, null,
                $"已经建账，台账第 {act.Sequence} 条重复建账，重复部分未计入；期初数有误的，请更正原建账条目。"));
    }
}
