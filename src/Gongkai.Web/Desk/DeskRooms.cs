using Gongkai.App.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Desk;

/// <summary>
/// Who may enter which room of the desk (权限放在目录上), all of it on one page. A page that stands in no listed room is refused to
/// everybody, and so is every address that says nothing about itself.
/// </summary>
public static class DeskRooms
{
    /// <summary>The area the rooms are in.</summary>
    public const string Area = "Desk";

    /// <summary>Folder to right; null asks for a sign-in only.</summary>
    public static IReadOnlyDictionary<string, DeskRight?> All { get; } = new Dictionary<string, DeskRight?>
    {
        ["/Account"] = null,
        ["/Conversions"] = DeskRight.ReadAgency,
        ["/Drafts"] = DeskRight.ReadAgency,
        ["/Entry"] = DeskRight.DoActs,
        ["/Home"] = null,
        ["/Handover"] = DeskRight.ReadAgency,
        ["/Requests"] = DeskRight.ReadAgency,
        ["/Retention"] = DeskRight.ReadAgency,
        ["/Sheets"] = DeskRight.DoActs,
        ["/Ledger"] = DeskRight.ReadAgency,
        ["/Writing"] = DeskRight.Draft,
        ["/Administration/Audit"] = DeskRight.ReadAudit,
        ["/Tasks"] = DeskRight.ReadAgency,
        ["/Administration/Jobs"] = DeskRight.ReadHouse,
        ["/Administration/People"] = DeskRight.ManageSecurity,
        ["/Administration/Identities"] = DeskRight.ManageSecurity,
        ["/Agencies/List"] = DeskRight.ReadHouse,
        ["/Agencies/Founding"] = DeskRight.ManageHouse,
        ["/Agencies/Profile"] = DeskRight.ReadProfile,
        ["/Agencies/Settings"] = DeskRight.ReadProfile,
        ["/Agencies/Chains"] = DeskRight.ReadProfile,
        ["/Agencies/Delegations"] = DeskRight.ReadAgency,
        ["/Agencies/Staff"] = DeskRight.ManagePeople,
        ["/Agencies/Tokens"] = DeskRight.ManageTokens,
    };

    internal static void AddDeskAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, DeskAuthentication>(DeskAuthentication.SchemeName, null);
        services.AddSingleton<IAuthorizationHandler, DeskAuthorization>();
        services.AddAuthorization(options =>
        {
            // What leads somewhere and says nothing of itself is refused; what leads nowhere has nothing to guard and is a 404.
            options.FallbackPolicy = new AuthorizationPolicyBuilder(DeskAuthentication.SchemeName)
                .RequireAssertion(asked => asked.Resource is HttpContext context && context.GetEndpoint() is not RouteEndpoint).Build();
            foreach (var right in All.Values.Distinct())
            {
                options.AddPolicy(PolicyOf(right), policy => policy
                    .AddAuthenticationSchemes(DeskAuthentication.SchemeName).AddRequirements(new DeskRequirement(right)));
            }
        });
        services.Configure<RazorPagesOptions>(options =>
        {
            foreach (var (folder, right) in All) options.Conventions.AuthorizeAreaFolder(Area, folder, PolicyOf(right));
        });
    }

    private static string PolicyOf(DeskRight? right) => right is null ? "signed-in" : $"right.{right}";
}
