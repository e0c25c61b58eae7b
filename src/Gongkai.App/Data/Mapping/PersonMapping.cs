using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.App.Data.Mapping;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> row)
    {
        row.ToTable("People");
        row.Property(person => person.Id).ValueGeneratedNever();
        row.Property(person => person.Version).IsConcurrencyToken();
        // What the framework would keep and this house does not: addresses in clear, a lock by another clock, a second version.
        row.Ignore(person => person.Email).Ignore(person => person.NormalizedEmail).Ignore(person => person.EmailConfirmed)
            .Ignore(person => person.PhoneNumber).Ignore(person => person.PhoneNumberConfirmed).Ignore(person => person.TwoFactorEnabled)
            .Ignore(person => person.LockoutEnabled).Ignore(person => person.LockoutEnd).Ignore(person => person.ConcurrencyStamp);
    }
}

internal sealed class PersonLoginMapping : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> row) => row.ToTable("PersonLogins");
}

internal sealed class PersonPasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    // Written out: the framework maps this only for contexts that a service provider made.
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> row)
    {
        row.ToTable("PersonPasskeys");
        row.HasKey(passkey => passkey.CredentialId);
        row.Property(passkey => passkey.CredentialId).HasMaxLength(1024);
        row.OwnsOne(passkey => passkey.Data).ToJson();
        row.HasOne<Person>().WithMany().HasForeignKey(passkey => passkey.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> row)
    {
        row.HasKey(post => post.Id);
        row.Property(post => post.Id).ValueGeneratedNever();
        row.HasOne<Person>().WithMany().HasForeignKey(post => post.PersonId).OnDelete(DeleteBehavior.Restrict);
        row.Property(post => post.Version).IsConcurrencyToken();
    }
}

internal sealed class PersonSessionMapping : IEntityTypeConfiguration<PersonSession>
{
    public void Configure(EntityTypeBuilder<PersonSession> row)
    {
        row.HasKey(session => session.Key);
        row.HasIndex(session => session.PersonId);
        row.Property(session => session.Version).IsConcurrencyToken();
        row.HasOne<Person>().WithMany().HasForeignKey(session => session.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FormerPasswordMapping : IEntityTypeConfiguration<FormerPassword>
{
    public void Configure(EntityTypeBuilder<FormerPassword> row)
    {
        row.HasKey(former => former.Id);
        row.Property(former => former.Id).ValueGeneratedNever();
        row.HasOne<Person>().WithMany().HasForeignKey(former => former.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> row)
    {
        row.HasKey(code => code.Id);
        row.Property(code => code.Id).ValueGeneratedNever();
        row.HasOne<Person>().WithMany().HasForeignKey(code => code.PersonId).OnDelete(DeleteBehavior.Restrict);
        row.Property(code => code.Version).IsConcurrencyToken();
    }
}
