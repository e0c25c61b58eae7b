namespace Gongkai.App.People;

/// <summary>What a registered client certificate is good for (证书的用途).</summary>
public enum CertificateUse
{
    /// <summary>Nothing: none is asked for.</summary>
    None,

    /// <summary>Second factor after the password, in place of the authenticator's code.</summary>
    SecondFactor,

    /// <summary>Signs in alone: the medium it lies on asks for its own PIN.</summary>
    SignIn,
}

/// <summary>Whether this house asks for its own second factor after an outside identity (统一身份认证后的第二验证).</summary>
public enum SecondFactorRule
{
    /// <summary>Never: the outside sign-in is as strong as it is.</summary>
    Never,

    /// <summary>Whoever has an authenticator here is asked for its code.</summary>
    WhenSetUp,

    /// <summary>As above, unless the outside sign-in says that it used a second factor itself.</summary>
    UnlessProven,
}

/// <summary>The ways in besides password, code and passkey (其他登录方式), as the operator set them.</summary>
/// <param name="Certificates">What client certificates are good for.</param>
/// <param name="AfterIdentity">What is asked for after an outside identity.</param>
public sealed record SignInWays(CertificateUse Certificates, SecondFactorRule AfterIdentity)
{
    /// <summary>Where nothing is set: no certificates, and codes are asked for as after a password.</summary>
    public static SignInWays BuiltIn { get; } = new(CertificateUse.None, SecondFactorRule.WhenSetUp);

    /// <summary>True when a code is to be asked for after an outside identity.</summary>
    /// <param name="proven">Whether the outside sign-in used a second factor.</param>
    internal bool AsksAfter(bool proven) => AfterIdentity == SecondFactorRule.WhenSetUp || (AfterIdentity == SecondFactorRule.UnlessProven && !proven);
}

/// <summary>Who somebody is by an identity provider (统一身份): issuer and subject, never mail or name.</summary>
/// <param name="Issuer">The provider, as its tokens name it.</param>
/// <param name="Subject">The person there; case matters.</param>
/// <param name="Proven">True when the provider says that a second factor was used.</param>
public sealed record OutsideIdentity(string Issuer, string Subject, bool Proven = false);

/// <summary>A client certificate that was looked at and found good (已核验的证书). Whose it is, is another question.</summary>
/// <param name="Fingerprint">SHA-256 of it.</param>
/// <param name="Name">What it calls itself.</param>
/// <param name="ExpiresAt">Until when it is good, UTC.</param>
public sealed record PresentedCertificate(byte[] Fingerprint, string Name, DateTime ExpiresAt);
