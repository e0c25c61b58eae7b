using Gongkai.App.Data.Mapping;
using Gongkai.App.Personal;
using Gongkai.Domain.Agencies;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.App.Data;

/// <summary>The house's tables in the embedded database, and the owner of its migrations.</summary>
/// <param name="options">Options of the provider.</param>
/// <param name="scope">What may be seen.</param>
public sealed class SqliteGongkaiDb(DbContextOptions<SqliteGongkaiDb> options, AgencyScope scope) : GongkaiDb(options, scope)
{
    /// <inheritdoc/>
    protected override string OrdinalCollation => "BINARY";

    /// <inheritdoc/>
    public override async Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellation)
    {
        // EF begins every transaction as a writer; a reader must not keep the house's one writer waiting.
        await Database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)Database.GetDbConnection();
        return (await Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellation))!;
    }

    // EF begins as a writer, and SQLite has one.
    internal override Task<IDbContextTransaction> BeginWithoutNewFilesAsync(CancellationToken cancellation) =>
        Database.BeginTransactionAsync(cancellation);

    internal override async Task RewriteAsync(CancellationToken cancellation)
    {
        await Database.ExecuteSqlRawAsync("VACUUM", cancellation);
        await Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytesConverter>();
        configurationBuilder.Properties<AgencyId>().HaveConversion<AgencyIdBytesConverter>();
        configurationBuilder.Properties<UnitId>().HaveConversion<UnitIdBytesConverter>();
        configurationBuilder.Properties<PersonId>().HaveConversion<PersonIdBytesConverter>();
        configurationBuilder.Properties<Sealed>().HaveConversion<SealedConverter>();
        configurationBuilder.Properties<Fingerprint>().HaveConversion<FingerprintConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<InstantTextConverter>();
    }
}
