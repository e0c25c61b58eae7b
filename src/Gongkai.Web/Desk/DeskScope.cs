using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Desk;

/// <summary>
/// What a page of the desk may see: under an agency's address that agency, elsewhere the agencies of the person's posts. And where a
/// password must be changed first, nothing else is shown.
/// </summary>
internal static class DeskScope
{
    public static void UseDeskScope(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var room = context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>()?.AreaName;
        if (room != DeskRooms.Area || context.Features.Get<SignedIn>() is not { } who)
        {
            await next(context);
            return;
        }
        // Exactly what the form tokens ask for, so that they have nothing to override.
        context.Response.Headers.CacheControl = "no-cache, no-store";
        context.Response.Headers.Pragma = "no-cache";
        if (who.MustChangePassword && !DeskUrls.IsOpenBeforePasswordChange(context.Request.Path))
        {
            context.Response.Redirect(context.Request.PathBase + DeskUrls.Password);
            return;
        }
        context.RequestServices.GetRequiredService<ScopeOfRequest>()
            .Set(context.Features.Get<Agency>() is { } agency ? AgencyScope.Of(agency.Id) : who.Caller.Scope);
        await next(context);
    });
}
