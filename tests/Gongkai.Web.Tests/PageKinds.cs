namespace Gongkai.Web.Tests;

/// <summary>One address of every kind of public page, over <see cref="SampleData"/>.</summary>
internal static class PageKinds
{
    public static readonly string Report = PublicUrls.Report(SampleData.Bureau, 2025);

    public static IReadOnlyList<(string Name, string Path)> All { get; } =
    [
        ("home", PublicUrls.Home),
        ("agencies", PublicUrls.Agencies),
        ("agency", PublicUrls.Agency(SampleData.Bureau)),
        ("agency-bare", PublicUrls.Agency(SampleData.Twin)),
        ("report", Report),
        ("reports", PublicUrls.Reports),
        ("reports-year", PublicUrls.ReportsOf(2024)),
        ("instruments", PublicUrls.Instruments),
        ("agency-instruments", $"{PublicUrls.Agency(SampleData.Bureau)}/instruments?year=2025&state=issued"),
        ("instrument", PublicUrls.Instrument(SampleData.Bureau, "示应急〔2019〕2号/补")),
        ("not-found", "/没有这个页面"),
    ];
}
