using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.People;
using Gongkai.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Desk;

/// <summary>
/// A page that looks at what was typed itself (本页自行检查), because it shows a long text again that somebody would lose. It calls the same intake.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LooksAtTextsAttribute : Attribute;

/// <summary>
/// Looks at everything that is typed into any form of the desk before the page's handler sees it (保密门禁): what is marked goes nowhere, and the page
/// is shown as it was with the reason. A page that is built tomorrow is looked at without knowing of it.
/// </summary>
/// <param name="intake">The one door.</param>
public sealed class MarkedTextFilter(FileIntake intake) : IAsyncPageFilter
{
    private static readonly object Found = new();

    /// <summary>Fields that hold secrets of their own or what machines made: never text that somebody typed or pasted.</summary>
    public static IReadOnlySet<string> NotText { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "Password", "present", "wanted", "again", "code", "credential", "robotAddress", "__RequestVerificationToken",
    };

    /// <inheritdoc/>
    public async Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType) return;
        if (context.HandlerInstance.GetType().IsDefined(typeof(LooksAtTextsAttribute), inherit: false)) return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var typed = form.Where(field => !NotText.Contains(field.Key)).SelectMany(field => field.Value);
        if (await intake.LookAtAsync(BringerOf(http), typed, http.RequestAborted) is not { } marked) return;
        http.Items[Found] = marked;
        context.HandlerMethod = context.ActionDescriptor.HandlerMethods.FirstOrDefault(method => HttpMethods.IsGet(method.HttpMethod) && method.Name is null);
    }

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (context.HttpContext.Items[Found] is not Refusal marked || done.Result is not PageResult || context.HandlerInstance is not DeskPage page) return;
        page.Errors.Add("", marked.ToString());
        context.HttpContext.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    private static Bringer BringerOf(HttpContext http) => http.Features.Get<SignedIn>() is { } who
        ? who.Caller.BringerTo(http.Features.Get<Agency>()?.Id)
        : new Bringer(null, null, http.Origin().Address);
}
