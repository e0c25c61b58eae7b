using Gongkai.App.Machines;
using Gongkai.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Api;

/// <summary>
/// What machines may ask for, all of it on one page: each address with the one use of a token that opens it. Which agency it is about, the
/// token says; no address names one.
/// </summary>
internal static class ApiEndpoints
{
    /// <summary>A year of acts in JSON Lines, with room to spare.</summary>
    private const long LargestImport = 16 * 1024 * 1024;

    public static void AddApi(this IServiceCollection services)
    {
        services.AddApiLimit();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);
        services.AddAuthorization(options =>
        {
            foreach (var scope in Enum.GetValues<TokenScope>())
            {
                options.AddPolicy(PolicyOf(scope), policy => policy
                    .AddAuthenticationSchemes(TokenAuthentication.SchemeName).RequireClaim(TokenAuthentication.ScopeClaim, EnumCode<TokenScope>.Of(scope)));
            }
        });
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(ApiProblem.Root).RequireRateLimiting(ApiLimit.Policy).AddEndpointFilter(async (context, next) =>
        {
            // What a machine is told is for it alone.
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return await next(context);
        });
        api.MapGet("/ledger", LedgerEndpoints.ExportAsync).RequireAuthorization(PolicyOf(TokenScope.ReadLedger));
        api.MapPost("/ledger/import", LedgerEndpoints.ImportAsync).RequireAuthorization(PolicyOf(TokenScope.WriteLedger))
            .WithMetadata(new RequestSizeLimitAttribute(LargestImport));
        api.MapGet("/report/{year:int}", ReportEndpoint.CompileAsync).RequireAuthorization(PolicyOf(TokenScope.ReadReport));
    }

    private static string PolicyOf(TokenScope scope) => $"api.{EnumCode<TokenScope>.Of(scope)}";
}
