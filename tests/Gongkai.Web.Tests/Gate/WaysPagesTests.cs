using Gongkai.Domain.Agencies;
using Gongkai.Hosting;
using Gongkai.Testing;
using Gongkai.Web.Desk;
using Gongkai.Web.Tests.Desk;
using Microsoft.Playwright;

namespace Gongkai.Web.Tests.Gate;

/// <summary>The pages that show more where an office signs in by a province's identity or by certificates, in a real browser.</summary>
public sealed class WaysPagesTests : IAsyncLifetime
{
    private readonly TestCertificates _files = new(TimeProvider.System.GetUtcNow());
    private ProvinceSite _province = null!;
    private Site _site = null!;

    public async ValueTask InitializeAsync()
    {
        _province = await ProvinceSite.StartAsync();
        var request = new ServingRequest("https://localhost:0")
        {
            Certificate = _files.PfxFile(),
            ClientCertificates = _files.Write("clients.json", """{"use":"signIn","authorities":"ca.pem"}"""),
            Identity = _files.Write("identity.json", $$"""{"name":"省统一身份认证平台","authority":"{{_province.Address}}","clientId":"{{ProvinceSite.Client}}","secondFactor":"never"}"""),
        };
        Environment.SetEnvironmentVariable("GONGKAI_IDENTITY_SECRET", ProvinceSite.Secret);
        try
        {
            var plan = ServingPlan.Of(request, TimeProvider.System.GetUtcNow().UtcDateTime);
            Assert.Null(plan.Refusal);
            _site = await Site.StartAsync(await TestHouse.CreateAsync(DatabaseEngine.Sqlite), plan: plan.Value);
        }
        finally
        {
            Environment.SetEnvironmentVariable("GONGKAI_IDENTITY_SECRET", null);
        }
        await Guest.AddPersonAsync(_site, "anquan", HouseRole.SecurityAdministrator);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _province.DisposeAsync();
        _files.Dispose();
    }

    [Theory(DisplayName = "开了统一身份和证书：登录、本人关联、管理员关联的页面没有无障碍问题")]
    [InlineData(1280, "")]
    [InlineData(390, "")]
    [InlineData(390, "large")]
    [InlineData(1280, "large.high")]
    public async Task Pages_with_other_ways_are_accessible(int width, string mode)
    {
        await using var context = await Browser.OpenAsync(_site, width);
        await PageLook.PrepareAsync(context, _site, mode);
        var kind = $"{width}{mode}";
        var wrong = await PageLook.CheckAsync(context, kind, [("登录-别的办法", DeskUrls.SignIn)]);
        var page = context.Pages[0];
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("省统一身份认证平台") })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("证书") })).ToBeVisibleAsync();
        await page.GetByLabel("用户名").FillAsync("anquan");
        await page.GetByLabel("口令").FillAsync(DeskSite.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/desk");
        Assert.Empty(wrong.Concat(await PageLook.CheckAsync(context, kind, [("关联-本人", DeskUrls.Ways), ("关联-管理员", DeskUrls.Identities)])));
    }
}
