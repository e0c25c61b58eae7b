using Gongkai.App.Personal;
using Gongkai.Domain.Agencies;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.App.Data;

/// <summary>A member of staff and the account (工作人员、账号). Nobody is deleted: who left is disabled, and the ledger still knows who acted.</summary>
public sealed class Person : IdentityUser<Guid>, IVersioned
{
    /// <summary>Name, as it stands on sheets and letters.</summary>
    public required string Name { get; set; }

    /// <summary>Which of the three administrators the person is; one place only, so that nobody is two of them.</summary>
    public HouseRole? HouseRole { get; set; }

    /// <summary>When the account was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When the present password was set, UTC; null while it is a one-time password of somebody else's making.</summary>
    public DateTime? PasswordChangedAt { get; set; }

    /// <summary>When the account was closed, UTC; null while it is in use.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>Until when nobody is let in after too many wrong tries, UTC; null while not locked.</summary>
    public DateTime? LockedUntilAt { get; set; }

    /// <summary>Phone by which the house reaches the person (联系电话), sealed; null while none is known.</summary>
    public Sealed? ContactPhone { get; set; }

    /// <summary>What finds the phone by its number, and never the number by it.</summary>
    [FingerprintOf(nameof(ContactPhone))]
    public Fingerprint? ContactPhonePrint { get; set; }

    /// <summary>E-mail by which the house reaches the person (电子邮箱), sealed; null while none is known.</summary>
    public Sealed? ContactEmail { get; set; }

    /// <summary>What finds the e-mail by its address, and never the address by it.</summary>
    [FingerprintOf(nameof(ContactEmail))]
    public Fingerprint? ContactEmailPrint { get; set; }

    /// <summary>Secret of the authenticator (动态码密钥), sealed; null while none is set up.</summary>
    public Sealed? CodeSecret { get; set; }

    /// <summary>Time step of the last one-time code that was accepted: none is accepted twice.</summary>
    public long LastCodeStep { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A post somebody holds in an agency, with its days (任职). Ended, never removed.</summary>
public sealed class Post : IVersioned, IOfAgency
{
    /// <summary>Identity; the subject of its acts.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Who holds it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What it entitles to.</summary>
    public required PostRole Role { get; init; }

    /// <summary>True for the stand-in (B 角).</summary>
    public bool Substitute { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day, inclusive; null while no end is set.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A signed-in browser (登录会话). The cookie names it and says nothing else, so ending it here ends it at once.</summary>
public sealed class PersonSession : IVersioned
{
    /// <summary>SHA-256 of the secret the cookie carries: who reads the table cannot sign in with it.</summary>
    public required byte[] Key { get; init; }

    /// <summary>Number to show and to end it by.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it was last used, UTC, to the minute.</summary>
    public required DateTime LastSeenAt { get; set; }

    /// <summary>When it was ended, UTC; null while it can be used.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Network address it began from.</summary>
    public required string From { get; init; }

    /// <summary>What the browser calls itself, cut to a line.</summary>
    public required string Browser { get; init; }

    /// <summary>How the person proved who they are.</summary>
    public required SignInProof Proof { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>How somebody proved who they are (登录方式).</summary>
public enum SignInProof
{
    /// <summary>口令.</summary>
    Password,

    /// <summary>口令和动态码.</summary>
    PasswordAndCode,

    /// <summary>口令和恢复码.</summary>
    PasswordAndRecoveryCode,

    /// <summary>通行密钥.</summary>
    Passkey,

    /// <summary>统一身份认证.</summary>
    Identity,

    /// <summary>统一身份认证和动态码.</summary>
    IdentityAndCode,

    /// <summary>统一身份认证和恢复码.</summary>
    IdentityAndRecoveryCode,

    /// <summary>证书.</summary>
    Certificate,

    /// <summary>口令和证书.</summary>
    PasswordAndCertificate,
}

/// <summary>A password that was used before: its hash, so that it is not taken again.</summary>
public sealed class FormerPassword
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The hash as it was stored.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was replaced, UTC.</summary>
    public required DateTime ReplacedAt { get; init; }
}

/// <summary>A recovery code (恢复码): takes the place of the authenticator once.</summary>
public sealed class RecoveryCode : IVersioned
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>SHA-256 of the code: 80 random bits need no slow hash.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>When it was used, UTC.</summary>
    public DateTime? UsedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
