using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.Jobs;
using Gongkai.App.Ledger;
using Gongkai.Domain;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Houses;

/// <summary>
/// An open house: its database and files. Several programs may have one open at the same time. <see cref="HouseOpening"/> opens it.
/// </summary>
public sealed class House : IDisposable
{
    private readonly IDisposable _use;

    internal House(HouseAddress address, HouseDatabase database, HouseRow row, TimeProvider clock, IDisposable use)
    {
        Address = address;
        Database = database;
        Clock = clock;
        IsDemo = row.IsDemo;
        HouseId = row.HouseId;
        Files = new FileStore(address.FilesFolder, clock);
        Files.Examine(SecretGuard.Examine);
        Keys = new HouseKeys(this);
        _use = use;
    }

    /// <summary>Where it is.</summary>
    public HouseAddress Address { get; }

    /// <summary>True when its data are made up.</summary>
    public bool IsDemo { get; }

    /// <summary>Identity of the house.</summary>
    public Guid HouseId { get; }

    /// <summary>The house's clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Today, in China, by its clock.</summary>
    public DateOnly Today => ChinaTime.DayOf(Instant.Now(Clock));

    /// <summary>Its files.</summary>
    public FileStore Files { get; }

    internal HouseDatabase Database { get; }

    /// <summary>Its keys.</summary>
    internal HouseKeys Keys { get; }

    /// <summary>
    /// Raised when an act done through this object has changed public pages, after its commit. Other programs and nodes find the raised
    /// <see cref="SiteGeneration"/> instead.
    /// </summary>
    public event EventHandler? PublicPagesChanged;

    /// <summary>
    /// Raised when an act done through this object has left work for the background, after its commit. Whoever hears it only saves a wait:
    /// the work is in the tables and is found at its time anyway.
    /// </summary>
    public event EventHandler<JobKind>? WorkLeft;

    /// <summary>A new context that sees what the scope allows and nothing else. Whoever opens it disposes it.</summary>
    public GongkaiDb Open(AgencyScope scope) => Database.Open(scope);

    /// <summary>Chooses the digest for new ledger entries; entries that exist keep theirs.</summary>
    /// <param name="name"><c>sha256</c> or <c>sm3</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<ChainHash>> ChooseLedgerHashAsync(string name, CancellationToken cancellation)
    {
        if (ChainHashes.Find(name) is not { } hash)
            return new Refusal("ledger.hash-unknown", $"没有名为“{name}”的摘要算法。可以选 sha256 或 sm3。");
        await using var db = Open(AgencyScope.None);
        await db.House.ExecuteUpdateAsync(house => house.SetProperty(row => row.LedgerHash, hash.Name), cancellation);
        return hash;
    }

    internal void AnnounceWork(IEnumerable<JobKind> jobs)
    {
        foreach (var job in jobs) WorkLeft?.Invoke(this, job);
    }

    internal void AnnouncePublicPages() => PublicPagesChanged?.Invoke(this, EventArgs.Empty);

    /// <inheritdoc/>
    public void Dispose()
    {
        Database.CloseConnections();
        _use.Dispose();
    }
}
