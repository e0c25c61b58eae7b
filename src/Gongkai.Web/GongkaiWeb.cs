using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gongkai.App.Houses;
using Gongkai.Web.Api;
using Gongkai.Web.Desk;
using Gongkai.Web.Frame;
using Gongkai.Web.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.WebEncoders;

namespace Gongkai.Web;

/// <summary>The pages, and the order of what every request passes through.</summary>
public static class GongkaiWeb
{
    private const string ProblemAddress = "/problem";

    /// <summary>Registers what the pages need besides the house itself.</summary>
    public static IServiceCollection AddGongkaiWeb(this IServiceCollection services, SiteSettings site)
    {
        services.AddSingleton(site);
        services.AddSingleton<SiteGenerationWatch>();
        services.AddSingleton<PublicPageCache>();
        services.AddOutputCache(options => options.UseCaseSensitivePaths = true);
        services.AddOptions<Microsoft.AspNetCore.OutputCaching.OutputCacheOptions>()
            .Configure<PublicPageCache>((options, cache) => options.AddBasePolicy(cache));
        services.AddResponseCompression(options => options.EnableForHttps = true);

        services.AddRazorPages();
        services.AddDesk(site);
        services.AddApi();
        // Chinese stays Chinese: written as entities a page is twice as long.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // Keys are read when something is first protected: a start that only shows public pages needs none.
        services.Remove(services.Single(service =>
            service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(DataProtectionOptions).Assembly));

        services.AddSingleton(services => new HouseSign(services.GetRequiredService<House>().IsDemo));
        services.AddSingleton(ReportDownloads.BuiltIn);
        return services;
    }

    /// <summary>Sets up the pipeline and the routes.</summary>
    public static void UseGongkaiWeb(this WebApplication app)
    {
        var site = app.Services.GetRequiredService<SiteSettings>();
        app.UseSecurityHeaders(site);
        app.UseSiteGate(site);
        app.UseExceptionHandler(ProblemAddress);
        app.UseStatusCodePagesWithReExecute(ProblemAddress);
        app.UseRouting();
        app.UseRateLimiter();
        // Here and not at the very beginning, where the framework would put it: what comes back from an identity provider comes through the gate too.
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseOutputCache();
        // Inside the cache, so that what is kept is compressed; and for public pages only: a page that mixes a secret with what a
        // reader typed must not be compressed.
        app.UseWhen(context => context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null, page => page.UseResponseCompression());

        app.UsePublicScope();
        app.UseDeskScope();

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapDisplay();
        app.MapHealth();
        app.MapReportDownloads();
        app.MapApi();
    }
}
