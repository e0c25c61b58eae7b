using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Jobs;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Conversions;

/// <summary>
/// Documents that wait to be made PDFs (转换队列). The same document waits once, whoever asks, and its PDF is there at once when it was made
/// before: both are stored by their content.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
public sealed class PdfQueue(House house, ActRecorder recorder)
{
    /// <summary>Asks for the PDF of a Word document.</summary>
    /// <param name="agency">Whose document.</param>
    /// <param name="name">Name of the PDF, without its ending.</param>
    /// <param name="document">The document.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Where it stands in the queue; one that failed before is tried anew.</returns>
    public async Task<Outcome<Conversion>> AskAsync(AgencyId agency, string name, byte[] document, CancellationToken cancellation)
    {
        var stored = await house.Files.PutAsync($"{name}.docx", document, cancellation);
        if (stored.IsRefused) return stored.Refusal;
        return await recorder.RecordAsync<Conversion>(agency, async (acts, cancellation) =>
        {
            await acts.AttachAsync(stored.Value, cancellation);
            var row = await acts.Db.Conversions.SingleOrDefaultAsync(known => known.AgencyId == agency && known.SourceHash == stored.Value.Hash, cancellation);
            if (row is null)
            {
                row = new Conversion
                {
                    Id = Guid.CreateVersion7(),
                    AgencyId = agency,
                    SourceHash = stored.Value.Hash,
                    Name = name,
                    State = ConversionState.Waiting,
                    AskedAt = acts.Now,
                    NextAt = acts.Now,
                };
                acts.Db.Conversions.Add(row);
            }
            else if (row.State == ConversionState.Failed || row is { State: ConversionState.Done, ResultHash: { } result } && !house.Files.Has(result))
            {
                Renew(acts, row);
            }
            if (row.State == ConversionState.Waiting) acts.LeaveWork(JobKind.Conversion);
            return row;
        }, cancellation);
    }

    /// <summary>Tries again what failed.</summary>
    /// <param name="conversion">As it was looked at.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<Conversion>> AskAgainAsync(Conversion conversion, CancellationToken cancellation) =>
        recorder.RecordAsync<Conversion>(conversion.AgencyId, async (acts, cancellation) =>
        {
            var row = await acts.Db.Conversions.SingleAsync(known => known.Id == conversion.Id, cancellation);
            if (row.State == ConversionState.Failed) Renew(acts, row);
            return row;
        }, cancellation);

    /// <summary>Reads the PDF, and only when its bytes are what was stored.</summary>
    /// <param name="conversion">One that is done.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<byte[]>> ReadAsync(Conversion conversion, CancellationToken cancellation) => conversion.ResultHash is { } hash
        ? house.Files.ReadAsync(hash, cancellation)
        : Task.FromResult<Outcome<byte[]>>(new Refusal("pdf.not-yet", "PDF 还没有转好。请过一会儿再看。"));

    private static void Renew(ActSession acts, Conversion row)
    {
        (row.State, row.ResultHash, row.Reason, row.Attempts, row.NextAt) = (ConversionState.Waiting, null, null, 0, acts.Now);
        acts.LeaveWork(JobKind.Conversion);
    }
}
