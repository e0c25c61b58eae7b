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
    public static async Task<Site> StartAsync(TestHouse? house = null, Action<IServiceCollection>? services = null)
    {
        house ??= await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var any = new LoopbackAddress("localhost", 0);
        var ring = (await KeyRing.OpenAsync(house.House, CancellationToken.None)).Value;
        var app = WebHost.Build(house.House, ring, any, services);
        await app.StartAsync();
        return new Site(house, app, WebHost.AddressOf(app, any));
    }

    /// <summary>Fetches a page as text.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Another client of the same kind.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = Address };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await House.DisposeAsync();
    }
}
