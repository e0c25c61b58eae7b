using Gongkai.App.Personal;
using Gongkai.Hosting;
using Gongkai.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests;

/// <summary>A house on the web, on a port of its own: the real host, as <c>gongkai serve</c> starts it.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Site(TestHouse house, WebApplication app, Uri address)
    {
        (House, _app, Address) = (house, app, address);
        Client = NewClient();
    }

    /// <summary>The house behind it.</summary>
    public TestHouse House { get; }

    /// <summary>What the host runs on.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>A client that follows nothing, keeps nothing and unpacks nothing.</summary>
    public HttpClient Client { get; }

    /// <summary>Puts a house on the web.</summary>
    public static async Task<Site> StartAsync(TestHouse? house = null, Action<IServiceCollection>? services = null, ServingPlan? plan = null)
    {
        house ??= await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        plan ??= ServingPlan.AnyPort;
        var ring = (await KeyRing.OpenAsync(house.House, CancellationToken.None)).Value;
        var app = WebHost.Build(house.House, ring, plan, services);
        await app.StartAsync();
        return new Site(house, app, WebHost.AddressOf(app, plan));
    }

    /// <summary>Fetches a page as text.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Another client of the same kind.</summary>
    public HttpClient NewClient() => new(NewHandler()) { BaseAddress = Address };

    /// <summary>Every address it listens at, as the host reports them.</summary>
    public IReadOnlyList<string> Urls => [.. _app.Urls];

    /// <summary>What a client of a test is made on: it takes the certificate a test has made for the server.</summary>
    public static SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null },
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await House.DisposeAsync();
    }
}
