using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Data;

/// <summary>
/// The house's tables: one model for both databases. Pages read it with projections; only App writes. It sees the agencies of its
/// <see cref="AgencyScope"/> and no others.
/// </summary>
/// <param name="options">Options of the provider.</param>
/// <param name="scope">What may be seen.</param>
public abstract class GongkaiDb(DbContextOptions options, AgencyScope scope) : DbContext(options)
{
    /// <summary>Name of the query filter that every row of an agency has.</summary>
    public const string AgencyFilter = "agency";

    /// <summary>What may be seen.</summary>
    public AgencyScope Scope { get; } = scope;

    /// <summary>The agencies.</summary>
    public DbSet<Agency> Agencies => Set<Agency>();

    /// <summary>Their internal units.</summary>
    public DbSet<AgencyUnit> Units => Set<AgencyUnit>();

    /// <summary>The ledger.</summary>
    public DbSet<LedgerEntryRow> Ledger => Set<LedgerEntryRow>();

    /// <summary>Heads of the ledger's chains.</summary>
    public DbSet<ChainHeadRow> ChainHeads => Set<ChainHeadRow>();

    /// <summary>Register of requests.</summary>
    public DbSet<InformationRequest> Requests => Set<InformationRequest>();

    /// <summary>Register of disputes.</summary>
    public DbSet<Dispute> Disputes => Set<Dispute>();

    /// <summary>Register of instruments.</summary>
    public DbSet<Instrument> Instruments => Set<Instrument>();

    /// <summary>Register of administrative decisions.</summary>
    public DbSet<AdministrativeDecision> Decisions => Set<AdministrativeDecision>();

    /// <summary>Signed returns.</summary>
    public DbSet<SignedReturn> Returns => Set<SignedReturn>();

    /// <summary>Published annual reports.</summary>
    public DbSet<PublishedReport> Reports => Set<PublishedReport>();

    /// <summary>Stored files.</summary>
    public DbSet<StoredFile> Files => Set<StoredFile>();

    /// <summary>Calendar years of the office.</summary>
    public DbSet<CalendarYearRow> CalendarYears => Set<CalendarYearRow>();

    /// <summary>What this house is.</summary>
    public DbSet<HouseRow> House => Set<HouseRow>();

    /// <summary>Generation of the public site.</summary>
    public DbSet<SiteGeneration> SiteGenerations => Set<SiteGeneration>();
}
