using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Imports;
using Gongkai.App.Ledger;
using Gongkai.App.Machines;
using Gongkai.App.People;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Gongkai.Web.Tests.Desk;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Gate;

/// <summary>The API for machines: every address with every token, what it reads and writes, and how it says no.</summary>
public sealed partial class ApiTests(DeskSite desk)
{
    private const string Act = """{"act":"requestReceived","on":"2026-02-03","number":"2026-101","applicant":"naturalPerson","channel":"signedPost"}""";

    /// <summary>Address to the one use of a token that opens it; every other token is refused.</summary>
    private static readonly Dictionary<string, TokenScope> Declared = new()
    {
        ["GET /api/ledger"] = TokenScope.ReadLedger,
        ["POST /api/ledger/import"] = TokenScope.WriteLedger,
        ["GET /api/report/{year:int}"] = TokenScope.ReadReport,
    };

    [Fact(DisplayName = "每个接口 × 每种令牌 × 没有令牌、吊销、到期、只有登录：与表一致，一格不缺")]
    public async Task Every_address_opens_to_its_tokens_alone()
    {
        var site = desk.Site;
        Assert.Equal(Declared.Keys.Order(StringComparer.Ordinal), Addresses(site).Order(StringComparer.Ordinal));
        Dictionary<TokenScope, string> tokens = [];
        foreach (var scope in Enum.GetValues<TokenScope>()) tokens[scope] = (await MakeAsync(site, SampleData.Bureau, scope)).Secret;
        var revoked = await MakeAsync(site, SampleData.Bureau, TokenScope.ReadLedger);
        await RevokeAsync(site, revoked);

        List<string> wrong = [];
        foreach (var (address, opens) in Declared)
        {
            foreach (var (scope, secret) in tokens)
                Check($"{address} {scope}", scope == opens ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await AskAsync(site, address, secret));
            foreach (var nobody in (string?[])[null, "", "gongkai_unknown", revoked.Secret, "x", new('y', 500)])
                Check($"{address} “{nobody}”", HttpStatusCode.Unauthorized, await AskAsync(site, address, nobody));
            Check($"{address} cookie", HttpStatusCode.Unauthorized, await AskAsync(site, address, null, await desk.CookieOfAsync("agencyadministrator")));
        }
        Assert.Empty(wrong);

        void Check(string what, HttpStatusCode expected, (HttpStatusCode Status, string Type, string Text) found)
        {
            if (found.Status != expected) wrong.Add($"{what}: {(int)found.Status}, expected {(int)expected}: {found.Text}");
            if (expected == HttpStatusCode.OK) return;
            var problem = JsonDocument.Parse(found.Text).RootElement;
            if (found.Type != "application/problem+json" || !Chinese().IsMatch(problem.GetProperty("title").GetString()!)) wrong.Add($"{what}: {found.Text}");
        }
    }

