using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Personal;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;

namespace Gongkai.App.Ledger;

/// <summary>How the private part of an entry was found.</summary>
internal enum PrivateState
{
    /// <summary>Read.</summary>
    Open,

    /// <summary>Erased with its salt: nobody can read it any more.</summary>
    Erased,

    /// <summary>Sealed, and the keys are not here.</summary>
    Closed,

    /// <summary>Not what was sealed here.</summary>
    Broken,
}

/// <summary>What was found in the place of a private part.</summary>
/// <param name="State">How it was found.</param>
/// <param name="Bytes">Its canonical bytes, where it was read.</param>
/// <param name="Salt">The salt of its digest, where it was read.</param>
internal readonly record struct FoundPrivatePart(PrivateState State, byte[]? Bytes, byte[]? Salt)
{
    /// <summary>Who, why and references; null where it cannot be read.</summary>
    public PrivatePart? Part => Bytes is { } bytes ? PrivatePart.Read(bytes) : null;
}

/// <summary>
/// Closes and opens the private parts of entries (非公开部分加密存储). What is sealed is the salt together with the bytes: with the salt in
/// clear, whoever has a copy could try names against the digest. The digest in the chain is of what is inside, so another key changes no hash.
/// </summary>
/// <param name="ring">The keys; null where they are not here.</param>
/// <param name="whyClosed">Why they are not.</param>
internal sealed class PrivatePartSeal(KeyRing? ring, Refusal? whyClosed = null)
{
    /// <summary>The seal to read a house's entries with: without the keys, what is sealed stays closed, and everything else can be read.</summary>
    public static async Task<PrivatePartSeal> OfAsync(House house, CancellationToken cancellation)
    {
        var ring = await house.Keys.FindAsync(cancellation);
        return ring.IsRefused ? new PrivatePartSeal(null, ring.Refusal) : new PrivatePartSeal(ring.Value);
    }

    // A form number, where text in clear has a brace; then the number of the key.
    private const byte Form = 1;
    private const int Prefix = 1 + sizeof(int);

    /// <summary>Why nothing sealed can be read, or null.</summary>
    public Refusal? WhyClosed => whyClosed;

    /// <summary>Seals a private part for its entry.</summary>
    public byte[] Close(AgencyId agency, long sequence, byte[] bytes, byte[] salt)
    {
        var key = ring!.Current(KeyPurpose.Encryption);
        var cipher = RingCipher.Encrypt(key, [.. salt, .. bytes], Bound(agency, sequence, key.Number));
        var closed = new byte[Prefix + cipher.Length];
        closed[0] = Form;
        BinaryPrimitives.WriteInt32BigEndian(closed.AsSpan(1), key.Number);
        cipher.CopyTo(closed, Prefix);
        return closed;
    }

    /// <summary>Reads what stands in an entry.</summary>
    public FoundPrivatePart Read(LedgerEntryRow row) => Read(row.AgencyId, row.Sequence, row.PrivateBytes, row.Salt);

    /// <inheritdoc cref="Read(LedgerEntryRow)"/>
    public FoundPrivatePart Read(AgencyId agency, long sequence, byte[]? stored, byte[]? salt)
    {
        if (stored is null) return new(salt is null ? PrivateState.Erased : PrivateState.Broken, null, null);
        if (salt is not null) return new(PrivateState.Open, stored, salt);
        if (KeyOf(stored) is not { } number) return new(PrivateState.Broken, null, null);
        if (ring is null) return new(PrivateState.Closed, null, null);
        // The ring has every key that this house has ever sealed with, or it would not have been opened.
        if (ring.Find(KeyPurpose.Encryption, number) is not { } key) return new(PrivateState.Broken, null, null);
        try
        {
            var clear = RingCipher.Decrypt(key, stored.AsSpan(Prefix), Bound(agency, sequence, number));
            return new(PrivateState.Open, clear[SealedEntry.SaltLength..], clear[..SealedEntry.SaltLength]);
        }
        catch (Exception damaged) when (damaged is CryptographicException or ArgumentOutOfRangeException)
        {
            return new(PrivateState.Broken, null, null);
        }
    }

    /// <summary>Seals an entry's private part with the current key, unless it is so already or nothing is there.</summary>
    /// <returns>False where it did not open, and was left as it is.</returns>
    public bool Renew(LedgerEntryRow row)
    {
        if (row.Salt is null && row.PrivateBytes is { } stored && KeyOf(stored) == ring!.Current(KeyPurpose.Encryption).Number) return true;
        var found = Read(row);
        if (found.State == PrivateState.Erased) return true;
        if (found.State != PrivateState.Open) return false;
        (row.PrivateBytes, row.Salt) = (Close(row.AgencyId, row.Sequence, found.Bytes!, found.Salt!), null);
        return true;
    }

    /// <summary>Number of the key that stored bytes were sealed with; null where they are not in that form.</summary>
    public static int? KeyOf(byte[] stored) =>
        stored.Length > Prefix && stored[0] == Form ? BinaryPrimitives.ReadInt32BigEndian(stored.AsSpan(1)) : null;

    /// <summary>Where an entry's private part stands.</summary>
    public static SealedPlace Place(AgencyId agency, long sequence) =>
        new(nameof(GongkaiDb.Ledger), nameof(LedgerEntryRow.PrivateBytes), agency.Value, sequence);

    private static byte[] Bound(AgencyId agency, long sequence, int key) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"gongkai.private-part/1\n{Place(agency, sequence)}\n{key}"));
}
