using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.App.Data.Mapping;

internal sealed class HandoverMapping : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> row)
    {
        row.HasKey(handover => handover.Id);
        row.Property(handover => handover.Id).ValueGeneratedNever();
        row.HasIndex(handover => new { handover.AgencyId, handover.ToPersonId });
        row.Property(handover => handover.Version).IsConcurrencyToken();
    }
}

internal sealed class CaseDoorMapping : IEntityTypeConfiguration<CaseDoor>
{
    public void Configure(EntityTypeBuilder<CaseDoor> row)
    {
        row.HasKey(door => door.Id);
        row.Property(door => door.Id).ValueGeneratedNever();
        row.HasIndex(door => new { door.ToAgencyId, door.EndedAt });
        row.HasOne<InformationRequest>().WithMany().HasForeignKey(door => door.RequestId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<Agency>().WithMany().HasForeignKey(door => door.ToAgencyId).OnDelete(DeleteBehavior.Restrict);
        row.Property(door => door.Version).IsConcurrencyToken();
    }
}

internal sealed class CaseDoorFileMapping : IEntityTypeConfiguration<CaseDoorFile>
{
    public void Configure(EntityTypeBuilder<CaseDoorFile> row)
    {
        row.HasKey(file => file.Id);
        row.Property(file => file.Id).ValueGeneratedNever();
        row.HasOne<CaseDoor>().WithMany().HasForeignKey(file => file.DoorId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<StoredFile>().WithMany().HasForeignKey(file => file.FileHash).OnDelete(DeleteBehavior.Restrict);
        row.Property(file => file.Version).IsConcurrencyToken();
    }
}
