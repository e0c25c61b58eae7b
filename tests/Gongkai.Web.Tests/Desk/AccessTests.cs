using System.Net;
using System.Text.RegularExpressions;
using Gongkai.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Desk;

/// <summary>Who may enter which page: every page of the desk as everybody, cell by cell as this table says, and no page missing from it.</summary>
public sealed partial class AccessTests(DeskSite desk)
{
    internal const string Everybody = "*";

    private static readonly string[] AtTheAgency =
        ["officer", "reviewer", "legalityreviewer", "secrecyreviewer", "disclosureofficehead", "deputyleader", "leader", "agencyadministrator"];

    private static readonly string[] ProfileReaders =
    [
        "officer", "reviewer", "legalityreviewer", "secrecyreviewer", "disclosureofficehead", "deputyleader", "leader", "agencyadministrator",
        "systemadministrator", "auditadministrator",
    ];

    /// <summary>Page to those it opens to; everybody else is refused. A name stands for that role at the agency of the address.</summary>
    internal static readonly Dictionary<string, string[]> Declared = new()
    {
        ["/desk"] = [Everybody],
        ["/desk/messages"] = [Everybody],
        ["/desk/tasks"] = [Everybody],
        ["/account"] = [Everybody],
        ["/account/notices"] = [Everybody],
        ["/account/password"] = [Everybody],
        ["/account/second-factor"] = [Everybody],
        ["/account/ways"] = [Everybody],
        ["/desk/{agency}/drafts"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/drafts/new"] = ["officer"],
        ["/desk/{agency}/drafts/{code}"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/drafts/{code}/edit"] = ["officer"],
        ["/desk/{agency}/drafts/{code}/sheet.docx"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/sheets"] = ["officer", "disclosureofficehead"],
        ["/desk/{agency}/drafts/{code}/files/{place:int}"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/tasks"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/pdf/{id:guid}"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/pdf/{id:guid}/file"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/entry"] = ["officer", "disclosureofficehead"],
        ["/desk/{agency}/entry/template.xlsx"] = ["officer", "disclosureofficehead"],
        ["/desk/{agency}/entry/{act}"] = ["officer", "disclosureofficehead"],
        ["/desk/{agency}/ledger"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/requests/{number}"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/shared/{door:guid}"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/doors/{door:guid}/files/{file:guid}"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/delegations"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/handover"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/handover/posts/{post:guid}"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/handover/{handover:guid}"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/retention"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/retention/{list:guid}"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/first-day"] = [.. AtTheAgency, "auditadministrator"],
        ["/desk/{agency}/chains"] = ProfileReaders,
        ["/desk/{agency}/chains/{code}"] = ProfileReaders,
        ["/house/agencies/merge"] = ["systemadministrator"],
        ["/house/audit"] = ["auditadministrator"],
        ["/house/codes"] = ["auditadministrator"],
        ["/house/proxies"] = ["auditadministrator"],
        ["/house/jobs"] = ["systemadministrator", "securityadministrator", "auditadministrator"],
        ["/house/people"] = ["securityadministrator"],
        ["/house/identities"] = ["securityadministrator"],
        ["/house/people/{login}"] = ["securityadministrator"],
        ["/house/agencies"] = ["systemadministrator", "securityadministrator", "auditadministrator"],
        ["/house/agencies/new"] = ["systemadministrator"],
        ["/house/agencies/import"] = ["systemadministrator"],
        ["/desk/{agency}/profile"] = ProfileReaders,
        ["/desk/{agency}/channels"] = ProfileReaders,
        ["/desk/{agency}/publishing"] = ProfileReaders,
        ["/desk/{agency}/notices"] = ProfileReaders,
        ["/desk/{agency}/people"] = ["agencyadministrator", "securityadministrator"],
        ["/desk/{agency}/tokens"] = ["agencyadministrator", "securityadministrator"],
        ["/desk/{agency}/people/{login}"] = ["agencyadministrator", "securityadministrator"],
    };

    // What can be reached without signing in, besides public pages.
    private static readonly string[] Open = ["/sign-in", "/sign-in/code", "/sign-out", "/approve/{token}"];

    [Fact(DisplayName = "每个页面 × 每个角色 × 两个机关：与表一致，一格不缺")]
    public async Task Every_page_opens_to_those_it_is_declared_for()
    {
        List<string> wrong = [];
        var pages = PagesOf(desk).Where(page => !Open.Contains(page)).ToList();
        Assert.Equal(Declared.Keys.Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
        foreach (var page in pages)
        {
            var path = PathOf(desk, page);
            foreach (var login in desk.Logins)
            {
                var expected = Declared[page].Contains(Everybody) || Declared[page].Contains(login) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
                var found = await AskAsync(path, await desk.CookieOfAsync(login));
                if (found != expected) wrong.Add($"{page} {login}: {(int)found}, expected {(int)expected}");
            }
            var stranger = await AskAsync(path, null);
            if (stranger != HttpStatusCode.Redirect) wrong.Add($"{page} without signing in: {(int)stranger}");
        }
        Assert.Empty(wrong);
    }

    [Fact(DisplayName = "docs/access.md 是最新的：页面 × 角色")]
    public void The_matrix_is_current() => GeneratedPage.Check("docs/access.md", AccessMatrix.Write(desk.Logins, Declared));

    [Fact(DisplayName = "没有声明谁能进的地址，谁也进不去")]
    public void An_address_that_says_nothing_is_refused()
    {
        var silent = desk.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText);
        Assert.Empty(silent);
    }

    /// <summary>An address of a page, with things that are there.</summary>
    internal static string PathOf(DeskSite desk, string page) => AgencyKey().Replace(page.Replace("/chains/{code}", "/chains/document", StringComparison.Ordinal), DeskSite.Here)
        .Replace("{number}", Uri.EscapeDataString(DeskSite.RequestNumber), StringComparison.Ordinal)
        .Replace("{post:guid}", $"{desk.PostId}", StringComparison.Ordinal).Replace("{handover:guid}", $"{desk.HandoverId}", StringComparison.Ordinal)
        .Replace("{list:guid}", $"{desk.ListId}", StringComparison.Ordinal).Replace("{file:guid}", $"{desk.DoorFileId}", StringComparison.Ordinal).Replace("{door:guid}", $"{desk.DoorId}", StringComparison.Ordinal).Replace("{act}", "requestReceived", StringComparison.Ordinal)
        .Replace("{code}", desk.DraftCode, StringComparison.Ordinal).Replace("{place:int}", "1", StringComparison.Ordinal)
        .Replace("{id:guid}", $"{desk.PdfId}", StringComparison.Ordinal).Replace("{login}", "officer", StringComparison.Ordinal);

    internal static IEnumerable<string> PagesOf(DeskSite desk) => desk.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.AreaName == "Desk")
        .Select(endpoint => $"/{endpoint.RoutePattern.RawText}").Distinct();

    private async Task<HttpStatusCode> AskAsync(string path, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var response = await desk.Site.Client.SendAsync(request);
        return response.StatusCode;
    }

    [GeneratedRegex(@"\{agency\}")]
    private static partial Regex AgencyKey();
}
