using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Personal;

/// <summary>A key as it may be shown: never the key.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Number">Its number.</param>
/// <param name="MadeAt">When it was made, UTC.</param>
/// <param name="IsCurrent">True when new values are sealed with it.</param>
public sealed record KeyInRing(KeyPurpose Purpose, int Number, DateTime MadeAt, bool IsCurrent);

/// <summary>
/// The house's keys (密钥环). They lie in the data folder's <c>keys/</c>, or in a mounted file or the environment where several nodes run.
/// Several programs may have the ring open; a key added by one is found by the others. A house that has sealed something never gets new
/// keys in place of lost ones: that would look like success and lose everything.
/// </summary>
public sealed class KeyRing
{
    private readonly House _house;
    private readonly RingSource _source;
    private volatile Snapshot _snapshot;

    private KeyRing(House house, RingSource source, RingFile ring)
    {
        (_house, _source) = (house, source);
        _snapshot = new Snapshot(ring, source.Stamp());
    }

    /// <summary>Opens the ring, and makes it when the house has never sealed anything.</summary>
    /// <param name="house">The house.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task<Outcome<KeyRing>> OpenAsync(House house, CancellationToken cancellation) =>
        OpenAsync(house, RingSource.Choose(house.Address.KeysFolder), cancellation);

    /// <summary>Opens the ring that is there, and makes none.</summary>
    internal static Task<Outcome<KeyRing>> FindAsync(House house, CancellationToken cancellation) =>
        OpenAsync(house, RingSource.Choose(house.Address.KeysFolder), cancellation, mayMake: false);

    internal static async Task<Outcome<KeyRing>> OpenAsync(House house, RingSource source, CancellationToken cancellation, bool mayMake = true)
    {
        try
        {
            var read = await source.ReadAsync(cancellation);
            if (read.IsRefused) return read.Refusal;
            var ring = read.Value;
            if (ring is null && (!mayMake || !source.CanChange || await HasSealedAsync(house, cancellation)))
            {
                // Another program may have made the ring between the look at the folder and the look at the table.
                var again = await source.ReadAsync(cancellation);
                if (again.IsRefused) return again.Refusal;
                if (again.Value is null) return Missing(source);
                ring = again.Value;
            }
            if (ring is null)
            {
                var made = await MakeAsync(house, source, cancellation);
                if (made.IsRefused) return made.Refusal;
                ring = made.Value;
            }
            return await AgreeAsync(house, source, ring, cancellation) is { } refusal ? refusal : new KeyRing(house, source, ring);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal("keys.unreachable", $"{source.Name}写不进去。请检查运行本程序的用户对密钥文件夹的权限。");
        }
        catch (Exception error) when (house.Database.Explain(error) is { } refusal)
        {
            return refusal;
        }
    }

    /// <summary>The keys, without the keys.</summary>
    public IReadOnlyList<KeyInRing> Keys => [.. Refreshed().Ring.Keys.Select(key =>
        new KeyInRing(key.Purpose, key.Number, key.MadeAt, key.Number == Current(key.Purpose).Number))];

    /// <summary>True when this program can add keys; a mounted or environment ring is changed where it comes from.</summary>
    public bool CanChange => _source.CanChange;

    /// <summary>The key that new values are sealed with.</summary>
    internal RingKey Current(KeyPurpose purpose) => Refreshed().Ring.Keys.Where(key => key.Purpose == purpose).MaxBy(key => key.Number)!;

    /// <summary>All keys of a purpose, the current one first.</summary>
    internal IEnumerable<RingKey> All(KeyPurpose purpose) =>
        Refreshed().Ring.Keys.Where(key => key.Purpose == purpose).OrderByDescending(key => key.Number);

    /// <summary>A key by its number, or null when this ring has never had it.</summary>
    internal RingKey? Find(KeyPurpose purpose, int number) =>
        Refreshed().Ring.Keys.FirstOrDefault(key => key.Purpose == purpose && key.Number == number);

