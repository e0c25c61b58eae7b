using System.Text;
using Gongkai.App.Ledger;
using Gongkai.Documents.Data;
using Gongkai.Documents.Sheets;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports.Folding;

namespace Gongkai.App.Imports;

/// <summary>
/// A ledger that stands in a file and in no house: an exported one, whose chain must hold, or an import file, whose lines are checked as an
/// import into an empty house would be.
/// </summary>
public static class LedgerFile
{
    /// <summary>Reads the entries a file amounts to, ready to be folded.</summary>
    /// <param name="bytes">An exported ledger, or CSV, XLSX or JSON Lines in the shape of the import template.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The entries and the lines that cannot be taken, or why the file cannot be read at all.</returns>
    public static async Task<Outcome<(IReadOnlyList<FoldEntry> Entries, IReadOnlyList<ImportProblem> Problems)>> ReadAsync(
        byte[] bytes, CancellationToken cancellation) =>
        bytes.AsSpan(0, Math.Min(bytes.Length, 200)).IndexOf(Encoding.ASCII.GetBytes(ExportHeader.CurrentSchema)) >= 0
            ? await ReadExportAsync(bytes, cancellation)
            : ReadImport(bytes);

    private static async Task<Outcome<(IReadOnlyList<FoldEntry> Entries, IReadOnlyList<ImportProblem> Problems)>> ReadExportAsync(
        byte[] bytes, CancellationToken cancellation)
    {
        List<FoldEntry> entries = [];
        using var stream = new MemoryStream(bytes);
        var ledger = await ExportedLedger.ReadAsync(stream, entry =>
        {
            entries.Add(entry);
            return null;
        }, cancellation);
        if (ledger.IsRefused) return ledger.Refusal;
        return ledger.Value.Break is { } broken
            ? new Refusal("ledger.broken", $"这份导出的台账不完整，不能据以汇总：{broken.Message}")
            : (entries, []);
    }

    private static Outcome<(IReadOnlyList<FoldEntry> Entries, IReadOnlyList<ImportProblem> Problems)> ReadImport(byte[] bytes)
    {
        var sheet = SheetReader.Read(bytes);
        if (sheet.IsRefused) return sheet.Refusal;
        var (lines, problems) = ActLineParser.Parse(sheet.Value);
        if (problems.Count > 0) return ([], problems);
        var agency = new AgencyId(Guid.CreateVersion7());
        var plan = ImportPlan.Make(lines, new Register { Agency = agency, Calendar = BuiltInCalendars.Calendar });
        if (plan.Problems.Count > 0) return ([], plan.Problems);
        // The instant of recording plays no part in a fold; a fixed one keeps equal files equal.
        return (plan.Acts.Select((act, index) => act.AsEntry(agency.Chain, index + 1, DateTime.UnixEpoch)).ToList(), []);
    }
}
