using Gongkai.Documents.Sheets;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports.Folding;

namespace Gongkai.App.Imports;

/// <summary>A ledger that stands in a plain file and in no house: its lines are checked as an import into an empty house would be.</summary>
public static class LedgerFile
{
    /// <summary>Reads the entries a file amounts to, ready to be folded.</summary>
    /// <param name="bytes">CSV, XLSX or JSON Lines in the shape of the import template.</param>
    /// <returns>The entries and the lines that cannot be taken, or why the file cannot be read at all.</returns>
    public static Outcome<(IReadOnlyList<FoldEntry> Entries, IReadOnlyList<ImportProblem> Problems)> Read(byte[] bytes)
    {
        var sheet = SheetReader.Read(bytes);
        if (sheet.IsRefused) return sheet.Refusal;
        var (lines, problems) = ActLineParser.Parse(sheet.Value);
        if (problems.Count > 0) return ([], problems);
        var agency = new AgencyId(Guid.CreateVersion7());
        var plan = ImportPlan.Make(lines, new Register { Agency = agency });
        if (plan.Problems.Count > 0) return ([], plan.Problems);
        // The instant of recording plays no part in a fold; a fixed one keeps equal files equal.
        return (plan.Acts.Select((act, index) => act.AsEntry(agency.Chain, index + 1, DateTime.UnixEpoch)).ToList(), []);
    }
}
