using System.Text.Json;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Ledger;

/// <summary>
/// Writes a chain's public facts as JSON Lines (导出台账): a header, then an entry on each line. The private parts stay behind; their
/// digests go along, so whoever has the file can recompute the chain and fold the numbers.
/// </summary>
/// <param name="house">The house.</param>
public sealed class LedgerExport(House house)
{
    /// <summary>Writes one agency's chain.</summary>
    /// <param name="agency">Whose chain.</param>
    /// <param name="output">Where to; left open.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The header that was written, or why the database cannot be read.</returns>
    public async Task<Outcome<ExportHeader>> WriteAsync(AgencyId agency, Stream output, CancellationToken cancellation)
    {
        try
        {
            await using var db = house.Open(AgencyScope.Of(agency));
            await using var snapshot = await db.BeginSnapshotAsync(cancellation);
            var head = await db.ReadHeadAsync(agency, cancellation);
            var header = new ExportHeader(ExportHeader.CurrentSchema, agency.Value, head.Sequence, head.Hash);
            await JsonSerializer.SerializeAsync(output, header, ExportJson.Lines.ExportHeader, cancellation);
            output.WriteByte((byte)'\n');
            var entries = db.Ledger.Where(entry => entry.AgencyId == agency).OrderBy(entry => entry.Sequence)
                .Select(entry => new ExportedEntry(entry.FactsText, entry.PrivateDigest, entry.PreviousHash, entry.Hash));
            await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancellation))
            {
                await JsonSerializer.SerializeAsync(output, entry, ExportJson.Lines.ExportedEntry, cancellation);
                output.WriteByte((byte)'\n');
            }
            return header;
        }
        catch (Exception error) when (house.Database.Explain(error) is { } refusal)
        {
            return refusal;
        }
    }
}
