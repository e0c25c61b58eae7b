using Gongkai.Domain.Agencies;

namespace Gongkai.App.Data;

/// <summary>
/// Which agencies' rows a context may see. Set once per request, command or job; <see cref="None"/> is the default and returns nothing.
/// </summary>
public sealed record AgencyScope
{
    private AgencyScope(bool everything, IReadOnlySet<AgencyId> agencies)
    {
        Everything = everything;
        Agencies = agencies;
    }

    /// <summary>Sees nothing.</summary>
    public static AgencyScope None { get; } = new(false, new HashSet<AgencyId>());

    /// <summary>Sees every agency: commands and jobs of the house itself, and the portal's lists of what is published.</summary>
    public static AgencyScope All { get; } = new(true, new HashSet<AgencyId>());

    /// <summary>Sees these agencies only.</summary>
    public static AgencyScope Of(params AgencyId[] agencies) => new(false, agencies.ToHashSet());

    /// <summary>True when no agency is left out.</summary>
    public bool Everything { get; }

    /// <summary>The agencies that may be seen when not everything may.</summary>
    public IReadOnlySet<AgencyId> Agencies { get; }
}
