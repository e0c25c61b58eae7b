using Gongkai.Domain.Agencies;

namespace Gongkai.App.Data;

/// <summary>A region (行政区划) the house speaks of. Not an agency's row: everybody sees it.</summary>
public sealed class Region : IVersioned
{
    /// <summary>行政区划代码, 6, 9 or 12 digits.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>Code of the region above, or null.</summary>
    public string? ParentCode { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A name an agency had before (曾用名).</summary>
public sealed class FormerName : IVersioned, IOfAgency
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Last day it was the name.</summary>
    public required DateOnly UntilOn { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A way to hand in requests as the guide announces it (申请渠道). Counter and post are open without a row.</summary>
public sealed class AnnouncedChannel : IVersioned, IOfAgency
{
    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Which.</summary>
    public required ApplicationChannel Channel { get; init; }

    /// <summary>True while it is open.</summary>
    public bool Open { get; set; }

    /// <summary>Address, number or page by which it is reached.</summary>
    public string? Reach { get; set; }

    /// <summary>Where and how to sign in there, for a channel that asks for it.</summary>
    public string? SignIn { get; set; }

    /// <summary>Day from which this holds.</summary>
    public DateOnly SinceOn { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A module switched on or off from a day (启用、停用); the latest day that has come decides, without one it is on.</summary>
public sealed class ModuleSwitch : IVersioned, IOfAgency
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Which.</summary>
    public required AgencyModule Module { get; init; }

    /// <summary>On or off.</summary>
    public required bool InUse { get; init; }

    /// <summary>From this day.</summary>
    public required DateOnly FromOn { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Where an agency publishes from a day (外站发布). The password of the host's account is never kept: there is no place for it.</summary>
public sealed class PublicationSite : IVersioned, IOfAgency
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Here, elsewhere or both.</summary>
    public required PublicationPlace Place { get; init; }

    /// <summary>Name of the other site.</summary>
    public string? Site { get; init; }

    /// <summary>Address of the column there.</summary>
    public string? Column { get; init; }

    /// <summary>Name of whoever keeps the account there.</summary>
    public string? Keeper { get; init; }

    /// <summary>From this day.</summary>
    public required DateOnly FromOn { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>The review organ or the court for decisions from a day on (复议机关、管辖法院).</summary>
public sealed class NamedRemedy : IVersioned, IOfAgency
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Which of the two.</summary>
    public required RemedyBody Body { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its address, or null.</summary>
    public string? Address { get; init; }

    /// <summary>A remark, e.g. concentrated jurisdiction (集中管辖), or null.</summary>
    public string? Note { get; init; }

    /// <summary>From this day.</summary>
    public required DateOnly FromOn { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
