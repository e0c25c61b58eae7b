namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// Decides what a cell is counted from: acts or signed returns, never both for the same months. Where both speak, the
/// acts stand, since each of them can be looked at, and the double source is an error until one of them is corrected.
/// </summary>
internal static class CellSource
{
    /// <summary>The cell from the acts and the returns of a year.</summary>
    /// <param name="cell">Which cell.</param>
    /// <param name="acts">The acts that count in it.</param>
    /// <param name="counted">What they amount to.</param>
    /// <param name="kept">Months in which the register behind the cell was kept: then even no act is a number, 0.</param>
    /// <param name="returned">What the returns say, or null.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static CountedCell Choose(
        CellKey cell, Tally acts, decimal counted, Months kept, ReturnedValue? returned, ICollection<Finding> findings)
    {
        if (returned is null)
            return kept.IsEmpty ? CountedCell.NotReported : CountedCell.Of(counted, CellBasis.Acts, acts.Sequences);
        if (kept.IsEmpty) return FromReturn(cell, returned, findings);
        ReportFaults(cell, returned, findings);
        if (returned.Sequences.Count == 0) return CountedCell.Of(counted, CellBasis.Acts, acts.Sequences);
        if (!(kept & returned.Covered).IsEmpty)
        {
            findings.Add(new Finding($"{cell.Table}.double-source", Severity.Error, [cell], counted, returned.Sum,
                $"同一期间既有台账登记（{Number(counted)}）又有科室报数单（{Number(returned.Sum)}）：按台账计，报数单未计入；请作废其中一种。"));
            return CountedCell.Of(counted, CellBasis.Acts, acts.Sequences);
        }
        // The acts answer for the months no unit reported on; a unit that leaves out a month others report on is still missing.
        var missing = returned.Missing & returned.Covered;
        if (!missing.IsEmpty)
        {
            findings.Add(Incomplete(cell, missing));
            return CountedCell.NotReported;
        }
        findings.Add(new Finding($"{cell.Table}.two-sources", Severity.Hint, [cell], null, null,
            $"{returned.Covered}按科室报数单（{Number(returned.Sum)}），其余月份按台账登记（{Number(counted)}），两段相加。"));
        return CountedCell.Of(counted + returned.Sum, CellBasis.ActsAndReturn, acts.Sequences.Concat(returned.Sequences));
    }

    /// <summary>The cell from returns alone.</summary>
    public static CountedCell FromReturn(CellKey cell, ReturnedValue? returned, ICollection<Finding> findings)
    {
        if (returned is null) return CountedCell.NotReported;
        ReportFaults(cell, returned, findings);
        if (returned.Missing.IsEmpty) return CountedCell.Of(returned.Sum, CellBasis.Return, returned.Sequences);
        findings.Add(Incomplete(cell, returned.Missing));
        return CountedCell.NotReported;
    }

    /// <summary>A number as it is printed: no trailing zeros.</summary>
    public static string Number(decimal value) => value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);

    private static Finding Incomplete(CellKey cell, Months missing) => new(
        $"{cell.Table}.return-incomplete", Severity.Error, [cell], null, null, $"科室报数单没有报全：缺{missing}，本单元格按未报处理。");

    private static void ReportFaults(CellKey cell, ReturnedValue returned, ICollection<Finding> findings)
    {
        foreach (var sequence in returned.Repeated)
            findings.Add(new Finding($"{cell.Table}.return-repeated", Severity.Error, [cell], null, null,
                $"同一科室就同一期间重复报数：台账第 {sequence} 条未计入；如要改数，请以更正方式替换原报数单。"));
        foreach (var sequence in returned.Impossible)
            findings.Add(new Finding($"{cell.Table}.return-impossible", Severity.Error, [cell], null, null,
                $"台账第 {sequence} 条报数单的数字不能填入本单元格（件数应为不小于零的整数），未计入。"));
    }
}
