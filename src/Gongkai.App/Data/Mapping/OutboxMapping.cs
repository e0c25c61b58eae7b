using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.App.Data.Mapping;

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> row)
    {
        row.HasKey(message => message.Id);
        row.Property(message => message.Id).ValueGeneratedNever();
        row.HasIndex(message => new { message.AgencyId, message.Key }).IsUnique();
    }
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> row)
    {
        row.HasKey(delivery => delivery.Id);
        row.Property(delivery => delivery.Id).ValueGeneratedNever();
        row.HasIndex(delivery => new { delivery.State, delivery.NextAt });
        row.HasIndex(delivery => new { delivery.PersonId, delivery.Means, delivery.ReadAt });
        row.HasOne<OutboxMessage>().WithMany().HasForeignKey(delivery => delivery.MessageId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<Person>().WithMany().HasForeignKey(delivery => delivery.PersonId).OnDelete(DeleteBehavior.Restrict);
        row.Property(delivery => delivery.Version).IsConcurrencyToken();
    }
}

internal sealed class PersonNoticeMapping : IEntityTypeConfiguration<PersonNotice>
{
    public void Configure(EntityTypeBuilder<PersonNotice> row)
    {
        row.HasKey(notice => new { notice.PersonId, notice.Means });
        row.HasOne<Person>().WithMany().HasForeignKey(notice => notice.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgencyNoticesMapping : IEntityTypeConfiguration<AgencyNotices>
{
    public void Configure(EntityTypeBuilder<AgencyNotices> row)
    {
        row.HasKey(notices => notices.AgencyId);
        row.Property(notices => notices.Version).IsConcurrencyToken();
    }
}

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> row)
    {
        row.HasKey(run => run.Id);
        row.Property(run => run.Id).ValueGeneratedNever();
        row.HasIndex(run => new { run.Job, run.StartedAt });
        row.Property(run => run.Version).IsConcurrencyToken();
    }
}

internal sealed class ConversionMapping : IEntityTypeConfiguration<Conversion>
{
    public void Configure(EntityTypeBuilder<Conversion> row)
    {
        row.HasKey(conversion => conversion.Id);
        row.Property(conversion => conversion.Id).ValueGeneratedNever();
        row.HasIndex(conversion => new { conversion.AgencyId, conversion.SourceHash }).IsUnique();
        row.HasIndex(conversion => new { conversion.State, conversion.NextAt });
        row.HasOne<StoredFile>().WithMany().HasForeignKey(conversion => conversion.SourceHash).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<StoredFile>().WithMany().HasForeignKey(conversion => conversion.ResultHash).OnDelete(DeleteBehavior.Restrict);
        row.Property(conversion => conversion.Version).IsConcurrencyToken();
    }
}
