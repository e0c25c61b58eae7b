namespace Gongkai.Web.Desk.Identity;

/// <summary>An identity provider that vouches for people (统一身份认证), by OpenID Connect.</summary>
/// <param name="Name">What people know it by.</param>
/// <param name="Authority">Where it is: its discovery document lies below.</param>
/// <param name="ClientId">What it knows this platform by.</param>
/// <param name="ClientSecret">The secret shared with it.</param>
/// <param name="Claim">The claim that names a person once and for all; <c>sub</c> unless the provider says otherwise.</param>
/// <param name="Scopes">What is asked of it besides <c>openid</c>.</param>
/// <param name="Stations">Other sites people pass on the way, e.g. where they type their password.</param>
public sealed record IdentityProvider(
    string Name, Uri Authority, string ClientId, string? ClientSecret, string Claim, IReadOnlyList<string> Scopes, IReadOnlyList<Uri> Stations)
{
    /// <summary>Where forms may lead: scheme, host and port, as browsers compare them.</summary>
    public IEnumerable<string> Origins => Stations.Prepend(Authority).Select(station => station.GetLeftPart(UriPartial.Authority)).Distinct();

    /// <summary>True for a provider on this machine, which needs no certificate.</summary>
    public bool IsLocal => Authority.IsLoopback;
}
