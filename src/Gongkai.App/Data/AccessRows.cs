using Gongkai.App.Machines;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Data;

/// <summary>A client certificate that stands for a person (登记的证书): by its fingerprint alone. What is taken away is removed.</summary>
public sealed class PersonCertificate : IVersioned
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>SHA-256 of the certificate; nobody else has the same.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>What the certificate calls itself, for people to know it by; nothing is decided by it.</summary>
    public required string Name { get; init; }

    /// <summary>Until when it is good, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was registered, UTC.</summary>
    public required DateTime AddedAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A token by which a machine works for one agency (接口令牌). Revoked or expired, never removed.</summary>
public sealed class MachineToken : IVersioned, IOfAgency
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>What the agency calls it: the system that uses it.</summary>
    public required string Name { get; init; }

    /// <summary>The one thing it may do.</summary>
    public required TokenScope Scope { get; init; }

    /// <summary>SHA-256 of the token: 256 random bits need no slow hash, and who reads the table cannot use it.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Who made it.</summary>
    public required Guid MadeById { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>Until when it can be used, UTC, exclusive.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was last used, UTC, to the minute; null while never.</summary>
    public DateTime? LastUsedAt { get; set; }

    /// <summary>When it was revoked, UTC; null while it can be used.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
