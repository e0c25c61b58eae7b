using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.App.Data.Mapping;

internal sealed class HouseMapping : IEntityTypeConfiguration<HouseRow>
{
    public void Configure(EntityTypeBuilder<HouseRow> row)
    {
        row.HasKey(house => house.Id);
        row.Property(house => house.Id).ValueGeneratedNever();
        row.Property(house => house.AuditRetentionDays).HasDefaultValue(Audit.AuditArchive.ShortestRetention);
    }
}

internal sealed class SiteGenerationMapping : IEntityTypeConfiguration<SiteGeneration>
{
    public void Configure(EntityTypeBuilder<SiteGeneration> row)
    {
        row.HasKey(site => site.Id);
        row.Property(site => site.Id).ValueGeneratedNever();
        row.HasData(new SiteGeneration());
    }
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> row) => row.HasKey(file => file.Hash);
}

internal sealed class CalendarYearMapping : IEntityTypeConfiguration<CalendarYearRow>
{
    public void Configure(EntityTypeBuilder<CalendarYearRow> row)
    {
        row.HasKey(year => year.Year);
        row.Property(year => year.Year).ValueGeneratedNever();
        row.Property(year => year.Version).IsConcurrencyToken();
    }
}
