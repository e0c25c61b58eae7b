using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.App.Data.Mapping;

internal sealed class PersonCertificateMapping : IEntityTypeConfiguration<PersonCertificate>
{
    public void Configure(EntityTypeBuilder<PersonCertificate> row)
    {
        row.HasKey(certificate => certificate.Id);
        row.Property(certificate => certificate.Id).ValueGeneratedNever();
        row.HasIndex(certificate => certificate.Fingerprint).IsUnique();
        row.HasOne<Person>().WithMany().HasForeignKey(certificate => certificate.PersonId).OnDelete(DeleteBehavior.Restrict);
        row.Property(certificate => certificate.Version).IsConcurrencyToken();
    }
}

internal sealed class MachineTokenMapping : IEntityTypeConfiguration<MachineToken>
{
    public void Configure(EntityTypeBuilder<MachineToken> row)
    {
        row.HasKey(token => token.Id);
        row.Property(token => token.Id).ValueGeneratedNever();
        row.HasIndex(token => token.Hash).IsUnique();
        row.HasOne<Person>().WithMany().HasForeignKey(token => token.MadeById).OnDelete(DeleteBehavior.Restrict);
        row.Property(token => token.Version).IsConcurrencyToken();
    }
}
