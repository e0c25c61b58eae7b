using Gongkai.Domain.Agencies;

namespace Gongkai.App.Data;

/// <summary>A row that belongs to one agency: the named filter <c>agency</c> applies to it.</summary>
public interface IOfAgency
{
    /// <summary>The agency.</summary>
    AgencyId AgencyId { get; }
}

/// <summary>A row that can change: <see cref="Version"/> is its concurrency token on both databases, raised by the context.</summary>
public interface IVersioned
{
    /// <summary>0 when new, plus one at each change.</summary>
    int Version { get; set; }
}
