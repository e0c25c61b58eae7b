using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Jobs;
using Gongkai.Documents.Conversion;
using Gongkai.Domain;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Conversions;

/// <summary>
/// Converts what waits in the queue (办理转换). New documents go together in one call of LibreOffice; one that has failed is tried alone, so that
/// it takes no other with it. Without LibreOffice each says so, and nothing else is wrong.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
/// <param name="office">Finds LibreOffice when it is needed: it may be installed while the program runs.</param>
public sealed class ConversionSweep(House house, ActRecorder recorder, Func<Outcome<LibreOffice>> office) : ISweep
{
    /// <summary>How often a document is tried.</summary>
    public const int MostAttempts = 3;

    /// <summary>How many go into one call.</summary>
    public const int AtATime = 20;

    private static readonly TimeSpan Lease = LibreOffice.Limit + TimeSpan.FromMinutes(2);

    /// <summary>Uses the LibreOffice of this machine.</summary>
    public ConversionSweep(House house, ActRecorder recorder) : this(house, recorder, LibreOffice.Find)
    {
    }

    /// <inheritdoc/>
    public JobKind Job => JobKind.Conversion;

    /// <inheritdoc/>
    public async Task<SweepResult> RunAsync(DateTime now, CancellationToken cancellation)
    {
        var (done, failed) = (0, 0);
        await using var db = house.Open(AgencyScope.All);
        while (await ClaimAsync(db, now, cancellation) is { Count: > 0 } claimed)
        {
            var ended = await ConvertAsync(claimed, now, cancellation);
            (done, failed) = (done + ended.Count(state => state == ConversionState.Done), failed + ended.Count(state => state == ConversionState.Failed));
        }
        return new SweepResult(done, failed, done + failed == 0 ? null : $"转换 {done} 份{(failed > 0 ? $"，{failed} 份没有成功" : "")}");
    }

    // New ones together; those that were tried before one at a time, and claimed when their turn has come.
    private static async Task<List<Conversion>> ClaimAsync(GongkaiDb db, DateTime now, CancellationToken cancellation)
    {
        var due = await db.Conversions.AsNoTracking()
            .Where(row => (row.State == ConversionState.Waiting || row.State == ConversionState.Running) && row.NextAt <= now)
            .OrderBy(row => row.Attempts).ThenBy(row => row.NextAt).Take(AtATime).ToListAsync(cancellation);
        List<Conversion> claimed = [];
        foreach (var row in due)
        {
            if (row.Attempts > 0 && claimed.Count > 0) break;
            if (await db.ClaimAsync(row, now + Lease, cancellation)) claimed.Add(row);
        }
        return claimed;
    }

    private async Task<IReadOnlyList<ConversionState>> ConvertAsync(List<Conversion> batch, DateTime now, CancellationToken cancellation)
    {
        List<ConversionState> ended = [];
        List<Conversion> readable = [];
        List<byte[]> documents = [];
        foreach (var row in batch)
        {
            var document = await house.Files.ReadAsync(row.SourceHash, cancellation);
            if (document.IsRefused)
            {
                ended.Add(await EndAsync(row, document.Refusal, now, isFinal: true));
                continue;
            }
            readable.Add(row);
            documents.Add(document.Value);
        }
        if (readable.Count == 0) return ended;
        var tool = office();
        var made = tool.IsRefused
            ? tool.Refusal
            : await tool.Value.ToPdfAsync(Path.Combine(house.Address.Folder, "converting", Guid.NewGuid().ToString("N")), documents, cancellation);
        for (var index = 0; index < readable.Count; index++)
        {
            var pdf = made.IsRefused ? made.Refusal
                : made.Value[index] is { } bytes ? await house.Files.PutAsync($"{readable[index].Name}.pdf", bytes, CancellationToken.None)
                : (Outcome<StoredFile>)new Refusal("pdf.none", "LibreOffice 没有转出这份文档，它可能有损坏。");
            ended.Add(await EndAsync(readable[index], pdf, now, isFinal: tool.IsRefused));
        }
        return ended;
    }

    private async Task<ConversionState> EndAsync(Conversion claimed, Outcome<StoredFile> pdf, DateTime now, bool isFinal)
    {
        var ended = await recorder.RecordAsync<ConversionState>(claimed.AgencyId, async (acts, cancellation) =>
        {
            var row = await acts.Db.Conversions.SingleAsync(one => one.Id == claimed.Id, cancellation);
            // Somebody else took it up after our lease had run out: what they make of it stands.
            if (row.Version != claimed.Version + 1) return ConversionState.Running;
            if (!pdf.IsRefused)
            {
                await acts.AttachAsync(pdf.Value, cancellation);
                (row.State, row.ResultHash, row.Reason) = (ConversionState.Done, pdf.Value.Hash, null);
                return row.State;
            }
            var last = isFinal || row.Attempts >= MostAttempts;
            (row.State, row.NextAt, row.Reason) = (last ? ConversionState.Failed : ConversionState.Waiting, now, pdf.Refusal.Message);
            return row.State;
        }, CancellationToken.None);
        // What could not be written down is taken up again when the lease has run out.
        return ended.IsRefused ? ConversionState.Running : ended.Value;
    }
}
