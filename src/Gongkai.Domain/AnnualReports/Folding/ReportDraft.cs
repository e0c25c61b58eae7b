using System.Globalization;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>The report while it is folded: cells, their sources and the findings.</summary>
/// <param name="form">The form it is made for.</param>
/// <param name="year">The year reported on.</param>
/// <param name="returns">The signed returns, to compare derived cells with.</param>
internal sealed class ReportDraft(ReportForm form, int year, ReturnBook returns)
{
    private readonly Dictionary<CellKey, CountedCell> _cells = [];

    /// <summary>The form it is made for.</summary>
    public ReportForm Form => form;

    /// <summary>The year reported on.</summary>
    public int Year => year;

    /// <summary>What is missing, double or irregular.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>A cell that was set.</summary>
    public CountedCell this[CellKey key] => _cells[key];

    /// <summary>True when a cell was set.</summary>
    public bool Has(CellKey key) => _cells.ContainsKey(key);

    /// <summary>Sets a cell.</summary>
    public void Set(CellKey key, CountedCell cell) => _cells[key] = cell;

    /// <summary>Sets a cell to the sum of others; without a value as soon as one of them has none.</summary>
    public void Derive(CellKey key, params IReadOnlyList<CellKey> parts)
    {
        var cells = parts.Select(part => _cells[part]).ToList();
        var sum = cells.Any(cell => cell.State == CellState.NotOpened) ? CountedCell.NotOpened
            : cells.Any(cell => cell.Value is null) ? CountedCell.NotReported
            : CountedCell.Of(cells.Sum(cell => cell.Value!.Value), CellBasis.Derived, [], parts);
        _cells[key] = sum;
        // Where acts and returns speak of the same table, that is the finding; their totals differ as a matter of course.
        var doubleSource = $"{key.Table}.double-source";
        if (Findings.Any(finding => finding.Rule == doubleSource)) return;
        if (returns.Of(key, year) is { Missing.IsEmpty: true } signed && sum.Value is { } value && value != signed.Sum)
            Findings.Add(new Finding($"{key.Table}.return-sum", Severity.Error, [key], value, signed.Sum,
                $"报数单上的合计是 {CellSource.Number(signed.Sum)}，按各分项计算应为 {CellSource.Number(value)}：以分项计算为准。"));
    }

    /// <summary>The finished report.</summary>
    public FoldedReport Finish(string agency, long upTo, ProcessingFeeTotal fees)
    {
        Dictionary<CellKey, ReportCell> cells = [];
        Dictionary<CellKey, CellProvenance> provenance = [];
        foreach (var key in form.Cells)
        {
            var cell = _cells[key];
            cells.Add(key, cell.Value is { } value
                ? ReportCell.OfNumber(key, decimal.Parse(CellSource.Number(value), CultureInfo.InvariantCulture))
                : ReportCell.Without(key, cell.State));
            provenance.Add(key, cell.Provenance);
        }
        return new FoldedReport(new AnnualReport(agency, year, form.Code, cells, []), provenance, Findings, upTo, fees);
    }
}
