using Gongkai.App.Audit;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Web.Frame;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Gongkai.Web.Desk.Identity;

/// <summary>What follows when somebody comes back from the identity provider: a session, a tie to the account, or a sentence.</summary>
internal sealed class IdentityReturn(
    SiteSettings site, SignIn signIn, OtherWays ways, AuditLog audit, IDataProtectionProvider protection, ITempDataDictionaryFactory notes)
{
    private const string IssuerKey = "gongkai.issuer";
    private const string SubjectKey = "gongkai.subject";
    private const string ProvenKey = "gongkai.proven";

    // RFC 8176: what providers write when more than a password was used.
    private static readonly string[] SecondFactors = ["mfa", "otp", "hwk", "swk", "sc", "fpt", "face"];

    /// <summary>Takes down what the verified token says; the framework drops some of it on the way.</summary>
    public Task Remember(TokenValidatedContext context)
    {
        var claims = context.Principal!.Claims.ToList();
        var items = context.Properties!.Items;
        items[IssuerKey] = context.SecurityToken.Issuer;
        items[SubjectKey] = claims.Where(claim => claim.Type == site.Identity!.Claim).Select(claim => claim.Value).FirstOrDefault("");
        items[ProvenKey] = claims.Exists(claim => claim.Type == "amr" && SecondFactors.Contains(claim.Value)) ? "yes" : "";
        return Task.CompletedTask;
    }

    /// <summary>Signs in, or ties.</summary>
    public async Task ReceiveAsync(TicketReceivedContext context)
    {
        // The session is ours: nothing of the framework's is kept.
        context.HandleResponse();
        var http = context.HttpContext;
        var items = context.Properties!.Items;
        var identity = new OutsideIdentity(items[IssuerKey]!, items[SubjectKey]!, items[ProvenKey] == "yes");
        if (items.TryGetValue(IdentityDoor.LinkKey, out var session)) await LinkAsync(http, identity, session!);
        else await SignInAsync(http, identity, context);
    }

    /// <summary>Says that nothing came of it.</summary>
    public async Task FailAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        await audit.WriteAsync(new AuditEvent(AuditKind.SignInFailed, null, null, null, http.Origin().Address, "统一身份认证没有完成"), CancellationToken.None);
        Say(http, DeskPage.TroubleKey, "统一身份认证没有完成，没有登录。请再试一次，或者用口令登录。");
        http.Response.Redirect(http.Request.PathBase + DeskUrls.SignIn);
    }

    /// <summary>Shows the provider its own token, so that it signs the right person out without asking.</summary>
    public Task LeaveAsync(RedirectContext context)
    {
        context.ProtocolMessage.IdTokenHint = IdentityHint.Take(context.HttpContext, protection);
        context.ProtocolMessage.ClientId = site.Identity!.ClientId;
        return Task.CompletedTask;
    }

    private async Task SignInAsync(HttpContext http, OutsideIdentity identity, TicketReceivedContext returned)
    {
        var step = await signIn.WithIdentityAsync(identity, http.Origin(), http.RequestAborted);
        if (step.IsRefused)
        {
            Say(http, DeskPage.TroubleKey, step.Refusal.Message);
            http.Response.Redirect(http.Request.PathBase + DeskUrls.SignIn);
            return;
        }
        IdentityHint.Keep(http, protection, returned.Properties!.GetTokenValue(OpenIdConnectParameterNames.IdToken));
        var back = SignInFlow.Within(returned.ReturnUri);
        if (step.Value.Session is { } session)
        {
            DeskAuthentication.Keep(http, session);
            http.Response.Redirect(http.Request.PathBase + back);
            return;
        }
        http.Response.Redirect(http.Request.PathBase + DeskUrls.Code
            + QueryString.Create([KeyValuePair.Create("pending", new StringValues(step.Value.Pending)), KeyValuePair.Create("back", new StringValues(back))]));
    }

    // Only the very session that asked may tie: the answer of somebody else's sign-in, slipped into this browser, is no one's.
    private async Task LinkAsync(HttpContext http, OutsideIdentity identity, string session)
    {
        await http.AuthenticateAsync(DeskAuthentication.SchemeName);
        var who = http.Features.Get<SignedIn>();
        var linked = who?.SessionId.ToString("N") == session
            ? await ways.LinkAsync(AccountAsked.Own(who), identity, http.RequestAborted)
            : new Refusal("identity.session", "登录已经变化，没有关联。请登录后再试一次。");
        if (linked.IsRefused) Say(http, DeskPage.TroubleKey, linked.Refusal.Message);
        else Say(http, DeskPage.DoneKey, "已关联统一身份，下次可以用它登录。");
        http.Response.Redirect(http.Request.PathBase + DeskUrls.Ways);
    }

    private void Say(HttpContext http, string key, string sentence)
    {
        var said = notes.GetTempData(http);
        said[key] = sentence;
        said.Save();
    }
}
