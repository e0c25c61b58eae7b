using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Web.Desk.Identity;

namespace Gongkai.Hosting;

/// <summary>The settings of the identity provider (统一身份认证设置): <c>--identity FILE</c>; the secret comes from the environment.</summary>
internal static class IdentityFile
{
    private const string SecretName = "GONGKAI_IDENTITY_SECRET";

    // Whoever gets a name, an address or a number of somebody else at the provider must not get their account here.
    private static readonly string[] NobodysOwn = ["email", "mail", "name", "preferred_username", "nickname", "given_name", "family_name", "phone_number", "mobile"];

    /// <summary>The provider, and whether a second factor is asked for after it.</summary>
    public static Outcome<(IdentityProvider Provider, SecondFactorRule Rule)> Read(string file)
    {
        var read = SettingsFile.Read(file, "name", "authority", "clientId", "claim", "scopes", "stations", "secondFactor");
        if (read.IsRefused) return read.Refusal;
        var settings = read.Value;
        if (settings.Text("authority") is not { } authority || !IsSafe(authority, out var address))
            return settings.Wrong("authority 应当是统一身份认证的 https 网址");
        if (settings.Text("clientId") is not { Length: > 0 } client) return settings.Wrong("缺少 clientId（在统一身份认证登记的应用标识）");
        var claim = settings.Text("claim") ?? "sub";
        if (NobodysOwn.Contains(claim, StringComparer.OrdinalIgnoreCase)) return settings.Wrong($"claim 不能用 {claim}：姓名、邮箱、电话会重复、会换人，请用 sub 或对方保证唯一不变的标识");
        if (!EnumCode<SecondFactorRule>.TryParse(settings.Text("secondFactor") ?? EnumCode<SecondFactorRule>.Of(SecondFactorRule.WhenSetUp), out var rule))
            return settings.Wrong($"secondFactor 可以是 {string.Join("、", EnumCode<SecondFactorRule>.All)}");
        List<Uri> stations = [];
        foreach (var station in settings.Texts("stations"))
        {
            if (!IsSafe(station, out var passed)) return settings.Wrong($"stations 里的 {station} 应当是 https 网址");
            stations.Add(passed);
        }
        var secret = SecretSetting.Read(SecretName);
        if (secret.IsRefused) return secret.Refusal;
        return (new IdentityProvider(settings.Text("name") ?? "统一身份认证", address, client, secret.Value, claim, settings.Texts("scopes"), stations), rule);
    }

    private static bool IsSafe(string text, out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address!) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
