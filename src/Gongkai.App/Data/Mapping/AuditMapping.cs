using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.App.Data.Mapping;

internal sealed class AuditRowMapping : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> row)
    {
        row.HasKey(happened => new { happened.ChainId, happened.Sequence });
        row.Property(happened => happened.Sequence).ValueGeneratedNever();
        // A fork would need two events with one predecessor.
        row.HasIndex(happened => new { happened.ChainId, happened.PreviousHash }).IsUnique();
        row.HasIndex(happened => happened.HappenedAt);
        row.HasIndex(happened => new { happened.PersonId, happened.HappenedAt });
        row.HasIndex(happened => new { happened.AgencyId, happened.HappenedAt });
        row.HasIndex(happened => new { happened.Kind, happened.HappenedAt });
        row.HasIndex(happened => new { happened.Subject, happened.HappenedAt });
    }
}

internal sealed class AuditChainMapping : IEntityTypeConfiguration<AuditChainRow>
{
    public void Configure(EntityTypeBuilder<AuditChainRow> row)
    {
        row.HasKey(chain => chain.Id);
        row.Property(chain => chain.Id).ValueGeneratedNever();
        row.HasIndex(chain => chain.Node).IsUnique();
    }
}