    [Theory(DisplayName = "导入、导出、年报数据：只有本机关的；与命令是同一个服务；用过的时间、动过的数据都有记录"), BothDatabases]
    public async Task A_machine_works_for_its_agency_alone(DatabaseEngine engine)
    {
        await using var site = await StartAsync(engine);
        var write = (await MakeAsync(site, SampleData.Bureau, TokenScope.WriteLedger)).Secret;
        var checkedOnly = await AskAsync(site, "POST /api/ledger/import?check=true", write, body: Act);
        Assert.False(JsonDocument.Parse(checkedOnly.Text).RootElement.GetProperty("done").GetBoolean());
        var done = await AskAsync(site, "POST /api/ledger/import", write, body: Act);
        Assert.True(done.Status == HttpStatusCode.OK, done.Text);
        Assert.Equal(1, JsonDocument.Parse(done.Text).RootElement.GetProperty("recorded").EnumerateObject().Sum(kind => kind.Value.GetInt32()));
        var again = await AskAsync(site, "POST /api/ledger/import", write, body: Act);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(1, JsonDocument.Parse(again.Text).RootElement.GetProperty("problems")[0].GetProperty("line").GetInt32());
        var unreadable = await AskAsync(site, "POST /api/ledger/import", write, body: "\u0000\u0001");
        Assert.Contains(unreadable.Status, (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity]);

        var lines = await AskAsync(site, "GET /api/ledger", (await MakeAsync(site, SampleData.Bureau, TokenScope.ReadLedger)).Secret);
        Assert.Equal("application/jsonl", lines.Type);
        var entries = 0;
        var export = await ExportedLedger.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(lines.Text)), _ => { entries++; return null; }, CancellationToken.None);
        Assert.Null(export.Value.Break);
        Assert.Equal(2, entries);
        var neighbour = await AskAsync(site, "GET /api/ledger", (await MakeAsync(site, SampleData.Twin, TokenScope.ReadLedger)).Secret);
        Assert.NotEqual(JsonDocument.Parse(lines.Text.Split('\n')[0]).RootElement.ToString(), JsonDocument.Parse(neighbour.Text.Split('\n')[0]).RootElement.ToString());
        Assert.Equal(2, neighbour.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        var report = await AskAsync(site, "GET /api/report/2026", (await MakeAsync(site, SampleData.Bureau, TokenScope.ReadReport)).Secret);
        Assert.Equal("gongkai.annual-report/1", JsonDocument.Parse(report.Text).RootElement.GetProperty("schema").GetString());

        await using var db = site.House.House.Open(AgencyScope.All);
        var used = await db.MachineTokens.Where(token => token.Scope == TokenScope.WriteLedger).Select(token => token.LastUsedAt).SingleAsync();
        Assert.Equal(site.House.Clock.GetUtcNow().UtcDateTime, used);
        Assert.Equal(3, await db.Audit.CountAsync(row => row.Kind == AuditKind.Exported));
        Assert.Equal(4, await db.Audit.CountAsync(row => row.Kind == AuditKind.TokenChanged));
        Assert.DoesNotContain(await db.Audit.Select(row => row.Text).ToListAsync(), text => text.Contains(MachineTokens.Prefix, StringComparison.Ordinal));
        Assert.Contains(await db.ReadAsync(site.House.House, new LedgerFilter(), 0, 100, CancellationToken.None), line => line.Who.EndsWith("（接口令牌）", StringComparison.Ordinal));
    }

    [Theory(DisplayName = "到期、撤并：令牌不能再用；只有本机关管理员能建；最长一年"), BothDatabases]
    public async Task A_token_ends(DatabaseEngine engine)
    {
        await using var site = await StartAsync(engine);
        var tokens = site.Services.GetRequiredService<MachineTokens>();
        var agency = (await site.House.Agencies.FindAsync(SampleData.Bureau, AgencyScope.All, CancellationToken.None)).Value.Id;
        var made = await MakeAsync(site, SampleData.Bureau, TokenScope.ReadLedger, new DateOnly(2026, 3, 3));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(site, "GET /api/ledger", made.Secret)).Status);
        // 2026-03-03 is the last day, to its end in China.
        site.House.Clock.Advance(new DateTime(2026, 3, 3, 15, 59, 0, DateTimeKind.Utc) - site.House.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(site, "GET /api/ledger", made.Secret)).Status);
        site.House.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await AskAsync(site, "GET /api/ledger", made.Secret);
        Assert.Contains("2026-03-03 到期", JsonDocument.Parse(late.Text).RootElement.GetProperty("title").GetString(), StringComparison.Ordinal);

        var administrator = new Caller(made.MadeBy, "某", null, [new(agency, PostRole.AgencyAdministrator)]);
        foreach (var (caller, lastDay, code) in new[]
        {
            (administrator, new DateOnly(2027, 3, 5), "token.days"), (administrator, new DateOnly(2026, 3, 3), "token.days"),
            (administrator with { Posts = [new(agency, PostRole.Officer)] }, new DateOnly(2026, 12, 31), "token.not-yours"),
            (administrator with { Posts = [new(new AgencyId(Guid.CreateVersion7()), PostRole.AgencyAdministrator)] }, new DateOnly(2026, 12, 31), "token.not-yours"),
            (new Caller(made.MadeBy, "某", HouseRole.SecurityAdministrator, []), new DateOnly(2026, 12, 31), "token.not-yours"),
        })
            Assert.Equal(code, (await tokens.MakeAsync(caller, agency, "某系统", TokenScope.ReadLedger, lastDay, CancellationToken.None)).Refusal!.Code);
    }

    [Fact(DisplayName = "办公页面：建立令牌只显示一次，列出用途和最近使用，吊销后立即不能用")]
    public async Task Made_and_revoked_on_the_desk()
    {
        await using var site = await StartAsync(DatabaseEngine.Sqlite);
        var who = await Guest.AddPersonAsync(site, "chen");
        await AppointAsync(site, SampleData.Bureau, who.Caller.Id!.Value);
        using var guest = new Guest(site.Address);
        await guest.SignInAsync("chen", DeskSite.Password);
        await guest.OpenAsync($"/desk/{SampleData.Bureau}/tokens");
        await guest.SendAsync("main form:not([action])", new() { ["Name"] = "区大数据平台", ["Scope"] = "readLedger", ["LastDay"] = "2026-12-31" });
        var secret = guest.Page.QuerySelector("code.secret")!.TextContent;
        Assert.StartsWith(MachineTokens.Prefix, secret, StringComparison.Ordinal);
        await guest.OpenAsync($"/desk/{SampleData.Bureau}/tokens");
        Assert.DoesNotContain(secret, guest.Text, StringComparison.Ordinal);
        Assert.Contains("没有用过", guest.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(site, "GET /api/ledger", secret)).Status);
        await guest.OpenAsync($"/desk/{SampleData.Bureau}/tokens");
        Assert.DoesNotContain("没有用过", guest.Text, StringComparison.Ordinal);
        await guest.SendAsync("form[action*=Revoke]");
        Assert.Contains("已吊销", guest.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(site, "GET /api/ledger", secret)).Status);
    }

    [Fact(DisplayName = "接口下没有的地址、不对的方法、太频繁：都是中文的 problem JSON")]
    public async Task Problems_are_json()
    {
        await using var site = await StartAsync(DatabaseEngine.Sqlite);
        var secret = (await MakeAsync(site, SampleData.Bureau, TokenScope.ReadReport)).Secret;
        foreach (var (address, status) in new[]
        {
            ("GET /api/nothing", HttpStatusCode.NotFound), ("DELETE /api/ledger", HttpStatusCode.MethodNotAllowed), ("GET /api/report/1999", HttpStatusCode.BadRequest),
            ("GET /api/report/2025?form=x", HttpStatusCode.BadRequest),
        })
        {
            var found = await AskAsync(site, address, secret);
            Assert.Equal((status, "application/problem+json"), (found.Status, found.Type));
            Assert.Matches(Chinese(), JsonDocument.Parse(found.Text).RootElement.GetProperty("title").GetString()!);
        }
        var last = (Status: HttpStatusCode.OK, Type: "", Text: "");
        for (var asked = 0; asked <= 300 && last.Status != HttpStatusCode.TooManyRequests; asked++) last = await AskAsync(site, "GET /api/ledger", null);
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (last.Status, last.Type));
        Assert.Contains("过一分钟", JsonDocument.Parse(last.Text).RootElement.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    private static async Task<Site> StartAsync(DatabaseEngine engine)
    {
        var site = await Site.StartAsync(await TestHouse.CreateAsync(engine));
        foreach (var (code, name) in new[] { (SampleData.Bureau, "示范区应急管理局"), (SampleData.Twin, "示范区教育局") }) await SampleData.AddAgencyAsync(site.House, code, name);
        return site;
    }

    private static IEnumerable<string> Addresses(Site site) => site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal))
        .Select(endpoint => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()} {endpoint.RoutePattern.RawText}");

    private sealed record Made(string Secret, Guid Id, AgencyId Agency, PersonId MadeBy);

    private static async Task<Made> MakeAsync(Site site, string code, TokenScope scope, DateOnly? lastDay = null)
    {
        var agency = (await site.House.Agencies.FindAsync(code, AgencyScope.All, CancellationToken.None)).Value.Id;
        await using var db = site.House.House.Open(AgencyScope.All);
        var maker = await db.People.Select(person => (Guid?)person.Id).FirstOrDefaultAsync() is { } known
            ? new PersonId(known)
            : (await Guest.AddPersonAsync(site, "chen")).Caller.Id!.Value;
        var caller = new Caller(maker, "某", null, [new(agency, PostRole.AgencyAdministrator)]);
        var made = await site.Services.GetRequiredService<MachineTokens>().MakeAsync(caller, agency, "区大数据平台", scope, lastDay ?? new DateOnly(2026, 12, 31), CancellationToken.None);
        Assert.Null(made.Refusal);
        return new Made(made.Value.Secret, made.Value.Token.Id, agency, maker);
    }

    private static async Task RevokeAsync(Site site, Made made) => Assert.Null((await site.Services.GetRequiredService<MachineTokens>().RevokeAsync(
        new Caller(made.MadeBy, "某", HouseRole.SecurityAdministrator, []), made.Agency, made.Id, CancellationToken.None)).Refusal);

    private static async Task AppointAsync(Site site, string code, PersonId person)
    {
        var agency = (await site.House.Agencies.FindAsync(code, AgencyScope.All, CancellationToken.None)).Value.Id;
        Assert.Null((await site.Services.GetRequiredService<PostRegister>().AppointAsync(
            Caller.MachineOwner("测试员"), agency, person, PostRole.AgencyAdministrator, false, new DateOnly(2026, 1, 4), CancellationToken.None)).Refusal);
    }

    private static async Task<(HttpStatusCode Status, string Type, string Text)> AskAsync(Site site, string address, string? token, string? cookie = null, string body = Act)
    {
        var (method, path) = (new HttpMethod(address.Split(' ')[0]), address.Split(' ')[1].Replace("{year:int}", "2025", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(method, path);
        if (method == HttpMethod.Post) request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/jsonl"));
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var response = await site.Client.SendAsync(request);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
