using Gongkai.App.People;
using Gongkai.Web.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Desk;

/// <summary>
/// A list that opens as it was left (列表记住上次的条件): in this browser, until it is closed, and never for who signs in after. The
/// place in the list is not kept; <c>?reset=1</c> forgets the rest too.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RemembersChoiceAttribute : Attribute, IPageFilter
{
    /// <summary>The query that shows everything again.</summary>
    public const string Everything = "?reset=1";

    private const int Longest = 1000;

    private static readonly object Narrowed = new();

    private static readonly string[] PlaceInList = ["p", "After", "handler"];

    /// <summary>True when a list shows only what was chosen.</summary>
    public static bool Narrows(HttpContext context) => context.Items.ContainsKey(Narrowed);

    /// <inheritdoc/>
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    /// <inheritdoc/>
    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) || context.HandlerMethod?.Name is not null) return;
        var (cookie, options) = Cookie(context);
        var choice = Choice(http.Request.Query);
        if (http.Request.Query.ContainsKey("reset"))
        {
            http.Response.Cookies.Delete(cookie, options);
            context.Result = new LocalRedirectResult(http.Request.PathBase + http.Request.Path);
        }
        else if (!http.Request.QueryString.HasValue)
        {
            if (Remembered(http, cookie) is { } kept) context.Result = new LocalRedirectResult(http.Request.PathBase + http.Request.Path + kept);
        }
        else if (!choice.HasValue)
        {
            http.Response.Cookies.Delete(cookie, options);
        }
        else
        {
            http.Items[Narrowed] = true;
            if (choice.Value!.Length <= Longest) http.Response.Cookies.Append(cookie, Owner(http) + choice.Value, options);
        }
    }

    /// <inheritdoc/>
    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    private static QueryString Choice(IQueryCollection query) => new QueryBuilder(query
        .Where(part => !PlaceInList.Contains(part.Key, StringComparer.OrdinalIgnoreCase))
        .SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value ?? ""))
        .Where(part => part.Value.Length > 0)).ToQueryString();

    private static string? Remembered(HttpContext http, string cookie) =>
        http.Request.Cookies[cookie] is { } value && value.StartsWith(Owner(http), StringComparison.Ordinal) && value[Owner(http).Length..] is ['?', _, ..] kept ? kept : null;

    // Of this session and of this agency's list; another's is not opened by it.
    private static string Owner(HttpContext http) => $"{http.Features.Get<SignedIn>()!.SessionId:N}{http.Request.Path}";

    // One for each list, not for each agency's: a district has hundreds of those.
    private static (string Name, CookieOptions Options) Cookie(PageHandlerExecutingContext context)
    {
        var site = context.HttpContext.RequestServices.GetRequiredService<SiteSettings>();
        var name = context.ActionDescriptor.ViewEnginePath.Replace('/', '-');
        return (site.CookieNamed($"gongkai-list{name}"), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.HttpContext.Request.IsHttps,
            Path = site.CookiePath,
            IsEssential = true,
        });
    }
}
