using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.App.Data.Mapping;

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> row)
    {
        row.HasKey(agency => agency.Id);
        row.Property(agency => agency.Id).ValueGeneratedNever();
        row.HasIndex(agency => agency.Code).IsUnique();
        row.Property(agency => agency.Version).IsConcurrencyToken();
        row.HasOne<Agency>().WithMany().HasForeignKey(agency => agency.ParentId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<Agency>().WithMany().HasForeignKey(agency => agency.AuthorityId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<Agency>().WithMany().HasForeignKey(agency => agency.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        foreach (var answer in typeof(Agency).GetProperties().Where(property => property.PropertyType == typeof(GuideAnswer)))
            row.Property<GuideAnswer?>(answer.Name).HasConversion<GuideAnswerConverter>();
    }
}

internal sealed class AgencyUnitMapping : IEntityTypeConfiguration<AgencyUnit>
{
    public void Configure(EntityTypeBuilder<AgencyUnit> row)
    {
        row.HasKey(unit => unit.Id);
        row.Property(unit => unit.Id).ValueGeneratedNever();
        row.HasIndex(unit => new { unit.AgencyId, unit.Name }).IsUnique();
        row.Property(unit => unit.Version).IsConcurrencyToken();
    }
}
