using Gongkai.Domain;

namespace Gongkai.Web.Tests;

/// <summary>条例12: what the guide must state of the disclosure office.</summary>
[Law("条例", 12, 2)]
public sealed class AgencyPageTests(FilledSite filled)
{
    [Fact(DisplayName = "条例12：公开指南写明工作机构的名称、地址、时间、电话、传真、互联网联系方式")]
    public async Task The_guide_states_six_facts()
    {
        var page = await filled.Site.ReadAsync(PublicUrls.Agency(SampleData.Bureau));
        Assert.All(
            (string[])["示范区应急管理局办公室", "示范区和平路1号3楼305室", "工作日 9:00—12:00，13:30—17:00", "href=\"tel:0000-12345678\"", "mailto:gongkai@example.invalid"],
            fact => Assert.Contains(fact, page, StringComparison.Ordinal));
        Assert.Contains("尚未提供，可致电 0000-12345678 询问", page, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "条例12：一样也没有提供的，逐项写明，并说向谁询问")]
    public async Task What_is_missing_is_said()
    {
        var page = await filled.Site.ReadAsync(PublicUrls.Agency(SampleData.Twin));
        Assert.Equal(9, page.Split("尚未提供，可向同级人民政府办公厅（室）询问").Length - 1);
        Assert.Contains("尚未在本平台发布年度报告", page, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "登记的内容有网页标记也只当文字；假的网址不成为链接")]
    public async Task Hostile_text_stays_text()
    {
        await using var site = await Site.StartAsync();
        await SampleData.AddAgencyAsync(site.House, "EVIL/../#?x", "<script>坏</script>局", agency =>
        {
            agency.InternetContact = "javascript:alert(1)";
            agency.Phone = "0000-1\" onclick=\"x";
        });
        var page = await site.ReadAsync(PublicUrls.Agency("EVIL/../#?x"));
        Assert.DoesNotContain("<script>坏", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onclick=\"x", page, StringComparison.Ordinal);
    }
}
