using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace Gongkai.Web.Frame;

/// <summary>
/// A page that everybody may see and that is the same for everybody: it sets no cookie, carries no token, and is served from the cache.
/// It depends on nothing but its path, the query names declared here, the display mode and the data.
/// </summary>
/// <param name="queryNames">The query names the page reads; all others are ignored, by the page and by the cache.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute(params string[] queryNames) : Attribute, IAllowAnonymous
{
    /// <summary>The query names the page reads.</summary>
    public IReadOnlyList<string> QueryNames { get; } = queryNames;

    /// <summary>The address of the page being shown, without the parts it does not depend on.</summary>
    public static string AddressOf(HttpContext context)
    {
        var names = context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>()?.QueryNames ?? [];
        var query = names
            .Where(context.Request.Query.ContainsKey)
            .Select(name => KeyValuePair.Create(name, context.Request.Query[name]));
        return context.Request.PathBase.Add(context.Request.Path).ToUriComponent() + QueryString.Create(query).ToUriComponent();
    }
}
