using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Frame;

/// <summary>
/// How public pages are cached: as ready, compressed bytes under path, declared query, display mode, encoding and the generation of the
/// site. The generation is read before rendering begins, so a page rendered while somebody publishes is stored under the generation
/// that is already past and never served again.
/// </summary>
internal sealed class PublicPageCache(SiteGenerationWatch generation) : IOutputCachePolicy
{
    // Frees memory; freshness is the generation's business.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    // Pages also change with the program: what a browser kept from the last start is asked for anew.
    private readonly string _start = Guid.NewGuid().ToString("N")[..8];

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var page = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>();
        if (page is null || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))) return;

        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Kept;

        var encoding = ChooseEncoding(request.Headers.AcceptEncoding);
        request.Headers.AcceptEncoding = encoding;

        var rules = context.CacheVaryByRules;
        rules.VaryByHost = false;
        rules.QueryKeys = page.QueryNames.ToArray();
        rules.VaryByValues["display"] = DisplayMode.Of(request).Code;
        rules.VaryByValues["encoding"] = encoding;
        rules.VaryByValues["generation"] = (await generation.CurrentAsync()).ToString(System.Globalization.CultureInfo.InvariantCulture);

        // Browsers keep the page but ask each time whether it is still the one.
        var response = context.HttpContext.Response;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = $"{HeaderNames.AcceptEncoding}, {HeaderNames.Cookie}";
        response.Headers.ETag = $"W/\"{_start}.{string.Join('.', rules.VaryByValues.Values)}\"";
        response.OnStarting(ForgetUnlessFound, response);
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie);
        return ValueTask.CompletedTask;
    }

    // Only what is there may be kept. The error page clears the headers itself.
    private static Task ForgetUnlessFound(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified) return Task.CompletedTask;
        response.Headers.Remove(HeaderNames.ETag);
        return Task.CompletedTask;
    }

    // One of three, and the request is rewritten to it: what the compressor does is then exactly what the key says.
    private static string ChooseEncoding(StringValues accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out var values)) return "identity";
        var allowed = values.Where(value => value.Quality is not 0).Select(value => value.Value.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return allowed.Contains("br") ? "br" : allowed.Contains("gzip") ? "gzip" : "identity";
    }
}
