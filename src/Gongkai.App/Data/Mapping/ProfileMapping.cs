using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.App.Data.Mapping;

/// <summary>An answer of the guide as it is written; 无 stands as 无, an open question as null.</summary>
internal sealed class GuideAnswerConverter() : ValueConverter<GuideAnswer, string>(answer => answer.ToString(), text => GuideAnswer.Read(text)!);

internal sealed class RegionMapping : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> row)
    {
        row.HasKey(region => region.Code);
        row.Property(region => region.Version).IsConcurrencyToken();
    }
}

internal sealed class FormerNameMapping : IEntityTypeConfiguration<FormerName>
{
    public void Configure(EntityTypeBuilder<FormerName> row)
    {
        row.HasKey(name => name.Id);
        row.Property(name => name.Id).ValueGeneratedNever();
        row.Property(name => name.Version).IsConcurrencyToken();
    }
}

internal sealed class AnnouncedChannelMapping : IEntityTypeConfiguration<AnnouncedChannel>
{
    public void Configure(EntityTypeBuilder<AnnouncedChannel> row)
    {
        row.HasKey(channel => new { channel.AgencyId, channel.Channel });
        row.Property(channel => channel.Version).IsConcurrencyToken();
    }
}

internal sealed class ModuleSwitchMapping : IEntityTypeConfiguration<ModuleSwitch>
{
    public void Configure(EntityTypeBuilder<ModuleSwitch> row)
    {
        row.HasKey(module => module.Id);
        row.Property(module => module.Id).ValueGeneratedNever();
        row.Property(module => module.Version).IsConcurrencyToken();
    }
}

internal sealed class PublicationSiteMapping : IEntityTypeConfiguration<PublicationSite>
{
    public void Configure(EntityTypeBuilder<PublicationSite> row)
    {
        row.HasKey(site => site.Id);
        row.Property(site => site.Id).ValueGeneratedNever();
        row.Property(site => site.Version).IsConcurrencyToken();
    }
}

internal sealed class NamedRemedyMapping : IEntityTypeConfiguration<NamedRemedy>
{
    public void Configure(EntityTypeBuilder<NamedRemedy> row)
    {
        row.HasKey(remedy => remedy.Id);
        row.Property(remedy => remedy.Id).ValueGeneratedNever();
        row.Property(remedy => remedy.Version).IsConcurrencyToken();
    }
}
