using Gongkai.App.Houses;
using Gongkai.App.Jobs;
using Gongkai.App.Outbox;
using Gongkai.App.Personal;
using Gongkai.Web;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Extensions.Logging.Console;

namespace Gongkai.Hosting;

/// <summary>
/// Puts a house on the web. It begins from an empty builder: no setting of the environment can open another port, turn on the framework's
/// own error pages, or show anybody a stack trace.
/// </summary>
internal static class WebHost
{
    /// <summary>Far above any form of these pages.</summary>
    private const long LargestRequest = 1024 * 1024;

    /// <summary>Builds the application; whoever calls starts it and keeps the house open as long as it runs.</summary>
    public static WebApplication Build(House house, KeyRing ring, ServingPlan plan, Action<IServiceCollection>? services = null, OutboxSettings? outbox = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            // Assets are found beside the program, wherever it is started from.
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        // Assets are those of the build: no second way to files of the source tree.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = bool.FalseString;
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        builder.Logging.AddSimpleConsole(console => console.IncludeScopes = true).SetMinimumLevel(LogLevel.Warning)
            // Whoever starts the application tells why it did not start.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
            // What background work met with stands in its runs, for people to read.
            .AddFilter("Quartz", LogLevel.None);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Listen(plan);
        });
        builder.Services.AddGongkaiHouse(house);
        builder.Services.AddSingleton(plan.Ways);
        if (plan.ClientCertificates is { } clients) builder.Services.AddSingleton(clients.Trust);
        builder.Services.AddGongkaiPersonalData(ring);
        builder.Services.AddGongkaiJobs(outbox ?? OutboxSettings.Nothing);
        builder.Services.AddGongkaiWeb(plan.Site);
        services?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseGongkaiWeb();
        return app;
    }

    /// <summary>Where a started application can be opened on this machine, with the port the system chose when none was named.</summary>
    public static Uri AddressOf(WebApplication app, ServingPlan plan)
    {
        var first = plan.Addresses.Select((address, index) => (address, index)).OrderByDescending(pair => pair.address.IsHttps).First();
        var port = first.address.Port != 0 ? first.address.Port : BindingAddress.Parse(app.Urls.ElementAt(first.index)).Port;
        return new Uri(first.address.Open(port), $"{plan.Site.BasePath}/");
    }
}
