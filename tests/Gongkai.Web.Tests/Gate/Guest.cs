using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gongkai.App.People;

namespace Gongkai.Web.Tests.Gate;

/// <summary>A browser without JavaScript that goes from site to site: it keeps cookies, follows redirects and fills in forms.</summary>
internal sealed class Guest : IDisposable
{
    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _headers;
    private string? _never;

    /// <param name="start">Where relative addresses begin.</param>
    /// <param name="certificate">The certificate it shows when asked.</param>
    /// <param name="headers">What a proxy before it adds.</param>
    public Guest(Uri start, X509Certificate2? certificate = null, Dictionary<string, string>? headers = null)
    {
        (Here, _headers) = (start, headers ?? []);
        var handler = Site.NewHandler();
        (handler.UseCookies, handler.CookieContainer) = (true, Cookies);
        if (certificate is not null)
        {
            handler.SslOptions.ClientCertificates = [certificate];
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        }
        handler.SslOptions.ApplicationProtocols = [SslApplicationProtocol.Http11];
        _client = new HttpClient(handler);
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Where it is now.</summary>
    public Uri Here { get; private set; }

    /// <summary>The page it sees.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where it was on the way to this page.</summary>
    public List<Uri> Way { get; } = [];

    public string Text => Page.Body!.TextContent;

    /// <summary>Opens an address.</summary>
    public Task OpenAsync(string address) => GoAsync(HttpMethod.Get, new Uri(Here, address), null);

    /// <summary>Fills in a form of this page and sends it.</summary>
    public Task SendAsync(string form, Dictionary<string, string>? answers = null)
    {
        var found = Page.QuerySelector(form) ?? throw new InvalidOperationException($"{Here} has no {form}: {Text}");
        var fields = found.QuerySelectorAll("input[type=hidden]").ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? "");
        foreach (var (name, value) in answers ?? []) fields[name] = value;
        var action = found.GetAttribute("action");
        return GoAsync(HttpMethod.Post, string.IsNullOrEmpty(action) ? Here : new Uri(Here, action), fields);
    }

    /// <summary>Signs in with the password.</summary>
    public async Task SignInAsync(string login, string password, string page = "sign-in")
    {
        await OpenAsync(page);
        await SendAsync("main form[method=post]", new() { ["Login"] = login, ["Password"] = password });
    }

    /// <summary>Makes an account whose password is chosen already.</summary>
    public static async Task<SignedIn> AddPersonAsync(Site site, string login, Domain.Agencies.HouseRole? role = null)
    {
        var accounts = (Accounts)site.Services.GetService(typeof(Accounts))!;
        var made = (await accounts.CreateAsync(Caller.MachineOwner("测试员"), login, $"{login}某", role, CancellationToken.None)).Value;
        var who = new SignedIn(new Caller(new(made.Person.Id), "某", role, []), Guid.Empty, login, true);
        Assert.Null((await accounts.ChangePasswordAsync(who, made.OneTimePassword, Desk.DeskSite.Password, CancellationToken.None)).Refusal);
        return who;
    }

    /// <summary>Sends a form and stops where it would leave for another site.</summary>
    public async Task<Uri> StopBeforeAsync(Uri other, string form)
    {
        _never = other.Authority;
        await SendAsync(form);
        _never = null;
        return Way[^1];
    }

    public void Dispose() => _client.Dispose();

    private async Task GoAsync(HttpMethod method, Uri address, Dictionary<string, string>? fields)
    {
        Way.Clear();
        for (var hops = 0; hops < 12; hops++)
        {
            Way.Add(address);
            if (address.Authority == _never) return;
            using var request = new HttpRequestMessage(method, address) { Content = fields is null ? null : new FormUrlEncodedContent(fields) };
            foreach (var (name, value) in _headers) request.Headers.TryAddWithoutValidation(name, value);
            using var response = await _client.SendAsync(request);
            if (response.Headers.Location is not { } next)
            {
                (Here, Status) = (address, response.StatusCode);
                Page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
                return;
            }
            (method, fields, address) = (HttpMethod.Get, null, new Uri(address, next));
        }
        throw new InvalidOperationException($"Too many redirects: {string.Join(" → ", Way)}");
    }
}
