namespace Gongkai.Web.Tests;

/// <summary>Pages of one agency show nothing of another.</summary>
public sealed class AgencyScopeTests
{
    private const string Marker = "孪生机关的文件";

    [Fact(DisplayName = "一个机关的页面，不出现别的机关的一行")]
    public async Task No_row_of_a_twin()
    {
        await using var site = await Site.StartAsync();
        await SampleData.FillAsync(site.House);
        var twin = await SampleData.AddAgencyAsync(site.House, "TWIN", $"{Marker}局");
        await SampleData.AddInstrumentAsync(site.House, twin, "示应急〔2025〕3号", Marker, new DateOnly(2025, 6, 11));
        await SampleData.PublishAsync(site.House, twin, Testing.ReportBuilder.AReport(2025).WithRequests(424242).WithSections(Marker, Marker));

        string[] pages =
        [
            PublicUrls.Agency(SampleData.Bureau), PageKinds.Report, $"{PublicUrls.Agency(SampleData.Bureau)}/instruments",
            PublicUrls.Instrument(SampleData.Bureau, "示应急〔2025〕3号"), PublicUrls.ReportFile(SampleData.Bureau, 2025, "json"),
        ];
        foreach (var page in pages)
        {
            var text = await site.ReadAsync(page);
            Assert.Contains("示范区应急管理局", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Marker, text, StringComparison.Ordinal);
            Assert.DoesNotContain("424242", text, StringComparison.Ordinal);
        }
        Assert.Contains(Marker, await site.ReadAsync("/instruments"), StringComparison.Ordinal);
    }
}
