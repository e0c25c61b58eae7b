[assembly: AssemblyFixture(typeof(Gongkai.Web.Tests.FilledSite))]

namespace Gongkai.Web.Tests;

/// <summary>A site over <see cref="SampleData"/>, shared by the tests that only look.</summary>
public sealed class FilledSite : IAsyncLifetime
{
    internal Site Site { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Site = await Site.StartAsync();
        await SampleData.FillAsync(Site.House);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
