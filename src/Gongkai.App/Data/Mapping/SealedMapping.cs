using Gongkai.App.Personal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.App.Data.Mapping;

internal sealed class SealKeyMapping : IEntityTypeConfiguration<SealKeyRow>
{
    public void Configure(EntityTypeBuilder<SealKeyRow> row) => row.HasKey(key => new { key.Purpose, key.Number });
}

internal sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKeyRow>
{
    public void Configure(EntityTypeBuilder<ProtectionKeyRow> row)
    {
        row.HasKey(key => key.Id);
        row.Property(key => key.Id).ValueGeneratedNever();
    }
}

/// <summary>A sealed value as its written form. It goes in and out sealed: reading a row opens nothing.</summary>
internal sealed class SealedConverter() : ValueConverter<Sealed, string>(value => value.Text, text => Sealed.Parse(text));

/// <summary>A fingerprint as its written form.</summary>
internal sealed class FingerprintConverter() : ValueConverter<Fingerprint, string>(print => print.Text, text => new Fingerprint(text));
