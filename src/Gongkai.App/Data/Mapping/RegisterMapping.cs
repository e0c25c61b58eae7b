using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.App.Data.Mapping;

internal sealed class RequestMapping : IEntityTypeConfiguration<InformationRequest>
{
    public void Configure(EntityTypeBuilder<InformationRequest> row)
    {
        row.HasKey(request => request.Id);
        row.Property(request => request.Id).ValueGeneratedNever();
        row.HasIndex(request => new { request.AgencyId, request.Number }).IsUnique();
        row.HasIndex(request => new { request.AgencyId, request.ReceivedOn });
        row.Property(request => request.Version).IsConcurrencyToken();
    }
}

internal sealed class DisputeMapping : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> row)
    {
        row.HasKey(dispute => dispute.Id);
        row.Property(dispute => dispute.Id).ValueGeneratedNever();
        row.HasIndex(dispute => new { dispute.AgencyId, dispute.Number }).IsUnique();
        row.Property(dispute => dispute.Version).IsConcurrencyToken();
    }
}

internal sealed class InstrumentMapping : IEntityTypeConfiguration<Instrument>
{
    public void Configure(EntityTypeBuilder<Instrument> row)
    {
        row.HasKey(instrument => instrument.Id);
        row.Property(instrument => instrument.Id).ValueGeneratedNever();
        row.HasIndex(instrument => new { instrument.AgencyId, instrument.Number }).IsUnique();
        row.Property(instrument => instrument.Version).IsConcurrencyToken();
    }
}

internal sealed class AdministrativeDecisionMapping : IEntityTypeConfiguration<AdministrativeDecision>
{
    public void Configure(EntityTypeBuilder<AdministrativeDecision> row)
    {
        row.HasKey(decision => decision.Id);
        row.Property(decision => decision.Id).ValueGeneratedNever();
        row.HasIndex(decision => new { decision.AgencyId, decision.Kind, decision.Number }).IsUnique();
        row.Property(decision => decision.Version).IsConcurrencyToken();
    }
}

internal sealed class SignedReturnMapping : IEntityTypeConfiguration<SignedReturn>
{
    public void Configure(EntityTypeBuilder<SignedReturn> row)
    {
        row.HasKey(signed => signed.Id);
        row.Property(signed => signed.Id).ValueGeneratedNever();
        row.HasIndex(signed => new { signed.AgencyId, signed.Number }).IsUnique();
        row.HasOne<AgencyUnit>().WithMany().HasForeignKey(signed => signed.UnitId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<SignedReturn>().WithMany().HasForeignKey(signed => signed.ReplacedById).OnDelete(DeleteBehavior.Restrict);
        row.Property(signed => signed.Version).IsConcurrencyToken();
    }
}

internal sealed class PublishedReportMapping : IEntityTypeConfiguration<PublishedReport>
{
    public void Configure(EntityTypeBuilder<PublishedReport> row)
    {
        row.HasKey(report => report.Id);
        row.Property(report => report.Id).ValueGeneratedNever();
        row.HasIndex(report => new { report.AgencyId, report.Year }).IsUnique();
        row.Property(report => report.Version).IsConcurrencyToken();
    }
}