    /// <summary>Adds a key; from now on it is the current one.</summary>
    internal async Task<Outcome<RingKey>> AddAsync(KeyPurpose purpose, CancellationToken cancellation)
    {
        if (!CanChange)
            return new Refusal("keys.fixed", $"密钥由{_source.Name}提供，本程序不能改。请在那里加入新密钥并重新启动各节点，再运行本命令重新加密。");
        using var alone = await _source.LockAsync(cancellation);
        var read = await _source.ReadAsync(cancellation);
        if (read.IsRefused) return read.Refusal;
        if (read.Value is not { } ring) return Missing(_source);
        var number = ring.Keys.Where(key => key.Purpose == purpose).Max(key => key.Number) + 1;
        var added = RingKey.Make(purpose, number, Instant.Now(_house.Clock));
        var changed = ring with { Keys = [.. ring.Keys, added] };
        await _source.WriteAsync(changed, cancellation);
        _snapshot = new Snapshot(changed, _source.Stamp());
        return await AgreeAsync(_house, _source, changed, cancellation) is { } refusal ? refusal : added;
    }

    private static async Task<Outcome<RingFile>> MakeAsync(House house, RingSource source, CancellationToken cancellation)
    {
        using var alone = await source.LockAsync(cancellation);
        // Another program may have made it a moment ago.
        var read = await source.ReadAsync(cancellation);
        if (read.IsRefused) return read.Refusal;
        if (read.Value is { } theirs) return theirs;
        var now = Instant.Now(house.Clock);
        var ring = new RingFile(RingFile.CurrentSchema, [.. Enum.GetValues<KeyPurpose>().Select(purpose => RingKey.Make(purpose, 1, now))]);
        await source.WriteAsync(ring, cancellation);
        return ring;
    }

    /// <summary>Ring and database must speak of the same keys; keys that are new to the database are noted there.</summary>
    private static async Task<Refusal?> AgreeAsync(House house, RingSource source, RingFile ring, CancellationToken cancellation)
    {
        var noted = await NotedAsync(house, cancellation);
        var added = ring.Keys.Where(key => !noted.ContainsKey((key.Purpose, key.Number))).ToList();
        if (added.Count > 0)
        {
            try
            {
                await new ActRecorder(house).NoteAsync<int>((acts, _) =>
                {
                    acts.Db.SealKeys.AddRange(added.Select(key =>
                        new SealKeyRow { Purpose = key.Purpose, Number = key.Number, MadeAt = key.MadeAt, Check = key.Check() }));
                    return Task.FromResult<Outcome<int>>(added.Count);
                }, cancellation);
            }
            catch (DbUpdateException error) when (house.Database.IsDuplicate(error.InnerException))
            {
                // Another program noted them at the same moment; whether it means the same keys is seen next.
            }
            noted = await NotedAsync(house, cancellation);
        }
        return noted.All(row => ring.Keys.Any(key => (key.Purpose, key.Number) == row.Key && key.Check() == row.Value))
            ? null
            : new Refusal("keys.foreign", $"{source.Name}里的密钥不是这套数据的密钥（或缺少其中几把），打不开已加密的内容。请换成与数据库配套的密钥；多节点时各节点须用同一份。");
    }

    private static async Task<Dictionary<(KeyPurpose, int), string>> NotedAsync(House house, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.None);
        return await db.SealKeys.AsNoTracking().ToDictionaryAsync(row => (row.Purpose, row.Number), row => row.Check, cancellation);
    }

    private static async Task<bool> HasSealedAsync(House house, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.None);
        return await db.SealKeys.AnyAsync(cancellation);
    }

    private static Refusal Missing(RingSource source) =>
        new("keys.missing", $"{source.Name}里没有密钥，而已加密的内容没有它打不开。请把单独保存的 keys 文件夹放回数据文件夹，或用环境变量 {RingSource.FileVariable} 指明密钥文件。");

    // Looking at the file's time costs microseconds; a key that another program added is used from the next value on.
    private Snapshot Refreshed()
    {
        var known = _snapshot;
        var stamp = _source.Stamp();
        if (stamp == known.Stamp || stamp == default || RingFile.Parse(File.ReadAllBytes(_source.File!)) is not { } ring) return known;
        return _snapshot = new Snapshot(ring, stamp);
    }

    private sealed record Snapshot(RingFile Ring, (DateTime, long) Stamp);
}
