using Gongkai.App.Data;
using Gongkai.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.App.Houses;

/// <summary>How far a database is from what this program needs.</summary>
internal enum SchemaState
{
    /// <summary>There is no database, or nothing in it.</summary>
    Empty,

    /// <summary>Migrations are still to be applied, or the house is not founded yet.</summary>
    Behind,

    /// <summary>Exactly what this program needs.</summary>
    Current,

    /// <summary>A newer program has migrated it.</summary>
    Newer,
}

/// <summary>The database of a house: the embedded one or PostgreSQL.</summary>
internal abstract class HouseDatabase
{
    public static HouseDatabase At(HouseAddress address) =>
        address.Postgres is { } connection ? new PostgresDatabase(connection) : new SqliteDatabase(address.DatabaseFile);

    /// <summary>A new context that sees what the scope allows and nothing else.</summary>
    public abstract GongkaiDb Open(AgencyScope scope);

    /// <summary>Closes the connections that are kept for reuse.</summary>
    public abstract void CloseConnections();

    /// <summary>How often, and after which errors, a write is tried again.</summary>
    public abstract IExecutionStrategy WriteStrategy(GongkaiDb db);

    /// <summary>Keeps every other program from migrating until it is disposed.</summary>
    public abstract Task<IAsyncDisposable> LockForMigrationAsync(CancellationToken cancellation);

    /// <summary>Removes what a program killed in the middle of a migration has left; only ever called under the lock.</summary>
    public abstract Task ForgetStaleLockAsync(GongkaiDb db, CancellationToken cancellation);

    /// <summary>What stands against using this database at all, known without opening it.</summary>
    public abstract Refusal? Unsuitable();

    /// <summary>The sentence for an error of the environment, or null when it is a bug.</summary>
    public abstract Refusal? Explain(Exception error);

    /// <summary>True when the error says that a value which must be unique exists already.</summary>
    public abstract bool IsDuplicate(Exception? error);

    public async Task<SchemaState> ReadStateAsync(CancellationToken cancellation)
    {
        await using var db = Open(AgencyScope.None);
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        if (applied.Count == 0) return SchemaState.Empty;
        if (applied.Exists(migration => !known.Contains(migration))) return SchemaState.Newer;
        return applied.Count == known.Count && await db.House.AnyAsync(cancellation) ? SchemaState.Current : SchemaState.Behind;
    }

    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = Open(AgencyScope.None);
        await ForgetStaleLockAsync(db, cancellation);
        await db.Database.MigrateAsync(cancellation);
    }
}
