using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Domain.Agencies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Desk;

/// <summary>What a room of the desk asks of whoever enters: to be signed in, and a right where one is named.</summary>
/// <param name="Right">The right, in the agency of the address where there is one; null asks for a sign-in only.</param>
internal sealed record DeskRequirement(DeskRight? Right) : IAuthorizationRequirement;

/// <summary>Answers <see cref="DeskRequirement"/>. An agency that does not exist is refused like one that is not yours.</summary>
internal sealed class DeskAuthorization(IHttpContextAccessor accessor, House house) : AuthorizationHandler<DeskRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, DeskRequirement requirement)
    {
        var http = accessor.HttpContext!;
        if (http.Features.Get<SignedIn>() is not { } who) return;
        if (requirement.Right is not { } right)
        {
            context.Succeed(requirement);
            return;
        }
        if (http.GetRouteValue(DeskUrls.AgencyKey) is not string code)
        {
            if (who.Caller.May(right)) context.Succeed(requirement);
            return;
        }
        await using var db = house.Open(AgencyScope.All);
        var agency = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(row => row.Code == code, http.RequestAborted);
        if (agency is null || !who.Caller.May(right, agency.Id)) return;
        http.Features.Set(agency);
        context.Succeed(requirement);
    }
}
