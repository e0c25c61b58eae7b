using System.Text;
using Gongkai.App.Data;
using Gongkai.App.Imports;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Imports;

/// <summary>A year of acts by file: all of it or nothing, and every bad line with its number and reason.</summary>
public sealed class LedgerImportTests
{
    [Theory(DisplayName = "模板的例子原样可以导入，三种格式登记得一样多"), BothDatabases]
    public async Task The_template_can_be_imported_as_it_is(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var csv = await house.ImportAsync((await house.RegisterAgencyAsync()).Id, ImportTemplate.Csv());
        var workbook = await house.ImportAsync((await house.RegisterAgencyAsync()).Id, ImportTemplate.Workbook(), "台账.xlsx");
        var lines = await house.ImportAsync((await house.RegisterAgencyAsync()).Id, ImportTemplate.JsonLines(), "台账.jsonl");

        Assert.Empty(csv.Problems);
        Assert.Equal(csv.Recorded, workbook.Recorded);
        Assert.Equal(csv.Recorded, lines.Recorded);
        // The two lines of 建账 make one act; the two returns come from two new units.
        Assert.Equal(26, csv.Recorded.Values.Sum());
        Assert.Empty(csv.Notices);
    }

    [Theory(DisplayName = "WPS 以 GB18030 存的 CSV 照样能读")]
    [InlineData(54936)]
    [InlineData(65001)]
    public async Task Old_encodings_are_simply_read(int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();
        var bytes = Encoding.GetEncoding(codePage).GetBytes("类别,编号,日期,申请人类型,渠道\n收到申请,2026-0001,2026年3月5日,自然人,当面\n");

        var result = await house.ImportAsync(agency.Id, bytes);

        Assert.Empty(result.Problems);
        Assert.Equal(1, result.Recorded.Values.Sum());
    }

    [Theory(DisplayName = "有一行不对，整个文件一条不进，并说明行号和原因")]
    [InlineData("收到申请,,2026-03-05,自然人,当面", "缺少“编号”。")]
    [InlineData("收到申请,2026-0009,三月五日,自然人,当面", "“日期”写的是“三月五日”，不是日期。请写成 2026-03-05。")]
    [InlineData("收到申请,2026-0009,2026-02-30,自然人,当面", "“日期”写的是“2026-02-30”，不是日期。请写成 2026-03-05。")]
    [InlineData("收到申请,2026-0009,2206-03-05,自然人,当面", "“日期”2206-03-05 不在 2008-05-01 至 2100-12-31 之间。")]
    [InlineData("收到申请,2026-0009,2026-03-05,神仙,当面", "“申请人类型”写的是“神仙”，应为：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他。")]
    [InlineData("受理申请,2026-0009,2026-03-05,自然人,当面", "“类别”写的是“受理申请”，应为：")]
    [InlineData("收到申请,2026-0001,2026-03-05,自然人,当面", "申请 2026-0001 已经登记过。")]
    [InlineData("作废登记,2026-0404,2026-03-05", "没有编号为 2026-0404 的申请。")]
    [InlineData("收到申请,2026-00\u000009,2026-03-05,自然人,当面", "有换行或不可见的控制字符。请删去后再导入。")]
    [InlineData("期初在办申请,2025-0009,2026-01-01,自然人", "有期初在办申请或期初未审结，但没有“建账”行。请写明建账日和期初数。")]
    public async Task One_bad_line_and_nothing_is_taken(string line, string reason)
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();

        var result = await house.ImportAsync(agency.Id, $"类别,编号,日期,申请人类型,渠道\n收到申请,2026-0001,2026-03-02,自然人,网络\n{line}\n");

