using Gongkai.App.Data;

namespace Gongkai.App.People;

/// <summary>Where a sign-in comes from (登录来源).</summary>
/// <param name="Address">Network address.</param>
/// <param name="Browser">What the browser calls itself.</param>
public sealed record SignInOrigin(string Address, string Browser)
{
    /// <summary>The same, cut to what the table holds.</summary>
    public SignInOrigin Shortened => new(Cut(Address, 64), Cut(Browser, 200));

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}

/// <summary>A session that has just begun: the secret goes into the cookie and is nowhere else.</summary>
/// <param name="Secret">What the cookie carries.</param>
/// <param name="Session">The session.</param>
public sealed record NewSession(string Secret, PersonSession Session);

/// <summary>What a right password or an outside identity led to: a session, or the question for the second factor.</summary>
/// <param name="Session">The session, when the first step was enough.</param>
/// <param name="Pending">Proof of the first step, for the next one; good for five minutes.</param>
public sealed record FirstStep(NewSession? Session, string? Pending);

/// <summary>A signed-in person (已登录的人).</summary>
/// <param name="Caller">Who, with the posts of today.</param>
/// <param name="SessionId">Which session.</param>
/// <param name="Login">用户名.</param>
/// <param name="MustChangePassword">True when nothing else may be done first: a one-time or an old password.</param>
public sealed record SignedIn(Caller Caller, Guid SessionId, string Login, bool MustChangePassword);
