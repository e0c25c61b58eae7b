using Gongkai.App.Data;
using Gongkai.App.Houses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Frame;

/// <summary>
/// What a public page may see: under an agency's address that agency and no other, elsewhere all of them. So a query that forgets to ask
/// for the agency cannot show another's rows.
/// </summary>
internal static class PublicScope
{
    public static void UsePublicScope(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null)
            context.RequestServices.GetRequiredService<ScopeOfRequest>().Set(await ScopeOfAsync(context));
        await next(context);
    });

    private static async Task<AgencyScope> ScopeOfAsync(HttpContext context)
    {
        if (context.GetRouteValue("code") is not string code) return AgencyScope.All;
        await using var db = context.RequestServices.GetRequiredService<House>().Open(AgencyScope.All);
        var agencies = await db.Agencies.Where(agency => agency.Code == code).Select(agency => agency.Id).ToArrayAsync(context.RequestAborted);
        return AgencyScope.Of(agencies);
    }
}
