using System.Globalization;
using System.Security.Cryptography;
using Gongkai.App.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.App.People;

/// <summary>Proof of the first step, carried by the form of the second step. Any change of the account makes it void.</summary>
internal sealed class PendingSignIns(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("Gongkai.People.PendingSignIns");

    public string Make(Person person, SignInProof first, DateTime now) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{person.Id:N}|{person.SecurityStamp}|{now.Ticks}|{first}"));

    public (Guid Person, string Stamp, SignInProof First)? Read(string pending, DateTime now)
    {
        try
        {
            var parts = _protector.Unprotect(pending).Split('|');
            var made = new DateTime(long.Parse(parts[2], CultureInfo.InvariantCulture), DateTimeKind.Utc);
            return now - made <= Good ? (Guid.ParseExact(parts[0], "N"), parts[1], Enum.Parse<SignInProof>(parts[3])) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
