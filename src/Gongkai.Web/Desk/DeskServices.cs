using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Web.Desk.Identity;
using Gongkai.Web.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Desk;

/// <summary>What the desk needs besides the house itself.</summary>
internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services, SiteSettings site)
    {
        services.AddDeskAccess();
        services.AddSignInLimit();
        services.Configure<RazorPagesOptions>(options => options.Conventions.AddAreaFolderApplicationModelConvention(
            DeskRooms.Area, "/", page => page.Filters.Add(new TypeFilterAttribute(typeof(MarkedTextFilter)))));
        services.AddAntiforgery(options =>
        {
            Shape(options.Cookie, "gongkai-form");
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.Configure<CookieTempDataProviderOptions>(options => Shape(options.Cookie, "gongkai-done"));
        // Identity's part is what it does best: passkeys, and where they are kept.
        services.AddIdentityCore<Person>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3).AddUserStore<PersonStore>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.AddScoped<Passkeys>();
        if (site.Identity is { } identity) services.AddIdentitySignIn(identity, site);
        return services;

        void Shape(CookieBuilder cookie, string name)
        {
            cookie.Name = site.CookieNamed(name);
            cookie.Path = site.CookiePath;
            cookie.SecurePolicy = site.RequiresHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        }
    }
}
