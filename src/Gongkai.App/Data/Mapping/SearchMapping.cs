using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.App.Data.Mapping;

internal sealed class IndexedDocumentMapping : IEntityTypeConfiguration<IndexedDocument>
{
    public void Configure(EntityTypeBuilder<IndexedDocument> row)
    {
        row.HasKey(document => document.Serial);
        row.HasIndex(document => document.DocumentId).IsUnique();
    }
}

internal sealed class IndexedPassageMapping : IEntityTypeConfiguration<IndexedPassage>
{
    public void Configure(EntityTypeBuilder<IndexedPassage> row)
    {
        row.HasKey(passage => passage.Id);
        row.Property(passage => passage.Id).ValueGeneratedNever();
    }
}
