using System.Security.Claims;
using System.Text.Encodings.Web;
using Gongkai.App.Machines;
using Gongkai.Domain;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Api;

/// <summary>Finds out which machine is asking, from its token alone: no cookie opens the API, so no page can be made to ask for it.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, MachineTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "token";

    /// <summary>The claim that says what the token is for.</summary>
    public const string ScopeClaim = "scope";

    private const string Bearer = "Bearer ";

    private const int LongestToken = 200;

    private Refusal _refusal = new("token.missing", "没有接口令牌。请在请求头写 Authorization: Bearer 和本机关管理员给的令牌。");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || header.Length > LongestToken) return AuthenticateResult.NoResult();
        var machine = await tokens.FindAsync(header[Bearer.Length..].Trim(), Context.Origin().Address, Context.RequestAborted);
        if (machine.IsRefused)
        {
            _refusal = machine.Refusal;
            return AuthenticateResult.NoResult();
        }
        Context.Features.Set(machine.Value);
        var identity = new ClaimsIdentity([new Claim(ScopeClaim, EnumCode<TokenScope>.Of(machine.Value.Token.Scope))], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return ApiProblem.Of(_refusal, StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var machine = Context.Features.Get<Machine>()!;
        await tokens.WriteRefusalAsync(machine, Context.Origin().Address, "token.scope");
        await ApiProblem.Of(
            new Refusal("token.scope", $"这个令牌只用于“{DeskWords.Of(machine.Token.Scope)}”，不能用在这里。请向本机关的管理员要这个用途的令牌。"),
            StatusCodes.Status403Forbidden).ExecuteAsync(Context);
    }
}
