using System.Net;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Desk;

/// <summary>审批 by forms alone: from the draft to its release, back again, by link, by word of mouth, and never by who drafted it.</summary>
public sealed class ApprovalTests(DeskSite desk)
{
    private const string Drafts = $"/desk/{DeskSite.Here}/drafts";

    [Fact(DisplayName = "拟稿、送审、三审、编号、放行：每个人先在待办里看到它")]
    public async Task From_draft_to_release()
    {
        var code = await DraftAsync("关于汛期值守的通知");
        foreach (var (login, next) in Reviews)
        {
            var reviewer = await Visitor.OfAsync(desk, login);
            var (_, home) = await reviewer.OpenAsync("/desk");
            Assert.Contains("关于汛期值守的通知", home.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            var (_, after) = await reviewer.SendAsync($"{Drafts}/{code}", new() { ["words"] = "同意", ["decision"] = "give" }, Decide);
            Assert.Contains(next, after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
        var officer = await Visitor.OfAsync(desk, "officer");
        await officer.SendAsync($"{Drafts}/{code}", new() { ["field"] = "documentNumber", ["value"] = "示应急〔2026〕7号" }, "form[action*=Fill]");
        var (_, released) = await officer.SendAsync($"{Drafts}/{code}", [], "form[action*=Release]");
        Assert.Contains("放行", released.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("示应急〔2026〕7号", released.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "签发之后改一个字：审批全部作废，页面说明在哪一步之后改的，不能放行")]
    public async Task One_more_character_voids_it()
    {
        var code = await DraftAsync("关于防汛物资的通知");
        foreach (var (login, _) in Reviews)
            await (await Visitor.OfAsync(desk, login)).SendAsync($"{Drafts}/{code}", new() { ["decision"] = "give" }, Decide);

        var officer = await Visitor.OfAsync(desk, "officer");
        await officer.SendAsync($"{Drafts}/{code}/edit", new() { ["Input.Title"] = "关于防汛物资的通知。", ["Input.Body"] = "各镇街：请照此办理。" });
        var (_, page) = await officer.OpenAsync($"{Drafts}/{code}");

        Assert.Contains("此前的审批全部作废", page.QuerySelector(".note.stop")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action*=Release]"));
    }

    [Fact(DisplayName = "退回必须写理由；退回之后拟稿人在待办里看到")]
    public async Task Sent_back_with_a_reason()
    {
        var code = await DraftAsync("关于值班安排的通知");
        var reviewer = await Visitor.OfAsync(desk, Reviews[0].Login);
        var (status, page) = await reviewer.SendAsync($"{Drafts}/{code}", new() { ["decision"] = "back" }, Decide);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("必须写明理由", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        await reviewer.SendAsync($"{Drafts}/{code}", new() { ["decision"] = "back", ["words"] = "日期不对" }, Decide);
        var (_, home) = await (await Visitor.OfAsync(desk, "officer")).OpenAsync("/desk");
        Assert.Contains("已退回，请修改送审", home.QuerySelectorAll("tr").Single(row => row.TextContent.Contains("关于值班安排的通知", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "代录：原话、方式都显示，本人在待办里被请求确认；否认后作废")]
    public async Task What_was_said_by_telephone()
    {
        var code = await DraftAsync("关于应急演练的通知");
        var officer = await Visitor.OfAsync(desk, "officer");
        var (_, page) = await officer.OpenAsync($"{Drafts}/{code}");
        var decider = page.QuerySelectorAll("select[name=decider] option").Single(option => option.TextContent == $"{Reviews[0].Login}某").GetAttribute("value")!;
        var (_, after) = await officer.SendAsync(
            $"{Drafts}/{code}", new() { ["decider"] = decider, ["decidedOn"] = "2026-03-02", ["how"] = "电话", ["said"] = "同意发", ["decision"] = "give" }, "form[action*=Proxy]");
        Assert.Contains("同意发（电话，officer某代录）", after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var named = await Visitor.OfAsync(desk, Reviews[0].Login);
        var (_, home) = await named.OpenAsync("/desk");
        Assert.Contains("请确认代录", home.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var (_, denied) = await named.SendAsync($"{Drafts}/{code}", new() { ["decision"] = "deny", ["words"] = "没有说过" }, "form[action*=Confirm]");
        Assert.Contains("这条代录作废", denied.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "一次性链接：不登录办一次，第二次说已经用过，改了内容的不算")]
    public async Task A_link_decides_once()
    {
        var code = await DraftAsync("关于危化品检查的通知");
        var reviewer = await Visitor.OfAsync(desk, Reviews[0].Login);
        var (_, made) = await reviewer.SendAsync($"{Drafts}/{code}", [], "form[action*=Link]");
        var link = new Uri(made.QuerySelector("code.secret")!.TextContent).AbsolutePath;

        var phone = new Visitor(desk, "");
        var (_, done) = await phone.SendAsync(link, new() { ["decision"] = "give" }, "main form[method=post]");
        Assert.Contains("已同意", done.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var (_, again) = await phone.OpenAsync(link);
        Assert.Contains("已经用过", again.QuerySelector(".note.stop")!.TextContent, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "纸上办：打印、扫描归卷、登记意见；改过内容之后印的那张不算")]
    public async Task On_paper()
    {
        var code = await DraftAsync("关于燃气检查的通知");
        var officer = await Visitor.OfAsync(desk, "officer");
        var printed = await officer.DownloadAsync($"{Drafts}/{code}/sheet.docx");
        var scan = await ScanAsync(printed);

        var (_, filed) = await officer.UploadAsync($"/desk/{DeskSite.Here}/sheets", "scan", "扫描件.pdf", scan);
        Assert.Contains("1 页已归卷", filed.QuerySelector("caption")!.TextContent, StringComparison.Ordinal);
        var (_, page) = await officer.OpenAsync($"{Drafts}/{code}");
        var signer = page.QuerySelectorAll("select[name=signer] option").Single(option => option.TextContent == $"{Reviews[0].Login}某").GetAttribute("value")!;
        var (_, after) = await officer.SendAsync(
            $"{Drafts}/{code}", new() { ["signer"] = signer, ["signedOn"] = "2026-03-02", ["written"] = "同意", ["decision"] = "give" }, "form[action*=Paper]");
        Assert.Contains("纸质呈批单", after.QuerySelector(".steps .done")!.TextContent, StringComparison.Ordinal);

        await officer.SendAsync($"{Drafts}/{code}/edit", new() { ["Input.Title"] = "关于燃气检查的紧急通知", ["Input.Body"] = "各镇街：请照此办理。" });
        var (_, refused) = await officer.UploadAsync($"/desk/{DeskSite.Here}/sheets", "scan", "扫描件.pdf", scan);
        Assert.Contains("改动前的内容", refused.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "标有密级的内容：粘贴、附件、文件名都不存，说明怎么办，审计里没有内容")]
    public async Task A_marked_secret_is_never_stored()
    {
        var officer = await Visitor.OfAsync(desk, "officer");
        var (status, page) = await officer.SendAsync($"{Drafts}/new", new()
        {
            ["Input.Form"] = "publication",
            ["Input.Title"] = "某某方案",
            ["Input.Body"] = "机密★10年\n某某部署如下：……独有字样甲乙丙",
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("保密", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await using var db = desk.Site.House.House.Open(AgencyScope.All);
        Assert.False(await db.Drafts.AnyAsync(draft => draft.Title == "某某方案"));
        var events = await db.Audit.Where(row => row.Kind == AuditKind.MarkedSecretStopped).Select(row => row.Text).ToListAsync();
        Assert.NotEmpty(events);
        Assert.DoesNotContain("独有字样", string.Concat(events), StringComparison.Ordinal);
    }

    // What the office's printer and scanner make of the sheet, laid in upside down.
    private static async Task<byte[]> ScanAsync(byte[] sheet)
    {
        LibreOffice.Require();
        var folder = Directory.CreateDirectory(TestHouse.NewFolder()).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "sheet.docx"), sheet);
        await LibreOffice.ConvertAsync(folder, "pdf", ["sheet.docx"]);
        return Scanner.Scan([(await LibreOffice.PictureOfPdfAsync(folder, "sheet.pdf"), 180)]);
    }

    private const string Decide = "form[action*=Decide]";

    // 网上发布三审, as data/approvals has it.
    private static readonly (string Login, string Next)[] Reviews = [("reviewer", "终审"), ("disclosureofficehead", "终审"), ("deputyleader", "已签发")];

    private async Task<string> DraftAsync(string title)
    {
        var officer = await Visitor.OfAsync(desk, "officer");
        var (_, page) = await officer.SendAsync($"{Drafts}/new", new()
        {
            ["Input.Form"] = "publication",
            ["Input.Title"] = title,
            ["Input.Attribute"] = "proactive",
            ["Input.Body"] = "各镇街：请照此办理。",
            ["Input.Grounds"] = "工作要点",
        });
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        var code = page.QuerySelector("main .hint")!.TextContent.Split("编号 ")[1].Split(' ')[0];
        var (_, sent) = await officer.SendAsync($"{Drafts}/{code}", [], "form[action*=Submit]");
        Assert.Contains("已送审", sent.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        return code;
    }
}
