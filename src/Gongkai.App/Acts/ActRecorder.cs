using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Jobs;
using Gongkai.App.Ledger;
using Gongkai.App.Personal;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.App.Acts;

/// <summary>
/// The one way to write. It opens the transaction before anything is read, locks the chain heads of the agencies concerned, lets a
/// service change tables and record its acts, and commits rows, entries, heads and the site's generation together or not at all.
/// </summary>
/// <param name="house">The house.</param>
public sealed class ActRecorder(House house)
{
    /// <summary>The house.</summary>
    internal House House => house;

    /// <summary>Does some acts of one agency.</summary>
    /// <inheritdoc cref="RecordAsync{T}(IReadOnlyCollection{AgencyId}, Func{ActSession, CancellationToken, Task{Outcome{T}}}, CancellationToken)"/>
    public Task<Outcome<T>> RecordAsync<T>(
        AgencyId agency, Func<ActSession, CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellation) =>
        RecordAsync([agency], work, cancellation);

    /// <summary>Does some acts of one or several agencies: a bundle, an import, a merger.</summary>
    /// <typeparam name="T">What the service hands back.</typeparam>
    /// <param name="agencies">Whose chains are written to; none when the work founds an agency or writes rows of the house itself.</param>
    /// <param name="work">
    /// Changes tables and records acts; may run again after a passing error, so it does nothing that cannot be undone. When it refuses,
    /// nothing of it stays.
    /// </param>
    /// <param name="cancellation">Gives up; nothing stays then.</param>
    /// <returns>What the work returned, or why nothing was recorded.</returns>
    public async Task<Outcome<T>> RecordAsync<T>(
        IReadOnlyCollection<AgencyId> agencies, Func<ActSession, CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellation)
    {
        // Without its keys a house records nothing: what is to be sealed is never written in clear instead.
        var ring = await house.Keys.OpenAsync(cancellation);
        return ring.IsRefused ? ring.Refusal : await RunAsync(agencies, ring.Value, work, cancellation);
    }

    /// <summary>Writes rows of the house itself and no act: what the ring notes of its own keys, before anything can be sealed with them.</summary>
    internal Task<Outcome<T>> NoteAsync<T>(Func<ActSession, CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellation) =>
        RunAsync([], null, work, cancellation);

    private async Task<Outcome<T>> RunAsync<T>(
        IReadOnlyCollection<AgencyId> agencies, KeyRing? ring, Func<ActSession, CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellation)
    {
        // Every writer locks in this order, so that no two wait for each other.
        AgencyId[] chains = [.. agencies.Distinct().OrderBy(agency => agency.Value)];
        await using var db = house.Open(AgencyScope.Of(chains));
        var attempt = new Attempt<T>(house, db, chains, ring, work);
        try
        {
            var result = await house.Database.WriteStrategy(db).ExecuteAsync(
                attempt,
                static (_, attempt, cancellation) => attempt.RunAsync(cancellation),
                static (_, attempt, cancellation) => attempt.LookWhetherCommittedAsync(cancellation),
                cancellation);
            if (!result.IsRefused && attempt.PublicPagesChange) house.AnnouncePublicPages();
            if (!result.IsRefused) house.AnnounceWork(attempt.Work);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("act.concurrent", "在您打开之后，这条记录被别人改过，这次没有保存。请刷新后再改。");
        }
        catch (DbUpdateException error) when (house.Database.IsDuplicate(error.InnerException) && Duplicates.Explain(error) is { } refusal)
        {
            return refusal;
        }
        catch (Exception error) when (house.Database.Explain(error) is { } refusal)
        {
            return refusal;
        }
    }

    /// <summary>One run of the work in one transaction, and the memory needed when the commit's answer is lost.</summary>
    private sealed class Attempt<T>(
        House house, GongkaiDb db, IReadOnlyList<AgencyId> chains, KeyRing? ring, Func<ActSession, CancellationToken, Task<Outcome<T>>> work)
    {
        private LedgerEntryRow? _last;
        private Outcome<T> _result;

        public bool PublicPagesChange { get; private set; }

        public IReadOnlyCollection<JobKind> Work { get; private set; } = [];

        public async Task<Outcome<T>> RunAsync(CancellationToken cancellation)
        {
            _last = null;
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            if (await LockAsync(cancellation) is { } unknown) return unknown;
            var session = new ActSession(db, Instant.Now(house.Clock), await ReadHashAsync(cancellation), ring, db.ChainHeads.Local);
            _result = await work(session, cancellation);
            if (_result.IsRefused) return _result;
            if (await ClosedAgencies.ForbidAsync(db, cancellation) is { } closed) return closed;
            await db.SaveChangesAsync(cancellation);
            if (MissingFile() is { } missing) return missing;
            (PublicPagesChange, Work) = (session.PublicPagesChange, session.Work);
            if (PublicPagesChange)
                await db.SiteGenerations.ExecuteUpdateAsync(site => site.SetProperty(row => row.Number, row => row.Number + 1), cancellation);
            _last = session.LastEntry;
            await transaction.CommitAsync(cancellation);
            return _result;
        }

        /// <summary>After a connection broke in the commit: the salted hash of the last entry is in the chain exactly when it was committed.</summary>
        public async Task<ExecutionResult<Outcome<T>>> LookWhetherCommittedAsync(CancellationToken cancellation)
        {
            if (_last is not { } last) return new ExecutionResult<Outcome<T>>(false, default);
            await using var fresh = house.Open(AgencyScope.Of(last.AgencyId));
            var committed = await fresh.Ledger.AnyAsync(entry => entry.AgencyId == last.AgencyId && entry.Hash == last.Hash, cancellation);
            return new ExecutionResult<Outcome<T>>(committed, _result);
        }

        private async Task<Refusal?> LockAsync(CancellationToken cancellation)
        {
            foreach (var chain in chains)
            {
                // Updating the row locks it on PostgreSQL; on SQLite the transaction is the only writer already.
                var locked = await db.ChainHeads.Where(head => head.AgencyId == chain)
                    .ExecuteUpdateAsync(head => head.SetProperty(row => row.Sequence, row => row.Sequence), cancellation);
                if (locked == 0) return new Refusal("agency.unknown", "没有登记这个机关。请先登记机关，再登记它的事项。");
            }
            await db.ChainHeads.LoadAsync(cancellation);
            return null;
        }

        private async Task<Gongkai.Domain.Ledger.ChainHash> ReadHashAsync(CancellationToken cancellation)
        {
            var name = await db.House.Select(row => row.LedgerHash).SingleAsync(cancellation);
            return ChainHashes.Find(name) ?? throw new InvalidOperationException($"The house seals with '{name}', which this program does not know.");
        }

        // The sweep may have removed a file that waited too long for its act; under the lock this is certain.
        private Refusal? MissingFile() => db.Files.Local.FirstOrDefault(file => !house.Files.Has(file.Hash)) is { } file
            ? new Refusal("file.missing", $"“{file.OriginalName}”已不在暂存处。请重新上传。")
            : null;
    }
}
