using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.App.Data.Mapping;

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> row)
    {
        row.HasKey(draft => draft.Id);
        row.Property(draft => draft.Id).ValueGeneratedNever();
        row.HasIndex(draft => draft.Code).IsUnique();
        row.HasIndex(draft => new { draft.AgencyId, draft.DocumentNumber }).IsUnique();
        row.HasIndex(draft => new { draft.AgencyId, draft.State, draft.SinceAt });
        row.Property(draft => draft.Version).IsConcurrencyToken();
    }
}

internal sealed class DraftAttachmentMapping : IEntityTypeConfiguration<DraftAttachment>
{
    public void Configure(EntityTypeBuilder<DraftAttachment> row)
    {
        row.HasKey(attachment => attachment.Id);
        row.Property(attachment => attachment.Id).ValueGeneratedNever();
        row.HasOne<Draft>().WithMany().HasForeignKey(attachment => attachment.DraftId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<StoredFile>().WithMany().HasForeignKey(attachment => attachment.FileHash).OnDelete(DeleteBehavior.Restrict);
        row.Property(attachment => attachment.Version).IsConcurrencyToken();
    }
}

internal sealed class DrafterMapping : IEntityTypeConfiguration<Drafter>
{
    public void Configure(EntityTypeBuilder<Drafter> row)
    {
        row.HasKey(drafter => new { drafter.DraftId, drafter.PersonId });
        row.HasOne<Draft>().WithMany().HasForeignKey(drafter => drafter.DraftId).OnDelete(DeleteBehavior.Restrict);
        row.Property(drafter => drafter.Version).IsConcurrencyToken();
    }
}

internal sealed class WaitingApprovalMapping : IEntityTypeConfiguration<WaitingApproval>
{
    public void Configure(EntityTypeBuilder<WaitingApproval> row)
    {
        row.HasKey(waiting => waiting.Id);
        row.Property(waiting => waiting.Id).ValueGeneratedNever();
        row.HasIndex(waiting => new { waiting.AgencyId, waiting.Role, waiting.SinceAt });
        row.HasIndex(waiting => new { waiting.PersonId, waiting.SinceAt });
        row.HasOne<Draft>().WithMany().HasForeignKey(waiting => waiting.DraftId).OnDelete(DeleteBehavior.Restrict);
        row.Property(waiting => waiting.Version).IsConcurrencyToken();
    }
}

internal sealed class AdoptedChainMapping : IEntityTypeConfiguration<AdoptedChain>
{
    public void Configure(EntityTypeBuilder<AdoptedChain> row)
    {
        row.HasKey(chain => new { chain.AgencyId, chain.Code, chain.Number });
        row.Property(chain => chain.Number).ValueGeneratedNever();
        row.Property(chain => chain.Version).IsConcurrencyToken();
    }
}

internal sealed class DelegationMapping : IEntityTypeConfiguration<DelegationRow>
{
    public void Configure(EntityTypeBuilder<DelegationRow> row)
    {
        row.HasKey(delegation => delegation.Id);
        row.Property(delegation => delegation.Id).ValueGeneratedNever();
        row.HasIndex(delegation => new { delegation.AgencyId, delegation.ToPersonId, delegation.EndsOn });
        row.Property(delegation => delegation.Version).IsConcurrencyToken();
    }
}

internal sealed class ApprovalLinkMapping : IEntityTypeConfiguration<ApprovalLink>
{
    public void Configure(EntityTypeBuilder<ApprovalLink> row)
    {
        row.HasKey(link => link.Id);
        row.Property(link => link.Id).ValueGeneratedNever();
        row.HasIndex(link => link.TokenHash).IsUnique();
        row.HasOne<Draft>().WithMany().HasForeignKey(link => link.DraftId).OnDelete(DeleteBehavior.Restrict);
        row.Property(link => link.Version).IsConcurrencyToken();
    }
}

internal sealed class FiledSheetMapping : IEntityTypeConfiguration<FiledSheet>
{
    public void Configure(EntityTypeBuilder<FiledSheet> row)
    {
        row.HasKey(sheet => sheet.Id);
        row.Property(sheet => sheet.Id).ValueGeneratedNever();
        row.HasIndex(sheet => new { sheet.DraftId, sheet.FileHash, sheet.Page }).IsUnique();
        row.HasOne<Draft>().WithMany().HasForeignKey(sheet => sheet.DraftId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<StoredFile>().WithMany().HasForeignKey(sheet => sheet.FileHash).OnDelete(DeleteBehavior.Restrict);
        row.Property(sheet => sheet.Version).IsConcurrencyToken();
    }
}
