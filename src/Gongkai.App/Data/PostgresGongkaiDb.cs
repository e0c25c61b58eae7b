using System.Data;
using Gongkai.App.Data.Mapping;
using Gongkai.App.Personal;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.App.Data;

/// <summary>The house's tables in PostgreSQL, and the owner of its migrations.</summary>
/// <param name="options">Options of the provider.</param>
/// <param name="scope">What may be seen.</param>
public sealed class PostgresGongkaiDb(DbContextOptions<PostgresGongkaiDb> options, AgencyScope scope) : GongkaiDb(options, scope)
{
    /// <inheritdoc/>
    protected override string OrdinalCollation => "C";

    /// <inheritdoc/>
    public override Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellation) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    internal override async Task<IDbContextTransaction> BeginWithoutNewFilesAsync(CancellationToken cancellation)
    {
        var transaction = await Database.BeginTransactionAsync(cancellation);
        await Database.ExecuteSqlRawAsync("""LOCK TABLE "Files" IN SHARE ROW EXCLUSIVE MODE""", cancellation);
        return transaction;
    }

    internal override Task RewriteAsync(CancellationToken cancellation) =>
        Database.ExecuteSqlRawAsync("""VACUUM (FULL) "Ledger", "Files", "Drafts", "CaseDoors" """, cancellation);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<AgencyId>().HaveConversion<AgencyIdConverter>();
        configurationBuilder.Properties<UnitId>().HaveConversion<UnitIdConverter>();
        configurationBuilder.Properties<PersonId>().HaveConversion<PersonIdConverter>();
        configurationBuilder.Properties<Sealed>().HaveConversion<SealedConverter>();
        configurationBuilder.Properties<Fingerprint>().HaveConversion<FingerprintConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<InstantConverter>();
    }
}
