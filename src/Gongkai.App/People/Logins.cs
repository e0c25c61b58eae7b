using System.Text.RegularExpressions;

namespace Gongkai.App.People;

/// <summary>Login names (用户名): small letters, digits, dot, hyphen and underscore; capitals make no difference.</summary>
public static partial class Logins
{
    /// <summary>The form in which login names are compared.</summary>
    public static string Normalise(string login) => login.Trim().ToUpperInvariant();

    /// <summary>True for a name that can be given.</summary>
    public static bool IsGood(string login) => Shape().IsMatch(login);

    [GeneratedRegex("^[a-z][a-z0-9._-]{1,39}$")]
    private static partial Regex Shape();
}