        var problem = Assert.Single(result.Problems);
        Assert.Equal(3, problem.Line);
        Assert.StartsWith(reason, problem.Message, StringComparison.Ordinal);
        Assert.Equal((0, 1), await CountAsync(house, agency.Id));
    }

    [Theory(DisplayName = "办结要有收到，不能早于收到，不能办结两次")]
    [InlineData("办结申请,2026-0404,2026-03-20,予以公开", "没有编号为 2026-0404 的申请。请先登记收到，或作为期初在办申请列入。")]
    [InlineData("办结申请,2026-0001,2026-03-01,予以公开", "日期 2026-03-01 早于收到日期 2026-03-02。")]
    [InlineData("办结申请,2026-0001,2026-03-09,予以公开\n办结申请,2026-0001,2026-03-10,部分公开", "申请 2026-0001 已于 2026-03-09 办结。")]
    [InlineData("办结申请,2026-0001,2026-03-09,没收", "“办理结果”写的是“没收”，应为表三第三项的一行")]
    public async Task A_closing_needs_an_open_request(string lines, string reason)
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();
        await house.ImportAsync(agency.Id, "类别,编号,日期,申请人类型,渠道\n收到申请,2026-0001,2026-03-02,自然人,网络\n");

        var result = await house.ImportAsync(agency.Id, $"类别,编号,日期,办理结果\n{lines}\n");

        Assert.StartsWith(reason, Assert.Single(result.Problems).Message, StringComparison.Ordinal);
        Assert.Equal((1, 2), await CountAsync(house, agency.Id));
    }

    [Theory(DisplayName = "同一个文件导入第二次，逐行拒绝，什么也不变"), BothDatabases]
    public async Task A_file_is_taken_once(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        await house.ImportAsync(agency.Id, ImportFiles.TwoReturnsAndSignedZeros);
        var before = await CountAsync(house, agency.Id);

        var again = await house.ImportAsync(agency.Id, ImportFiles.TwoReturnsAndSignedZeros);

        Assert.Equal(7, again.Problems.Count);
        Assert.All(again.Problems, problem => Assert.EndsWith("已经登记过。", problem.Message, StringComparison.Ordinal));
        Assert.Equal(before, await CountAsync(house, agency.Id));
    }

    [Theory(DisplayName = "打乱行的先后，登记的结果一样")]
    [InlineData("收到申请,2026-0001,2026-03-02,自然人,网络,\n办结申请,2026-0001,2026-03-20,,,予以公开")]
    [InlineData("办结申请,2026-0001,2026-03-20,,,予以公开\n收到申请,2026-0001,2026-03-02,自然人,网络,")]
    public async Task The_order_of_lines_does_not_matter(string lines)
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();

        var result = await house.ImportAsync(agency.Id, $"类别,编号,日期,申请人类型,渠道,办理结果\n{lines}\n");

        Assert.Empty(result.Problems);
        await using var db = house.House.Open(AgencyScope.Of(agency.Id));
        Assert.Equal(new DateOnly(2026, 3, 20), (await db.Requests.SingleAsync(TestContext.Current.CancellationToken)).ClosedOn);
    }

    [Theory(DisplayName = "报数单的格子：整张表只能报 0，同一张单子前后一致，一格只填一次")]
    [InlineData("科室报数单,报1,2027-01-05,办公室,2026,表三全部,3,陈某", "整张表只能报 0；有数的格子请逐格填报。")]
    [InlineData("科室报数单,报1,2027-01-05,审批科,2026,行政许可,1.5,王某", "“数值”写的是“1.5”，应为 0 至 10000000000 的整数。")]
    [InlineData("科室报数单,报1,2027-01-05,审批科,2026,行政许可,-1,王某", "“数值”写的是“-1”，应为 0 至 10000000000 的整数。")]
    [InlineData("科室报数单,报1,2027-01-05,审批科,去年,行政许可,1,王某", "“报数期”写的是“去年”，应为一年 2026、一季 2026-Q1 或一月 2026-03。")]
    [InlineData("科室报数单,报1,2027-01-05,审批科,2026,行政许可证,1,王某", "“单元格”写的是“行政许可证”，不是年报里的格子。")]
    [InlineData("科室报数单,报1,2027-01-05,审批科,2026,行政许可,1,", "缺少“签字人”。")]
    [InlineData("科室报数单,报1,2027-01-05,审批科,2026,行政许可,1,王某\n科室报数单,报1,2027-01-05,审批科,2026,proactive.licences,2,王某", "报数单 报1 对同一格填了两次，先在第 2 行。")]
    [InlineData("科室报数单,报1,2027-01-05,审批科,2026,行政许可,1,王某\n科室报数单,报1,2027-01-05,审批科,2026,行政处罚,2,李某", "同一张报数单（报1）的科室、报数期、日期、签字人、来源系统必须相同，与第 2 行不一致。")]
    public async Task A_return_is_read_strictly(string lines, string reason)
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();

        var result = await house.ImportAsync(agency.Id, $"类别,编号,日期,科室,报数期,单元格,数值,签字人\n{lines}\n");

        Assert.StartsWith(reason, Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Theory(DisplayName = "建账：件数与逐件列出的一致，只建一次，在 1 月 1 日")]
    [InlineData("建账,,2026-01-01,,上年结转申请,2\n期初在办申请,2025-0031,2026-01-01,自然人,,", "上年结转申请为 2 件，“期初在办申请”列了 1 条。请逐件列出。")]
    [InlineData("建账,,2026-08-15,,上年结转申请,0", "建账日应为某年的 1 月 1 日。")]
    [InlineData("建账,,2026-01-01,,行政规范性文件现行有效件数,5\n期初在办申请,2025-0031,2026-01-01,自然人,,", "列有 1 条“期初在办申请”，但没有“建账 · 上年结转申请”行。")]
    [InlineData("建账,,2026-01-01,,行政许可,5", "“单元格”写的是“行政许可”，建账时应为")]
    public async Task Books_are_opened_case_by_case(string lines, string reason)
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();

        var result = await house.ImportAsync(agency.Id, $"类别,编号,日期,申请人类型,单元格,数值\n{lines}\n");

        Assert.StartsWith(reason, Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    private static async Task<(int Requests, int Entries)> CountAsync(TestHouse house, AgencyId agency)
    {
        await using var db = house.House.Open(AgencyScope.Of(agency));
        return (await db.Requests.CountAsync(), await db.Ledger.CountAsync());
    }
}
