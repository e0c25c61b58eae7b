namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// Tells of irregular acts of a register in the year they fall into. They are recorded, since they happened or were believed to
///; what they do to the numbers is said here.
/// </summary>
internal static class CaseFindings
{
    /// <summary>Adds the findings of the draft's year.</summary>
    public static void Report(ReportDraft draft, CaseTable table, CaseRegister register)
    {
        foreach (var irregular in register.Repeated.Where(irregular => irregular.On.Year == draft.Year))
            draft.Findings.Add(Of(table, irregular));
        foreach (var item in register.Cases)
        {
            if (item.Result < 0 || item.Voided) continue;
            if (item.Class < 0 && item.EndedOn.Year == draft.Year)
                draft.Findings.Add(Of(table, new IrregularCase(CaseFault.EndedButNeverBegun, item.EndedOn, item.EndedBy, item)));
            if (item.EndsBeforeItBegins && (item.EndedOn.Year == draft.Year || item.BegunOn.Year == draft.Year))
                draft.Findings.Add(Of(table, new IrregularCase(CaseFault.EndedBeforeBegun, item.EndedOn, item.EndedBy, item)));
        }
    }

    private static Finding Of(CaseTable table, IrregularCase irregular)
    {
        var (matter, ended) = (table.Words.Matter, table.Words.Ended);
        var (begunRule, endedRule) = (table.Words.BegunRule, table.Words.EndedRule);
        var (rule, message) = irregular.Fault switch
        {
            CaseFault.BegunTwice => ($"{begunRule}-twice",
                $"同一{matter}登记了两次收到：台账第 {irregular.Sequence} 条未计入；如前一次登记有误，请用更正。"),
            CaseFault.EndedTwice => ($"{endedRule}-twice",
                $"同一{matter}{ended}了两次：台账第 {irregular.Sequence} 条未计入；如前一次登记有误，请用更正。"),
            CaseFault.EndedBeforeBegun => ($"{endedRule}-before-{begunRule}",
                $"{ended}之日（{irregular.Case.EndedOn:yyyy-MM-dd}）早于收到之日（{irregular.Case.BegunOn:yyyy-MM-dd}）：台账第 {irregular.Sequence} 条按收到之日计，请更正日期。"),
            _ => ($"{endedRule}-but-never-{begunRule}",
                $"{ended}的{matter}没有收到的登记，也不在期初之列：台账第 {irregular.Sequence} 条未计入；请补登记收到之日。"),
        };
        return new Finding($"{table.Table}.{rule}", Severity.Error, CellsOf(table, irregular), null, null, message);
    }

    // Without a class there is no column, and so no cell, to point at.
    private static IReadOnlyList<CellKey> CellsOf(CaseTable table, IrregularCase irregular)
    {
        if (irregular.Case.Class is not (>= 0 and var @class)) return [];
        var line = table.Results.FirstOrDefault(line => line.Results.Contains(irregular.Case.Result))?.Key ?? table.CarriedOver;
        return [table.Cell(line, @class)];
    }
}
