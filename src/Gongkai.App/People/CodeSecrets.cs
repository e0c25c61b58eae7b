using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace Gongkai.App.People;

/// <summary>Secrets of authenticators (动态码, RFC 6238): made, kept protected, and asked for a code.</summary>
/// <param name="protection">The house's keys.</param>
public sealed class CodeSecrets(IDataProtectionProvider protection)
{
    private static readonly VerificationWindow OneStepEachWay = new(previous: 1, future: 1);

    private readonly IDataProtector _protector = protection.CreateProtector("Gongkai.People.CodeSecrets");

    /// <summary>Makes a secret, in the form it is kept in.</summary>
    public string Make() => _protector.Protect(Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(20)));

    /// <summary>The secret as an authenticator wants it typed.</summary>
    public string Show(string kept) => _protector.Unprotect(kept);

    /// <summary>The address an authenticator reads from a QR code.</summary>
    public string AddressFor(string kept, string login) => new OtpUri(OtpType.Totp, Show(kept), login, "公开").ToString();

    /// <summary>The time step a code belongs to when it is right now, or null.</summary>
    /// <param name="kept">The secret as kept.</param>
    /// <param name="code">The code as typed.</param>
    /// <param name="now">The present instant.</param>
    public long? StepOf(string kept, string code, DateTime now) =>
        new Totp(Base32Encoding.ToBytes(Show(kept))).VerifyTotp(now, code.Replace(" ", "", StringComparison.Ordinal), out var step, OneStepEachWay) ? step : null;
}
