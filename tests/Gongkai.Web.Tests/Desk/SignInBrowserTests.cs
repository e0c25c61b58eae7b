using Gongkai.App.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OtpNet;

namespace Gongkai.Web.Tests.Desk;

/// <summary>Signing in as people do: with and without JavaScript, with an authenticator, with a passkey.</summary>
public sealed class SignInBrowserTests
{
    [Theory(DisplayName = "首次登录改口令，启用身份验证器，退出，再用验证码登录")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_first_password_to_the_authenticator(bool withScripts)
    {
        await using var site = await Site.StartAsync();
        var made = await FirstAsync(site);
        await using var context = await Browser.OpenAsync(site, withScripts: withScripts);
        var page = await context.NewPageAsync();

        await SignInAsync(page, made.OneTimePassword, "/house/people");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "修改口令" })).ToBeVisibleAsync();
        await page.GetByLabel("现在的口令").FillAsync(made.OneTimePassword);
        await page.GetByLabel("新口令", new() { Exact = true }).FillAsync(DeskSite.Password);
        await page.GetByLabel("再输一次新口令").FillAsync(DeskSite.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "修改口令" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("口令已修改");

        await page.GotoAsync("/account/second-factor");
        var secret = (await page.Locator("code.secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.GetByLabel("验证码").FillAsync(CodeNow(site, secret));
        await page.GetByRole(AriaRole.Button, new() { Name = "启用身份验证器" }).ClickAsync();
        Assert.Equal(10, await page.Locator(".codes li").CountAsync());
        var recovery = await page.Locator(".codes li").First.InnerTextAsync();

        await SignOutAsync(page);
        await SignInAsync(page, DeskSite.Password);
        await page.GetByLabel("验证码").FillAsync(CodeNow(site, secret));
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Assertions.Expect(page.Locator(".note.stop")).ToContainTextAsync("已经用过");
        site.House.Clock.Advance(TimeSpan.FromSeconds(60));
        await page.GetByLabel("验证码").FillAsync(CodeNow(site, secret));
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "待办" })).ToBeVisibleAsync();

        await SignOutAsync(page);
        await SignInAsync(page, DeskSite.Password);
        await page.GetByLabel("验证码").FillAsync(recovery);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "待办" })).ToBeVisibleAsync();
    }

    [Fact(DisplayName = "添加通行密钥，退出，用它登录；删除后不能再用")]
    public async Task A_passkey_signs_in()
    {
        await using var site = await Site.StartAsync();
        var made = await FirstAsync(site);
        await using var context = await Browser.OpenAsync(site);
        var page = await context.NewPageAsync();
        List<string> complaints = [];
        page.PageError += (_, error) => complaints.Add(error);
        var device = await context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
            },
        });
        await SignInAsync(page, made.OneTimePassword);
        await page.GetByLabel("现在的口令").FillAsync(made.OneTimePassword);
        await page.GetByLabel("新口令", new() { Exact = true }).FillAsync(DeskSite.Password);
        await page.GetByLabel("再输一次新口令").FillAsync(DeskSite.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "修改口令" }).ClickAsync();

        await page.GotoAsync("/account/second-factor");
        await page.GetByLabel("给它起个名字").FillAsync("办公室电脑");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加通行密钥" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("通行密钥已添加");

        await SignOutAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "待办" })).ToBeVisibleAsync();

        await page.GotoAsync("/account");
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("通行密钥");
        await page.GotoAsync("/account/second-factor");
        await page.GetByRole(AriaRole.Button, new() { Name = "删除：办公室电脑" }).ClickAsync();
        await SignOutAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await Assertions.Expect(page.Locator(".note.stop")).ToContainTextAsync("不能用于登录");
        Assert.Empty(complaints);
    }

    private static async Task<NewAccount> FirstAsync(Site site) =>
        (await site.Services.GetRequiredService<Accounts>().CreateFirstAsync(TestContext.Current.CancellationToken)).Value!;

    private static async Task SignInAsync(IPage page, string password, string to = "/desk")
    {
        await page.GotoAsync(to);
        await page.GetByLabel("用户名").FillAsync("admin");
        await page.GetByLabel("口令").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
    }

    private static Task SignOutAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "退出", Exact = true }).First.ClickAsync();

    private static string CodeNow(Site site, string secret) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(site.House.Clock.GetUtcNow().UtcDateTime);
}
