using Gongkai.Testing;
using Microsoft.Playwright;

namespace Gongkai.Web.Tests.Desk;

/// <summary>An approval as people do it in a browser, on screen and on paper, with JavaScript and without.</summary>
public sealed class ApprovalBrowserTests(DeskSite desk)
{
    private const string Drafts = $"/desk/{DeskSite.Here}/drafts";

    // 网上发布三审, as data/approvals has it.
    private static readonly string[] Reviewers = ["reviewer", "disclosureofficehead", "deputyleader"];

    [Theory(DisplayName = "屏幕上：拟稿、送审、每一审从待办点两下、编号、放行")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_the_screen(bool withScripts)
    {
        var title = $"关于夏季用电检查的通知{(withScripts ? "（一）" : "（二）")}";
        var number = $"示应急〔2026〕{(withScripts ? 21 : 22)}号";
        await using var officer = await desk.OpenBrowserAsync("officer", withScripts: withScripts);
        var draft = await DraftAsync(officer, title);
        foreach (var login in Reviewers)
        {
            await using var reviewer = await desk.OpenBrowserAsync(login, withScripts: withScripts);
            var page = await reviewer.NewPageAsync();
            await page.GotoAsync("/desk");
            await page.GetByRole(AriaRole.Region, new() { Name = "等我处理" }).GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已同意");
        }
        await draft.ReloadAsync();
        await draft.GetByLabel("栏目").SelectOptionAsync("文号");
        await draft.GetByLabel("文号、索引号").FillAsync(number);
        await draft.GetByRole(AriaRole.Button, new() { Name = "填写" }).ClickAsync();
        await draft.GetByRole(AriaRole.Button, new() { Name = "放行" }).ClickAsync();

        await Assertions.Expect(draft.GetByRole(AriaRole.Status)).ToContainTextAsync("放行");
        await Assertions.Expect(draft.GetByRole(AriaRole.Main)).ToContainTextAsync(number);
    }

    [Theory(DisplayName = "纸上：打印呈批单，三位审批人签在同一张上，扫描归卷，登记意见，放行")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_paper(bool withScripts)
    {
        await using var officer = await desk.OpenBrowserAsync("officer", withScripts: withScripts);
        var draft = await DraftAsync(officer, $"关于夏季防溺水的通知{(withScripts ? "（一）" : "（二）")}");
        await draft.GetByText("领导不在网上办理的").ClickAsync();
        var download = await draft.RunAndWaitForDownloadAsync(() => draft.GetByRole(AriaRole.Link, new() { Name = "打印呈批单" }).ClickAsync());
        var scan = Scanner.Scan([(await PrintAsync(download), 90)]);

        var filing = await officer.NewPageAsync();
        await filing.GotoAsync($"/desk/{DeskSite.Here}/sheets");
        await filing.GetByLabel("扫描件或照片").SetInputFilesAsync(new FilePayload { Name = "扫描件.pdf", MimeType = "application/pdf", Buffer = scan });
        await filing.GetByRole(AriaRole.Button, new() { Name = "归卷" }).ClickAsync();
        await Assertions.Expect(filing.GetByRole(AriaRole.Table)).ToContainTextAsync("已归卷");

        await draft.ReloadAsync();
        foreach (var login in Reviewers)
        {
            await draft.GetByLabel("谁签的").SelectOptionAsync($"{login}某");
            await draft.GetByLabel("签字日期").FillAsync("2026-03-02");
            await draft.GetByLabel("写的意见").FillAsync("同意");
            await draft.GetByRole(AriaRole.Button, new() { Name = "登记同意" }).ClickAsync();
        }
        await draft.GetByRole(AriaRole.Button, new() { Name = "放行" }).ClickAsync();

        await Assertions.Expect(draft.GetByRole(AriaRole.Status)).ToContainTextAsync("放行");
        Assert.Equal(Reviewers.Length, await draft.Locator(".steps .done .hint", new() { HasText = "纸质呈批单" }).CountAsync());
    }

    private static async Task<IPage> DraftAsync(IBrowserContext officer, string title)
    {
        var page = await officer.NewPageAsync();
        await page.GotoAsync($"{Drafts}/new");
        await page.GetByLabel("标题").FillAsync(title);
        await page.GetByLabel("拟公开属性").SelectOptionAsync("主动公开");
        await page.GetByLabel("正文").FillAsync("各镇街：\n请照此办理。");
        await page.GetByLabel("依据和理由").FillAsync("年度工作要点");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "送审", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已送审");
        return page;
    }

    private static async Task<byte[]> PrintAsync(IDownload download)
    {
        LibreOffice.Require();
        var folder = Directory.CreateDirectory(TestHouse.NewFolder()).FullName;
        await download.SaveAsAsync(Path.Combine(folder, "sheet.docx"));
        await LibreOffice.ConvertAsync(folder, "pdf", ["sheet.docx"]);
        return await LibreOffice.PictureOfPdfAsync(folder, "sheet.pdf");
    }
}
