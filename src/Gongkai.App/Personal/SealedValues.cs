using System.Security.Cryptography;
using System.Text;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Personal;

/// <summary>
/// Seals values and makes their fingerprints. Anybody may seal; what is personal is opened by <see cref="PersonalData"/> alone.
/// </summary>
/// <param name="ring">The house's keys.</param>
public sealed class SealedValues(KeyRing ring)
{
    /// <summary>Seals a personal value for its place, with the mask of its kind.</summary>
    /// <param name="place">Where it will stand.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="value">The value in clear.</param>
    public Sealed Seal(SealedPlace place, PersonalValue kind, string value) => Seal(place, kind, PersonalMask.Of(kind, value), value);

    /// <inheritdoc cref="Seal(SealedPlace, PersonalValue, string)"/>
    public Sealed Seal(string table, string column, Guid rowId, string value, PersonalValue kind) => Seal(new SealedPlace(table, column, rowId), kind, value);

    /// <summary>Seals a secret that only programs use: a one-time-code seed, a token, a key. Nothing of it is ever shown.</summary>
    public Sealed SealSecret(SealedPlace place, string secret) => Seal(place, null, "", secret);

    /// <summary>Opens a secret that only programs use. A personal value is refused here: it is not for this to open.</summary>
    /// <exception cref="InvalidOperationException">It is a personal value: a bug.</exception>
    /// <exception cref="CryptographicException">It was changed, or stands in another place than it was sealed for.</exception>
    public string OpenSecret(SealedPlace place, Sealed secret) => secret.Kind is null
        ? Unseal(place, secret)
        : throw new InvalidOperationException("A personal value is opened through PersonalData, which writes down who did.");

    /// <summary>The fingerprint to store beside a sealed value.</summary>
    public Fingerprint FingerprintOf(PersonalValue kind, string value) => FingerprintOf(ring.Current(KeyPurpose.Fingerprint), kind, value);

    /// <summary>The fingerprints a value may be stored under, while a new key is being introduced: search with <c>Contains</c>.</summary>
    public IReadOnlyList<Fingerprint> FingerprintsOf(PersonalValue kind, string value) =>
        [.. ring.All(KeyPurpose.Fingerprint).Select(key => FingerprintOf(key, kind, value))];

    internal string Unseal(SealedPlace place, Sealed value)
    {
        var key = ring.Find(KeyPurpose.Encryption, value.Key) ?? throw new CryptographicException($"The ring has no key {value.Key}.");
        return Encoding.UTF8.GetString(RingCipher.Decrypt(key, value.Cipher, Bound(place, value.Key, value.Kind, value.Mask)));
    }

    internal Sealed Seal(SealedPlace place, PersonalValue? kind, string mask, string value)
    {
        var key = ring.Current(KeyPurpose.Encryption);
        var cipher = RingCipher.Encrypt(key, Encoding.UTF8.GetBytes(value), Bound(place, key.Number, kind, mask));
        return Sealed.Of(key.Number, kind, cipher, mask);
    }

    // Bound into the tag: the place, so that values cannot be exchanged, and the mask, so that it cannot be made to show something else.
    private static byte[] Bound(SealedPlace place, int key, PersonalValue? kind, string mask) =>
        Encoding.UTF8.GetBytes($"gongkai.sealed/1\n{place}\n{key}\n{Sealed.KindCode(kind)}\n{mask}");

    private static Fingerprint FingerprintOf(RingKey key, PersonalValue kind, string value)
    {
        var form = Encoding.UTF8.GetBytes($"{EnumCode<PersonalValue>.Of(kind)}\n{PersonalForm.Of(kind, value)}");
        return new Fingerprint($"{key.Number};{Convert.ToBase64String(HMACSHA256.HashData(key.Key, form))}");
    }
}
