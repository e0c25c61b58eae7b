using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.App.Data.Mapping;

internal sealed class AdoptedRetentionTermMapping : IEntityTypeConfiguration<AdoptedRetentionTerm>
{
    public void Configure(EntityTypeBuilder<AdoptedRetentionTerm> row)
    {
        row.ToTable(nameof(GongkaiDb.RetentionTerms));
        row.HasKey(term => new { term.AgencyId, term.Records });
        row.Property(term => term.Version).IsConcurrencyToken();
    }
}

internal sealed class DestructionListMapping : IEntityTypeConfiguration<DestructionList>
{
    public void Configure(EntityTypeBuilder<DestructionList> row)
    {
        row.HasKey(list => list.Id);
        row.Property(list => list.Id).ValueGeneratedNever();
        row.HasIndex(list => new { list.AgencyId, list.Number }).IsUnique();
        row.HasIndex(list => list.DraftId).IsUnique();
        row.Property(list => list.Version).IsConcurrencyToken();
    }
}
