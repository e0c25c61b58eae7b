using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Houses;

/// <summary>
/// Opens a house and brings its database up to date first. Whoever migrates has the folder alone, and on PostgreSQL the database's
/// advisory lock; a program killed in the middle leaves nothing that keeps the next one out.
/// </summary>
public static class HouseOpening
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>How long to wait for another program to finish or to leave.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Opens a house that exists.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task<Outcome<House>> OpenAsync(HouseAddress address, TimeProvider clock, CancellationToken cancellation) =>
        OpenAsync(address, null, clock, Patience, cancellation);

    /// <summary>Opens a house, and founds it when there is none. A house of the other kind is refused.</summary>
    /// <param name="address">Where it is or shall be.</param>
    /// <param name="kind">What it is to be.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task<Outcome<House>> OpenOrFoundAsync(HouseAddress address, HouseKind kind, TimeProvider clock, CancellationToken cancellation) =>
        OpenAsync(address, kind, clock, Patience, cancellation);

    internal static async Task<Outcome<House>> OpenAsync(
        HouseAddress address, HouseKind? kind, TimeProvider clock, TimeSpan patience, CancellationToken cancellation)
    {
        var database = HouseDatabase.At(address);
        if (database.Unsuitable() is { } unsuitable) return unsuitable;
        if (kind is null && !(address.Postgres is null ? File.Exists(address.DatabaseFile) : Directory.Exists(address.Folder))) return NotFound(address);
        try
        {
            Directory.CreateDirectory(address.FilesFolder);
            Directory.CreateDirectory(address.KeysFolder);
            return await EnterAsync(address, database, kind, clock, patience, cancellation);
        }
        catch (Exception error) when (database.Explain(error) is not null)
        {
            return database.Explain(error)!;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return new Refusal("house.unreachable", $"数据文件夹“{address.Folder}”不能读写：{error.Message} 请检查路径、权限和磁盘空间。");
        }
    }

    private static async Task<Outcome<House>> EnterAsync(
        HouseAddress address, HouseDatabase database, HouseKind? kind, TimeProvider clock, TimeSpan patience, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            if (FolderLock.TryShare(address.Folder) is { } use)
            {
                var entered = false;
                try
                {
                    var state = await database.ReadStateAsync(cancellation);
                    if (state == SchemaState.Newer) return Newer(address);
                    if (state == SchemaState.Empty && kind is null) return NotFound(address);
                    if (state == SchemaState.Current)
                    {
                        var house = await EnterAsync(address, database, kind, clock, use, cancellation);
                        entered = !house.IsRefused;
                        return house;
                    }
                }
                finally
                {
                    if (!entered) use.Dispose();
                }
            }
            if (FolderLock.TryTake(address.Folder) is { } alone)
            {
                using (alone)
                    if (await BringUpToDateAsync(address, database, kind, clock, cancellation) is { } refusal) return refusal;
                waited = TimeSpan.Zero;
            }
            else if (waited >= patience)
            {
                return InUse(address);
            }
            else
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    private static async Task<Refusal?> BringUpToDateAsync(
        HouseAddress address, HouseDatabase database, HouseKind? kind, TimeProvider clock, CancellationToken cancellation)
    {
        await using var migration = await database.LockForMigrationAsync(cancellation);
        await database.MigrateAsync(cancellation);
        await using var db = database.Open(AgencyScope.None);
        if (await db.House.AnyAsync(cancellation)) return null;
        if (kind is null) return NotFound(address);
        db.House.Add(new HouseRow
        {
            IsDemo = kind == HouseKind.Demo,
            HouseId = Guid.CreateVersion7(),
            FoundedAt = Instant.Now(clock),
            LedgerHash = ChainHash.Sha256.Name,
        });
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    private static async Task<Outcome<House>> EnterAsync(
        HouseAddress address, HouseDatabase database, HouseKind? kind, TimeProvider clock, IDisposable use, CancellationToken cancellation)
    {
        await using var db = database.Open(AgencyScope.None);
        var row = await db.House.AsNoTracking().SingleAsync(cancellation);
        if (kind is { } wanted && row.IsDemo != (wanted == HouseKind.Demo)) return OtherKind(address, row.IsDemo);
        return await FilesFolderMark.CheckAsync(address, row.HouseId, cancellation) is { } refusal
            ? refusal
            : new House(address, database, row, clock, use);
    }

    private static Refusal NotFound(HouseAddress address) =>
        new("house.not-found", $"“{address.Folder}”里没有数据。请检查 --data 的路径；新建请用 gongkai serve --data {address.Folder}。");

    private static Refusal Newer(HouseAddress address) =>
        new("house.newer", $"“{address.Folder}”的数据由更新版本的程序写成，本程序不能打开。请改用新版本。");

    private static Refusal InUse(HouseAddress address) =>
        new("house.in-use", $"数据需要升级，但另一个程序（例如正在运行的 gongkai serve）正使用“{address.Folder}”。请先停止它再试。");

    private static Refusal OtherKind(HouseAddress address, bool demo) => demo
        ? new Refusal("house.demo", $"“{address.Folder}”是演示数据，不能当作正式数据使用。请换一个文件夹，例如 --data ./gongkai-data/house。")
        : new Refusal("house.real", $"“{address.Folder}”是正式数据，不能装入演示数据。请换一个文件夹。");
}
