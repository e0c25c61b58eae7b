using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Checks;

namespace Gongkai.Commands.Reports;

/// <summary>
/// The reports given on one command line, so that each finds the one of the year before among them. Few are kept whole; of many only the
/// figures that the next year needs are kept, and each is read a second time when its turn comes.
/// </summary>
internal sealed class ReportShelf
{
    private const int KeptWhole = 256;

    private readonly Dictionary<string, Outcome<ReportFile>> _whole;
    private readonly ILookup<int?, AnnualReport> _byYear;

    private ReportShelf(Dictionary<string, Outcome<ReportFile>> whole, IEnumerable<AnnualReport> figures)
    {
        _whole = whole;
        _byYear = figures.ToLookup(report => report.Year);
    }

    public static async Task<ReportShelf> OfAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        Dictionary<string, Outcome<ReportFile>> whole = [];
        List<AnnualReport> figures = [];
        if (paths.Count < 2) return new ReportShelf(whole, figures);
        using var progress = new Progress("已读取", paths.Count);
        await foreach (var (path, read) in paths.SelectInOrder(async path => (path, await ReportFile.ReadAsync(path, cancellation))))
        {
            progress.Step();
            if (paths.Count <= KeptWhole) whole[path] = read;
            if (!read.IsRefused) figures.Add(ReportCheck.Remember(read.Value.Report));
        }
        return new ReportShelf(whole, figures);
    }

    public async Task<Outcome<ReportFile>> ReadAsync(string path, CancellationToken cancellation) =>
        _whole.TryGetValue(path, out var kept) ? kept : await ReportFile.ReadAsync(path, cancellation);

    /// <summary>The same agency's report of the year before; the one under exactly the same name where several fit.</summary>
    public AnnualReport? YearBefore(AnnualReport report) => _byYear[report.Year - 1]
        .Where(earlier => ReportCheck.IsYearBefore(earlier, report))
        .OrderByDescending(earlier => earlier.Agency == report.Agency)
        .FirstOrDefault();
}
