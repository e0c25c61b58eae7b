using System.Text.Json.Nodes;
using Gongkai.App.Data;
using Gongkai.App.Jobs;
using Gongkai.App.Ledger;
using Gongkai.App.Outbox;
using Gongkai.App.Personal;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Acts;

/// <summary>
/// One transaction of <see cref="ActRecorder"/>: the service changes tables through <see cref="Db"/> and records the acts it is doing.
/// The chain heads are locked, so what it reads cannot change before it is committed.
/// </summary>
public sealed class ActSession
{
    private readonly Dictionary<AgencyId, ChainHeadRow> _heads;
    private readonly ChainHash _hash;
    private readonly KeyRing? _ring;

    internal ActSession(GongkaiDb db, DateTime now, ChainHash hash, KeyRing? ring, IEnumerable<ChainHeadRow> heads)
    {
        Db = db;
        Now = now;
        _hash = hash;
        _ring = ring;
        _heads = heads.ToDictionary(head => head.AgencyId);
    }

    /// <summary>The tables, limited to the agencies whose chains are locked.</summary>
    public GongkaiDb Db { get; }

    /// <summary>The instant at which the acts are recorded, UTC in whole microseconds.</summary>
    public DateTime Now { get; }

    internal bool PublicPagesChange { get; private set; }

    /// <summary>Seals personal values for the rows that are written with the acts.</summary>
    internal SealedValues Values => new(Ring);

    private KeyRing Ring => _ring ?? throw new InvalidOperationException("A note of the house itself seals nothing and is no act.");

    internal LedgerEntryRow? LastEntry { get; private set; }

    internal HashSet<JobKind> Work { get; } = [];

    /// <summary>Adds a new agency and opens its chain.</summary>
    public void OpenChain(Agency agency)
    {
        Db.Agencies.Add(agency);
        var head = new ChainHeadRow { AgencyId = agency.Id };
        Db.ChainHeads.Add(head);
        _heads.Add(agency.Id, head);
    }

    /// <summary>Records one act: seals its entry onto the agency's chain.</summary>
    /// <param name="agency">Whose act it is; one of the agencies the session was opened for.</param>
    /// <param name="facts">What the report needs to know of it.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="effectiveOn">The day the law counts it for.</param>
    /// <param name="privatePart">Who, why, and what names the matter.</param>
    /// <param name="corrects">Sequence of the earlier entry it corrects, or null.</param>
    /// <returns>Sequence of the entry.</returns>
    public long Record<TFacts>(
        AgencyId agency, TFacts facts, SubjectId subject, DateOnly effectiveOn, PrivatePart privatePart, long? corrects = null)
        where TFacts : IActFacts<TFacts> =>
        Record(agency, TFacts.Kind, facts.Write(), subject, effectiveOn, privatePart, corrects);

    /// <summary>Records an act whose facts were written before, by a plan that was checked as a whole.</summary>
    /// <inheritdoc cref="Record{TFacts}(AgencyId, TFacts, SubjectId, DateOnly, PrivatePart, long?)"/>
    public long Record(
        AgencyId agency, ActKind kind, JsonObject facts, SubjectId subject, DateOnly effectiveOn, PrivatePart privatePart, long? corrects = null)
    {
        var head = _heads[agency];
        if (corrects is { } earlier) ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, head.Sequence, nameof(corrects));
        var envelope = new LedgerFacts(agency.Chain, head.Sequence + 1, kind, subject, effectiveOn, Now, corrects, facts);
        var entry = SealedEntry.Seal(_hash, head.Hash, envelope, privatePart);
        LastEntry = new LedgerEntryRow
        {
            AgencyId = agency,
            Sequence = envelope.Sequence,
            Kind = envelope.Kind.ToString(),
            SubjectId = subject.Value,
            EffectiveOn = effectiveOn,
            RecordedAt = Now,
            Corrects = corrects,
            FactsText = entry.Entry.FactsText,
            PrivateBytes = new PrivatePartSeal(Ring).Close(agency, envelope.Sequence, entry.PrivateBytes, entry.Salt),
            PrivateDigest = entry.Entry.PrivateDigest,
            PreviousHash = entry.Entry.PreviousHash,
            Hash = entry.Entry.Hash,
        };
        Db.Ledger.Add(LastEntry);
        head.Sequence = LastEntry.Sequence;
        head.Hash = LastEntry.Hash;
        return LastEntry.Sequence;
    }

    /// <summary>Saves a stored file's row with the acts; a file that is known already keeps the row it has.</summary>
    public async Task AttachAsync(StoredFile file, CancellationToken cancellation)
    {
        if (await Db.Files.SingleOrDefaultAsync(known => known.Hash == file.Hash, cancellation) is not { } known) Db.Files.Add(file);
        // The same content came again after it had been removed: it is there again, and has a name.
        else if (known.PurgedAt is not null) (known.PurgedAt, known.OriginalName) = (null, file.OriginalName);
    }

    /// <summary>Tells people of the acts, in their transaction: the message is there exactly when they are.</summary>
    /// <param name="news">What is told, and to whom; what was told already is not told again.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task TellAsync(News news, CancellationToken cancellation)
    {
        if (await OutboxWriting.WriteAsync(this, news, cancellation)) Work.Add(JobKind.Delivery);
    }

    /// <summary>Says that these acts leave work for the background: it is looked for right after the commit.</summary>
    public void LeaveWork(JobKind job) => Work.Add(job);

    /// <summary>Says that public pages change with these acts: no node serves an older one after the commit.</summary>
    public void ChangePublicPages() => PublicPagesChange = true;
}
