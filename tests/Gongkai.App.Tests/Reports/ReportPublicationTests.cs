using Gongkai.App.Data;
using Gongkai.App.Reports;
using Gongkai.App.Tests.Imports;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Reports;

/// <summary>条例49：the report is published once, when nothing is missing, and never changes after.</summary>
[Law("条例", 49)]
public sealed class ReportPublicationTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory(DisplayName = "两张报数单和签字的零，公布出 14 件许可、6 件处罚和 198 个零"), BothDatabases]
    public async Task Two_returns_and_signed_zeros_are_a_whole_report(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        await house.ImportAsync(agency.Id, ImportFiles.TwoReturnsAndSignedZeros);

        var published = (await PublishAsync(house, agency)).Value;

        var report = Documents.Json.AnnualReportJson.Read(System.Text.Encoding.UTF8.GetBytes(published.Json)).Value;
        Assert.Equal(200, report.Cells.Count);
        Assert.Equal(14, report[new CellKey("proactive.licences")]);
        Assert.Equal(6, report[new CellKey("proactive.penalties")]);
        Assert.Equal(198, report.Cells.Values.Count(cell => cell.Value == 0));
    }

    [Fact(DisplayName = "还有未报的格子，不能公布，并说明缺哪一格")]
    public async Task A_report_with_a_missing_number_is_not_published()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();
        var lines = ImportFiles.TwoReturnsAndSignedZeros.Split('\n').Where(line => !line.Contains("行政强制", StringComparison.Ordinal));
        await house.ImportAsync(agency.Id, string.Join('\n', lines));

        var refusal = (await PublishAsync(house, agency)).Refusal!;

        Assert.Equal("report.cells-missing", refusal.Code);
        Assert.Contains("行政强制", refusal.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "当年还没有结束，不能公布当年的年报")]
    public async Task The_year_must_be_over()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();

        var refusal = (await PublishAsync(house, agency, 2026)).Refusal!;

        Assert.Equal("report.year-not-over", refusal.Code);
    }

    [Theory(DisplayName = "公布之后补记的事项不改已公布的年报，只成为一条发现"), BothDatabases]
    public async Task A_late_act_never_changes_a_published_report(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        await house.ImportAsync(agency.Id, ImportFiles.TwoReturnsAndSignedZeros);
        var published = (await PublishAsync(house, agency)).Value;

        await house.ImportAsync(agency.Id, "类别,编号,日期,决定种类\n作出决定,示罚〔2021〕7号,2021-12-30,行政处罚\n");

        await using var db = house.House.Open(AgencyScope.Of(agency.Id));
        var kept = await db.Reports.SingleAsync(None);
        Assert.Equal(published.Json, kept.Json);
        var again = (await new ReportCompiler(house.House).CompileAsync(agency, 2021, kept.UpTo, "2021", [], None)).Value;
        Assert.Equal(published.Json, Documents.Json.AnnualReportJson.Write(again.Report));
        var now = (await new ReportCompiler(house.House).CompileAsync(agency, 2021, long.MaxValue, "2021", [], None)).Value;
        Assert.Contains(now.Findings, finding => finding.Rule == "report.late-act");
        Assert.Equal("report.published-before", (await PublishAsync(house, agency)).Refusal!.Code);
    }

    [Fact(DisplayName = "每个数字都找得到背后的登记或报数单")]
    public async Task Every_number_leads_to_what_is_behind_it()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();
        await house.ImportAsync(agency.Id, ImportFiles.TwoReturnsAndSignedZeros);
        var compiler = new ReportCompiler(house.House);
        var report = (await compiler.CompileAsync(agency, 2021, long.MaxValue, "2021", [], None)).Value;

        foreach (var cell in report.Form.Cells)
        {
            var behind = await compiler.ExplainAsync(agency, report, cell, None);
            Assert.NotEmpty(behind);
            Assert.All(behind, entry => Assert.Equal("return.signed", entry.Kind.Name));
        }
        var licences = Assert.Single(await compiler.ExplainAsync(agency, report, new CellKey("proactive.licences"), None));
        Assert.Equal("王某", licences.Private!.References["signer"]);
    }

    private static Task<Outcome<PublishedReport>> PublishAsync(TestHouse house, Agency agency, int year = 2021) =>
        new ReportPublication(house.Recorder).PublishAsync(agency, year, [], "测试员", None);
}
