using Gongkai.App.Personal;

namespace Gongkai.App.Data;

/// <summary>A key that this house's rows were sealed with: never the key, only what tells a right ring from a wrong one.</summary>
public sealed class SealKeyRow
{
    /// <summary>What the key is for.</summary>
    public required KeyPurpose Purpose { get; init; }

    /// <summary>Its number, from 1; the highest seals.</summary>
    public required int Number { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>A few letters that only this key gives.</summary>
    public required string Check { get; init; }
}

/// <summary>A key of ASP.NET Data Protection (cookies, antiforgery, reset links), sealed by the ring, shared by all nodes.</summary>
public sealed class ProtectionKeyRow
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name the framework gave it.</summary>
    public required string Name { get; init; }

    /// <summary>The key's XML.</summary>
    public required Sealed Xml { get; set; }

    /// <summary>When it was stored, UTC.</summary>
    public required DateTime StoredAt { get; init; }
}
