using System.Reflection;
using Gongkai.App.Data.Mapping;
using Gongkai.Domain.Agencies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.App.Data;

/// <summary>
/// The house's tables: one model for both databases. Pages read it with projections; only App writes. It sees the agencies of its
/// <see cref="AgencyScope"/> and no others.
/// </summary>
/// <param name="options">Options of the provider.</param>
/// <param name="scope">What may be seen.</param>
public abstract class GongkaiDb(DbContextOptions options, AgencyScope scope) : IdentityUserContext<Person, Guid>(options)
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

    /// <summary>Members of staff.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Their posts.</summary>
    public DbSet<Post> Posts => Set<Post>();

    /// <summary>Signed-in browsers.</summary>
    public DbSet<PersonSession> Sessions => Set<PersonSession>();

    /// <summary>Passwords used before.</summary>
    public DbSet<FormerPassword> FormerPasswords => Set<FormerPassword>();

    /// <summary>Recovery codes.</summary>
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    /// <summary>Client certificates of people.</summary>
    public DbSet<PersonCertificate> PersonCertificates => Set<PersonCertificate>();

    /// <summary>Tokens of machines.</summary>
    public DbSet<MachineToken> MachineTokens => Set<MachineToken>();

    /// <summary>Security events.</summary>
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    /// <summary>Heads of the chains of security events.</summary>
    public DbSet<AuditChainRow> AuditChains => Set<AuditChainRow>();

    /// <summary>Keys that rows were sealed with.</summary>
    public DbSet<SealKeyRow> SealKeys => Set<SealKeyRow>();

    /// <summary>Keys of ASP.NET Data Protection.</summary>
    public DbSet<ProtectionKeyRow> ProtectionKeys => Set<ProtectionKeyRow>();

    /// <summary>Drafts to be approved.</summary>
    public DbSet<Draft> Drafts => Set<Draft>();

    /// <summary>Their attachments.</summary>
    public DbSet<DraftAttachment> DraftAttachments => Set<DraftAttachment>();

    /// <summary>Who writes on them.</summary>
    public DbSet<Drafter> Drafters => Set<Drafter>();

    /// <summary>What waits for whom.</summary>
    public DbSet<WaitingApproval> WaitingApprovals => Set<WaitingApproval>();

    /// <summary>Agencies' own chains.</summary>
    public DbSet<AdoptedChain> AdoptedChains => Set<AdoptedChain>();

    /// <summary>Delegated posts.</summary>
    public DbSet<DelegationRow> Delegations => Set<DelegationRow>();

    /// <summary>One-time approval links.</summary>
    public DbSet<ApprovalLink> ApprovalLinks => Set<ApprovalLink>();

    /// <summary>Approval sheets scanned back.</summary>
    public DbSet<FiledSheet> FiledSheets => Set<FiledSheet>();

    /// <summary>Regions.</summary>
    public DbSet<Region> Regions => Set<Region>();

    /// <summary>Names agencies had before.</summary>
    public DbSet<FormerName> FormerNames => Set<FormerName>();

    /// <summary>Announced ways to hand in requests.</summary>
    public DbSet<AnnouncedChannel> Channels => Set<AnnouncedChannel>();

    /// <summary>Modules switched on or off.</summary>
    public DbSet<ModuleSwitch> Modules => Set<ModuleSwitch>();

    /// <summary>Where agencies publish.</summary>
    public DbSet<PublicationSite> PublicationSites => Set<PublicationSite>();

    /// <summary>Review organs and courts.</summary>
    public DbSet<NamedRemedy> Remedies => Set<NamedRemedy>();

    /// <summary>Handovers of posts.</summary>
    public DbSet<Handover> Handovers => Set<Handover>();

    /// <summary>Cases opened to other agencies.</summary>
    public DbSet<CaseDoor> CaseDoors => Set<CaseDoor>();

    /// <summary>Files that go through them.</summary>
    public DbSet<CaseDoorFile> CaseDoorFiles => Set<CaseDoorFile>();

    /// <summary>How long agencies keep records.</summary>
    public DbSet<AdoptedRetentionTerm> RetentionTerms => Set<AdoptedRetentionTerm>();

    /// <summary>Lists of records to be destroyed.</summary>
    public DbSet<DestructionList> DestructionLists => Set<DestructionList>();

    /// <summary>What people are to be told.</summary>
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    /// <summary>How it reaches them.</summary>
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    /// <summary>Published documents as the search knows them.</summary>
    public DbSet<IndexedDocument> IndexedDocuments => Set<IndexedDocument>();

    /// <summary>Their passages.</summary>
    public DbSet<IndexedPassage> IndexedPassages => Set<IndexedPassage>();

    /// <summary>By which means people want to be told.</summary>
    public DbSet<PersonNotice> PersonNotices => Set<PersonNotice>();

    /// <summary>How agencies let their people be told.</summary>
    public DbSet<AgencyNotices> AgencyNotices => Set<AgencyNotices>();

    /// <summary>Runs of background work.</summary>
    public DbSet<JobRun> JobRuns => Set<JobRun>();

    /// <summary>Documents to be made PDFs.</summary>
    public DbSet<Conversion> Conversions => Set<Conversion>();

    /// <summary>The first version that has a table for passkeys.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    // The filter reads these through the context, so each context brings its own scope to the one cached model.
    private bool SeesEverything => Scope.Everything;

    private List<AgencyId> SeenAgencies { get; } = [.. scope.Agencies];

    /// <summary>Collation that compares text byte by byte on this database, whatever its locale.</summary>
    protected abstract string OrdinalCollation { get; }

    /// <summary>
    /// Opens a transaction that only reads and sees one state of the house from beginning to end, without keeping writers waiting.
    /// </summary>
    public abstract Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellation);

    /// <summary>Opens a transaction during which no other adds a stored file.</summary>
    internal abstract Task<IDbContextTransaction> BeginWithoutNewFilesAsync(CancellationToken cancellation);

    /// <summary>Rewrites the tables, so that nothing of what was removed from them lies in free space.</summary>
    internal abstract Task RewriteAsync(CancellationToken cancellation);

    /// <summary>
    /// Demands that a row still is what somebody looked at: when it has been changed since, saving ends in a conflict.
    /// </summary>
    /// <param name="row">A tracked row.</param>
    /// <param name="version">The version that was looked at.</param>
    public void Expect(IVersioned row, int version) => Entry(row).Property(nameof(IVersioned.Version)).OriginalValue = version;

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RaiseVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // Rights come from posts, and one-time codes have columns of their own.
        builder.Ignore<IdentityUserClaim<Guid>>().Ignore<IdentityUserToken<Guid>>();
        builder.ApplyConfigurationsFromAssembly(typeof(GongkaiDb).Assembly);
        builder.Entity<Agency>().HasQueryFilter(AgencyFilter, row => SeesEverything || SeenAgencies.Contains(row.Id));
        builder.Entity<AuditRow>().HasQueryFilter(
            AgencyFilter, row => SeesEverything || row.AgencyId != null && SeenAgencies.Contains(row.AgencyId.Value));
        foreach (var row in builder.Model.GetEntityTypes().Select(row => row.ClrType).Where(typeof(IOfAgency).IsAssignableFrom).ToList())
            FilterMethod.MakeGenericMethod(row).Invoke(this, [builder]);
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(row => row.GetProperties()))
            property.StoreByConvention(OrdinalCollation);
    }

    private static readonly MethodInfo FilterMethod =
        typeof(GongkaiDb).GetMethod(nameof(Filter), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private void Filter<TRow>(ModelBuilder model) where TRow : class, IOfAgency
    {
        var row = model.Entity<TRow>();
        row.HasQueryFilter(AgencyFilter, row => SeesEverything || SeenAgencies.Contains(row.AgencyId));
        row.HasOne<Agency>().WithMany().HasForeignKey(nameof(IOfAgency.AgencyId)).OnDelete(DeleteBehavior.Restrict);
    }

    private void RaiseVersions()
    {
        foreach (var row in ChangeTracker.Entries<IVersioned>().Where(row => row.State == EntityState.Modified)) row.Entity.Version++;
    }
}
