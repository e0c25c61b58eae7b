using System.Globalization;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Personal;

/// <summary>
/// A personal value or a secret as it is kept: encrypted, with a mask that may be shown. Whoever reads a row gets this and can print the
/// mask; only <see cref="PersonalData"/> opens it, and writes down who did.
/// </summary>
public sealed record Sealed
{
    private const string Form = "1";

    private Sealed(int key, PersonalValue? kind, byte[] cipher, string mask)
    {
        (Key, Kind, Cipher, Mask) = (key, kind, cipher, mask);
        Text = string.Join(';', Form, key.ToString(CultureInfo.InvariantCulture), KindCode(kind), Convert.ToBase64String(cipher), mask);
    }

    /// <summary>What may be shown of it; empty for a secret of a program.</summary>
    public string Mask { get; }

    /// <summary>Number of the encryption key.</summary>
    internal int Key { get; }

    /// <summary>What it is; null for a secret of a program.</summary>
    internal PersonalValue? Kind { get; }

    /// <summary>Nonce, ciphertext and tag.</summary>
    internal byte[] Cipher { get; }

    /// <summary>The stored form.</summary>
    internal string Text { get; }

    internal static Sealed Of(int key, PersonalValue? kind, byte[] cipher, string mask) => new(key, kind, cipher, mask);

    /// <summary>Reads the stored form.</summary>
    /// <exception cref="FormatException">It is none: the column was written by something else.</exception>
    internal static Sealed Parse(string text)
    {
        var parts = text.Split(';', 5);
        if (parts.Length != 5 || parts[0] != Form || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var key))
            throw new FormatException("The column holds no sealed value.");
        return new Sealed(key, parts[2].Length == 0 ? null : EnumCode<PersonalValue>.Parse(parts[2]), Convert.FromBase64String(parts[3]), parts[4]);
    }

    /// <summary>The beginning that all values sealed with a key share.</summary>
    internal static string PrefixOf(int key) => $"{Form};{key.ToString(CultureInfo.InvariantCulture)};";

    internal static string KindCode(PersonalValue? kind) => kind is { } known ? EnumCode<PersonalValue>.Of(known) : "";

    /// <inheritdoc/>
    public bool Equals(Sealed? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The mask.</summary>
    public override string ToString() => Mask;
}

/// <summary>Where a sealed value stands. It is bound to its place: copied into another row or column, it does not open.</summary>
/// <param name="Table">Name of the table in the database.</param>
/// <param name="Column">Name of the column.</param>
/// <param name="RowId">Identity of the row; of the chain, where an entry of it is meant.</param>
/// <param name="Sequence">Sequence of the entry in the chain; null everywhere else.</param>
public readonly record struct SealedPlace(string Table, string Column, Guid RowId, long? Sequence = null)
{
    /// <summary>As it stands in audit events.</summary>
    public override string ToString() => Sequence is { } entry
        ? string.Create(CultureInfo.InvariantCulture, $"{Table}.{Column}/{RowId:D}/{entry}")
        : $"{Table}.{Column}/{RowId:D}";
}

/// <summary>
/// Keyed digest of a personal value, for exact comparison only: equal values have equal fingerprints, and without the key nothing can be
/// tried out against them.
/// </summary>
/// <param name="Text">The stored form: key number and digest.</param>
public readonly record struct Fingerprint(string Text);

/// <summary>Marks a column of <see cref="Fingerprint"/> with the sealed column it is made from, so that a new key recomputes it.</summary>
/// <param name="column">Name of the property that holds the sealed value.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FingerprintOfAttribute(string column) : Attribute
{
    /// <summary>Name of the property that holds the sealed value.</summary>
    public string Column { get; } = column;
}
