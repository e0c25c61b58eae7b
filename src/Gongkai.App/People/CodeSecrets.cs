using Gongkai.App.Data;
using Gongkai.App.Personal;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace Gongkai.App.People;

/// <summary>Secrets of authenticators (动态码, RFC 6238): offered by a form, then kept sealed for their person.</summary>
/// <param name="protection">What a form carries meanwhile is protected by it.</param>
/// <param name="values">What is kept is sealed by it.</param>
public sealed class CodeSecrets(IDataProtectionProvider protection, SealedValues values)
{
    private static readonly VerificationWindow OneStepEachWay = new(previous: 1, future: 1);

    private readonly IDataProtector _protector = protection.CreateProtector("Gongkai.People.CodeSecrets");

    /// <summary>Makes a secret, in the form in which it is offered.</summary>
    public string Offer() => _protector.Protect(Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(20)));

    /// <summary>The offered secret as an authenticator wants it typed.</summary>
    public string Show(string offered) => _protector.Unprotect(offered);

    /// <summary>The address an authenticator reads from a QR code.</summary>
    public string AddressFor(string offered, string login) => new OtpUri(OtpType.Totp, Show(offered), login, "公开").ToString();

    /// <summary>The time step a code of an offered secret belongs to when it is right now, or null.</summary>
    public long? StepOf(string offered, string code, DateTime now) => Step(Show(offered), code, now);

    /// <summary>The time step a code of a person's own secret belongs to when it is right now, or null.</summary>
    public long? StepOf(Person person, string code, DateTime now) =>
        person.CodeSecret is { } kept ? Step(values.OpenSecret(PlaceOf(person.Id), kept), code, now) : null;

    /// <summary>Seals an offered secret for a person.</summary>
    internal Sealed Keep(Guid person, string offered) => values.SealSecret(PlaceOf(person), Show(offered));

    private static SealedPlace PlaceOf(Guid person) => new("People", nameof(Person.CodeSecret), person);

    private static long? Step(string secret, string code, DateTime now) =>
        new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(now, code.Replace(" ", "", StringComparison.Ordinal), out var step, OneStepEachWay) ? step : null;
}
