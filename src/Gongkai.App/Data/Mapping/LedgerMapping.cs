using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.App.Data.Mapping;

internal sealed class LedgerEntryMapping : IEntityTypeConfiguration<LedgerEntryRow>
{
    public void Configure(EntityTypeBuilder<LedgerEntryRow> row)
    {
        row.HasKey(entry => new { entry.AgencyId, entry.Sequence });
        row.Property(entry => entry.Sequence).ValueGeneratedNever();
        // A fork would need two entries with one predecessor: the database refuses it even if the recorder had a bug.
        row.HasIndex(entry => new { entry.AgencyId, entry.PreviousHash }).IsUnique();
        row.HasIndex(entry => new { entry.AgencyId, entry.SubjectId });
    }
}

internal sealed class ChainHeadMapping : IEntityTypeConfiguration<ChainHeadRow>
{
    public void Configure(EntityTypeBuilder<ChainHeadRow> row)
    {
        row.HasKey(head => head.AgencyId);
        row.Property(head => head.AgencyId).ValueGeneratedNever();
    }
}
