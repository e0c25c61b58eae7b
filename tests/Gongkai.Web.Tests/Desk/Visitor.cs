using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Web.Tests.Desk;

/// <summary>Somebody who is signed in and works by forms alone, as a browser without JavaScript does.</summary>
internal sealed class Visitor(DeskSite desk, string cookie)
{
    private string _cookie = cookie;

    public static async Task<Visitor> OfAsync(DeskSite desk, string login) => new(desk, await desk.CookieOfAsync(login));

    /// <summary>Opens a page.</summary>
    public async Task<(HttpStatusCode Status, IDocument Page)> OpenAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (_cookie.Length > 0) request.Headers.Add("Cookie", _cookie);
        using var response = await desk.Site.Client.SendAsync(request);
        Keep(response);
        return (response.StatusCode, await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Where a page leads on to, or null when it stays.</summary>
    public async Task<string?> LedToAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (_cookie.Length > 0) request.Headers.Add("Cookie", _cookie);
        using var response = await desk.Site.Client.SendAsync(request);
        Keep(response);
        return response.Headers.Location?.ToString();
    }

    /// <summary>Sits down at the browser of another: has the other's cookies of a name, too.</summary>
    public void Take(Visitor other, string name) => _cookie += string.Concat(other._cookie.Split("; ").Where(one => one.StartsWith(name, StringComparison.Ordinal)).Select(one => $"; {one}"));

    /// <summary>Changes what the cookies of a name say.</summary>
    public void Forge(string name, string value) =>
        _cookie = string.Join("; ", _cookie.Split("; ").Select(one => one.StartsWith(name, StringComparison.Ordinal) ? $"{one.Split('=')[0]}={Uri.EscapeDataString(value)}" : one));

    /// <summary>Fills in the form of a page and sends it.</summary>
    /// <param name="path">The page.</param>
    /// <param name="answers">Field and answer.</param>
    /// <param name="form">Which form of the page.</param>
    /// <returns>The answer: a redirect's target is opened.</returns>
    public async Task<(HttpStatusCode Status, IDocument Page)> SendAsync(string path, Dictionary<string, string> answers, string form = "main form[method=post]")
    {
        var (_, page) = await OpenAsync(path);
        var found = page.QuerySelector(form) ?? throw new InvalidOperationException($"{path} has no form {form}.");
        var fields = found.QuerySelectorAll("input[type=hidden]").ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? "");
        foreach (var (name, value) in answers) fields[name] = value;
        using var request = new HttpRequestMessage(HttpMethod.Post, found.GetAttribute("action") is { Length: > 0 } action ? action : path) { Content = new FormUrlEncodedContent(fields) };
        if (_cookie.Length > 0) request.Headers.Add("Cookie", _cookie);
        using var response = await desk.Site.Client.SendAsync(request);
        if (response.StatusCode == HttpStatusCode.Redirect)
        {
            Keep(response);
            return await OpenAsync(response.Headers.Location!.ToString());
        }
        return (response.StatusCode, await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Downloads a file.</summary>
    public async Task<byte[]> DownloadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", _cookie);
        using var response = await desk.Site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Uploads a file by the form of a page.</summary>
    public async Task<(HttpStatusCode Status, IDocument Page)> UploadAsync(string path, string field, string name, byte[] bytes)
    {
        var (_, page) = await OpenAsync(path);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), field, name },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Cookie", _cookie);
        using var response = await desk.Site.Client.SendAsync(request);
        return (response.StatusCode, await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()));
    }

    // As a browser does: what is set again replaces what was there, and what has expired is gone.
    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var set)) return;
        var kept = _cookie.Split("; ", StringSplitOptions.RemoveEmptyEntries).ToDictionary(one => one.Split('=')[0], StringComparer.Ordinal);
        foreach (var one in set)
        {
            var name = one.Split('=')[0];
            if (one.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase)) kept.Remove(name);
            else kept[name] = one.Split(';')[0];
        }
        _cookie = string.Join("; ", kept.Values);
    }
}
