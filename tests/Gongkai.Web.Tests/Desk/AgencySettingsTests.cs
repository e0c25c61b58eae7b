using System.Net;
using AngleSharp.Html.Parser;
using Gongkai.App.Agencies;
using Gongkai.App.Agencies.Imports;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Web.Desk;

namespace Gongkai.Web.Tests.Desk;

/// <summary>An agency's administrator says how the agency is reached, and the public reads it at once.</summary>
[Law("条例", 12, 2)]
public sealed class AgencySettingsTests(DeskSite desk)
{
    private const string Twin = SampleData.Twin;

    [Fact(DisplayName = "填写资料、渠道和外站栏目，公开页面照着变；“无”和没有填写不一样")]
    public async Task What_the_administrator_says_the_public_reads()
    {
        await using var site = await StartAsync();
        var profile = new AgencyProfile(site.House.House, site.House.Recorder);
        var agency = (await site.House.Agencies.FindAsync(Twin, App.Data.AgencyScope.All, Cancel)).Value;
        var owner = Caller.MachineOwner("测试员");
        var before = await site.ReadAsync(PublicUrls.Agency(Twin));
        Assert.Contains("可以提交，地址尚未公布，可向同级人民政府办公厅（室）询问", before, StringComparison.Ordinal);

        Assert.Null((await profile.ChangeAsync(owner, agency.Id, 0, new Dictionary<ProfileField, string?>
        {
            [ProfileField.Fax] = "无",
            [ProfileField.Address] = "示范区学府路 2 号",
            [ProfileField.PostalCode] = "000000",
        }, Cancel)).Refusal);
        Assert.Null((await profile.AnnounceAsync(owner, agency.Id, new(ApplicationChannel.Web, true, "https://www.shifanqu.example/shenqing", "点“个人登录”"), Cancel)).Refusal);
        Assert.Null((await profile.AnnounceAsync(owner, agency.Id, new(ApplicationChannel.Fax, false, null, null), Cancel)).Refusal);
        Assert.Null((await profile.PlaceAsync(owner, agency.Id,
            new(PublicationPlace.Elsewhere, "示范区人民政府网站", "https://www.shifanqu.example/jiaoyu", "冯某"), new DateOnly(2026, 3, 2), Cancel)).Refusal);
        foreach (var module in (AgencyModule[])[AgencyModule.Publishing, AgencyModule.AnnualReports])
            Assert.Null((await profile.SwitchAsync(owner, agency.Id, module, false, new DateOnly(2026, 3, 2), Cancel)).Refusal);

        var page = await new HtmlParser().ParseDocumentAsync(await site.ReadAsync(PublicUrls.Agency(Twin)));
        Assert.Equal("无", Fact("传真号码"));
        Assert.StartsWith("尚未提供", Fact("联系电话"), StringComparison.Ordinal);
        Assert.Contains("登录：点“个人登录”", Fact("网上提交"), StringComparison.Ordinal);
        Assert.Equal("未开通", Fact("传真"));
        Assert.StartsWith("尚未公布是否开通", Fact("电子邮件"), StringComparison.Ordinal);
        Assert.Contains("邮编 000000", Fact("邮寄"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='https://www.shifanqu.example/jiaoyu']"));
        Assert.DoesNotContain("冯某", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#reports"));
        Assert.Null(page.QuerySelector("#instruments"));
        using var empty = await site.Client.GetAsync($"{PublicUrls.Agency(Twin)}/instruments", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, empty.StatusCode);

        string Fact(string name) => string.Join(' ', page.QuerySelectorAll("dt").Single(term => term.TextContent == name).NextElementSibling!.TextContent
            .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact(DisplayName = "填错的项目逐项说明；看得到的人不一定改得了")]
    public async Task A_wrong_answer_is_said_at_its_field()
    {
        var path = DeskUrls.Of(Twin, "profile");
        var (status, page) = await PostAsync("agencyadministrator.twin", path, new() { ["version"] = "0", ["Answer.kind"] = "县级以上人民政府部门", ["Answer.socialCreditCode"] = "11990100MB0000001X", ["Answer.region"] = "12" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("校验位", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#Answer.region\"", page, StringComparison.Ordinal);

        var channels = DeskUrls.Of(Twin, "channels");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync("agencyadministrator.twin", channels, new() { ["channel"] = "post", ["open"] = "no" })).Status);
        var (read, shown) = await PostAsync("officer.twin", channels, new() { ["channel"] = "fax", ["open"] = "no" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, read);
        Assert.Contains("没有管理机关资料的权限", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("agencyadministrator", channels, new() { ["channel"] = "fax", ["open"] = "no" }, tokenFrom: "/account/password")).Status);
    }

    [Fact(DisplayName = "本机关管理员任命 B 角，新账号的口令只显示一次；止任写明最后一天")]
    public async Task An_administrator_appoints_and_ends()
    {
        var path = DeskUrls.Of(Twin, "people");
        var (status, page) = await PostAsync("agencyadministrator.twin", path, new()
        {
            ["Input.Login"] = "han",
            ["Input.Name"] = "韩某",
            ["Input.Role"] = "officer",
            ["Input.Substitute"] = "true",
            ["Input.From"] = "2026-03-02",
        });
        Assert.Equal(HttpStatusCode.OK, status);
        var made = await new HtmlParser().ParseDocumentAsync(page);
        var password = made.QuerySelector(".secret")!.TextContent;
        var row = made.QuerySelectorAll("tbody tr").Single(line => line.QuerySelector("th")!.TextContent == "韩某");
        Assert.Contains("承办人（B 角）", row.TextContent, StringComparison.Ordinal);
        var post = row.QuerySelector("input[name=post]")!.GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync("agencyadministrator.twin", path, new() { ["post"] = post, ["lastDay"] = "2026-03-31" }, "?handler=End")).Status);

        var after = await GetAsync("agencyadministrator.twin", path);
        Assert.Contains("2026-03-31", after, StringComparison.Ordinal);
        Assert.DoesNotContain(password, after, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "平台管理员上传一张表建机关和岗位；账号由安全管理员核对岗位后启用")]
    public async Task A_table_is_uploaded()
    {
        var (status, page) = await UploadAsync("行类,机关代码,机关名称\n机关,shifan-dangan,示范区示范馆\n机关,丙,丙局\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("<th scope=\"row\">3</th>", page, StringComparison.Ordinal);
        var (people, waiting) = await UploadAsync("行类,机关代码,姓名,用户名,岗位\n人员," + DeskSite.Here + ",吕某,lv,核稿人\n");
        Assert.Equal(HttpStatusCode.OK, people);
        Assert.Contains("请安全管理员在“人员”里核对岗位后逐个启用", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"secret\"", waiting, StringComparison.Ordinal);
        var security = await Visitor.OfAsync(desk, "securityadministrator");
        var (_, list) = await security.OpenAsync(DeskUrls.People);
        var line = list.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("lv", StringComparison.Ordinal));
        Assert.Contains("核稿人", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("待启用", line.TextContent, StringComparison.Ordinal);
        var (_, activated) = await security.SendAsync(DeskUrls.People, new() { ["login"] = "lv" }, "form[action*=Reset]");
        Assert.Equal("吕某 的一次性口令", activated.QuerySelector(".note.ok h2")!.TextContent);
        var (other, refused) = await UploadAsync("行类,机关代码,姓名,用户名,岗位\n人员," + DeskSite.Here + ",吕某,lv,主要负责人\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other);
        Assert.Contains("由安全管理员在“人员”里办理", refused, StringComparison.Ordinal);
        var (done, result) = await UploadAsync("行类,机关代码,机关名称,上级机关代码\n机关,shifan-dangan,示范区示范馆," + DeskSite.Here + "\n");
        Assert.Equal(HttpStatusCode.OK, done);
        Assert.Contains("1 行有变更", result, StringComparison.Ordinal);

        var found = await GetAsync("auditadministrator", $"{DeskUrls.Agencies}?q=示范馆");
        Assert.Contains("缺 9 项", found, StringComparison.Ordinal);
        Assert.DoesNotContain("登记机关", found, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<Site> StartAsync()
    {
        var site = await Site.StartAsync();
        await SampleData.AddAgencyAsync(site.House, Twin, "示范区教育局");
        return site;
    }

    private async Task<string> GetAsync(string login, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", await desk.CookieOfAsync(login));
        using var response = await desk.Site.Client.SendAsync(request, Cancel);
        return await response.Content.ReadAsStringAsync(Cancel);
    }

    private async Task<(HttpStatusCode Status, string Page)> PostAsync(string login, string path, Dictionary<string, string> fields, string handler = "", string? tokenFrom = null)
    {
        var (cookies, token) = await TokenAsync(login, tokenFrom ?? path);
        return await SendAsync(path + handler, cookies, new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token))));
    }

    private async Task<(HttpStatusCode Status, string Page)> UploadAsync(string csv)
    {
        var (cookies, token) = await TokenAsync("systemadministrator", DeskUrls.AgencyImport);
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(csv)), "table", "table.csv" },
            { new StringContent(token), "__RequestVerificationToken" },
        };
        return await SendAsync(DeskUrls.AgencyImport, cookies, form);
    }

    private async Task<(HttpStatusCode, string)> SendAsync(string path, string cookies, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Cookie", cookies);
        using var response = await desk.Site.Client.SendAsync(request, Cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<(string Cookies, string Token)> TokenAsync(string login, string path)
    {
        var cookie = await desk.CookieOfAsync(login);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie);
        using var response = await desk.Site.Client.SendAsync(request, Cancel);
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Cancel));
        var fresh = response.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(one => one.Split(';')[0]) : [];
        return (string.Join("; ", fresh.Prepend(cookie)), page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }
}
