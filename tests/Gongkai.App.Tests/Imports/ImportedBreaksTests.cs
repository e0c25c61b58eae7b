using System.Text.Json;
using Gongkai.App.Data;
using Gongkai.App.Imports;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Requests;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Imports;

/// <summary>What was late or irregular is taken as it happened, and the rule it broke is recorded with the closing.</summary>
public sealed class ImportedBreaksTests
{
    private const string Head = "类别,编号,日期,申请人类型,渠道,办理结果,期限至,工作日数,负责人同意日,征求意见序号,征求对象,是否回复,金额（元）\n";

    // 2026-03-02 is a Monday: 20 working days end on 2026-03-30.
    private const string Received = "收到申请,1号,2026-03-02,自然人,当面\n";

    [Theory(DisplayName = "办结时按经过认定违反的规定，照实登记"), MemberData(nameof(Histories))]
    public async Task What_was_broken_on_the_way_is_recorded_with_the_closing(string lines, string[] breaks)
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();

        var result = await house.ImportAsync(agency.Id, Head + Received + lines);

        Assert.Empty(result.Problems);
        Assert.Equal(breaks, await BreaksAsync(house));
        Assert.Equal(breaks.Length, result.Notices.Count);
    }

    public static TheoryData<string, string[]> Histories => new()
    {
        { "办结申请,1号,2026-03-30,,,予以公开", [] },
        { "办结申请,1号,2026-03-31,,,予以公开", ["answer.late"] },
        { "延期答复,1号,2026-03-30,,,,,20,2026-03-27\n办结申请,1号,2026-04-28,,,予以公开", [] },
        { "延期答复,1号,2026-03-30\n办结申请,1号,2026-04-28,,,予以公开", ["extension.without-consent", "answer.late"] },
        { "延期答复,1号,2026-03-30,,,,,20,2026-03-27\n延期答复,1号,2026-04-20,,,,,10,2026-04-20\n办结申请,1号,2026-04-28,,,予以公开", ["extension.second"] },
        { "补正通知,1号,2026-03-09,,,,2026-03-20\n收到补正,1号,2026-03-18\n办结申请,1号,2026-04-15,,,部分公开", [] },
        { "补正通知,1号,2026-03-12,,,,2026-03-20\n收到补正,1号,2026-03-18\n办结申请,1号,2026-04-15,,,部分公开", ["clarification.late"] },
        { "补正通知,1号,2026-03-09,,,,2026-03-20\n办结申请,1号,2026-03-21,,,other.clarificationLapsed", [] },
        { "办结申请,1号,2026-03-20,,,other.clarificationLapsed", ["clarification.closed-early"] },
        { "征求意见,1号,2026-03-03,,,,,,,1,第三方\n对方收到征求意见函,1号,2026-03-04,,,,,,,1\n征求意见结束,1号,2026-03-20,,,,,,,1,,是\n办结申请,1号,2026-04-10,,,予以公开", [] },
        { "收费通知,1号,2026-03-10,,,,,,,,,,380\n收取信息处理费,1号,2026-03-20,,,,,,,,,,380\n办结申请,1号,2026-04-17,,,予以公开", [] },
        { "收取信息处理费,1号,2026-03-20,,,,,,,,,,380\n办结申请,1号,2026-03-30,,,予以公开", ["fee.not-noticed"] },
    };

    [Theory(DisplayName = "收到和办结在两个文件里，经过从台账里接上"), BothDatabases]
    public async Task The_history_goes_on_from_the_ledger(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        await house.ImportAsync(agency.Id, Head + Received + "延期答复,1号,2026-03-30,,,,,20,2026-03-27");

        var result = await house.ImportAsync(agency.Id, Head + "办结申请,1号,2026-04-29,,,予以公开");

        var notice = Assert.Single(result.Notices);
        Assert.Equal(2, notice.Line);
        Assert.StartsWith("申请 1号：答复于2026年4月29日送达，晚于届满之日2026年4月28日：超期答复。", notice.Message, StringComparison.Ordinal);
        Assert.Equal(["answer.late"], await BreaksAsync(house));
    }

    [Fact(DisplayName = "办结之后的经过照实登记，认定不变；收到之前的不予导入")]
    public async Task What_comes_after_the_answer_is_kept()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();
        await house.ImportAsync(agency.Id, Head + Received + "办结申请,1号,2026-03-30,,,予以公开");

        var after = await house.ImportAsync(agency.Id, Head + "收取信息处理费,1号,2026-04-02,,,,,,,,,,10");
        var before = await house.ImportAsync(agency.Id, Head + "延期答复,1号,2026-03-01");

        Assert.Equal(1, after.Recorded[ProcessingFeePaid.Kind]);
        Assert.Single(after.Notices);
        Assert.Equal("日期 2026-03-01 早于收到日期 2026-03-02。", Assert.Single(before.Problems).Message);
    }

    [Fact(DisplayName = "放假安排未知的年份，是否超期不作认定")]
    public async Task A_year_without_a_calendar_alleges_nothing()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();

        var result = await house.ImportAsync(agency.Id, Head + "收到申请,1号,2031-03-03,自然人,当面\n办结申请,1号,2031-05-30,,,予以公开");

        Assert.StartsWith("申请 1号 是否超期答复未作认定：", Assert.Single(result.Notices).Message, StringComparison.Ordinal);
        Assert.Empty(await BreaksAsync(house));
    }

    [Fact(DisplayName = "只检查：说出会登记什么，什么也不登记")]
    public async Task A_check_records_nothing()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();
        var file = ImportFiles.Utf8(Head + Received + "办结申请,1号,2026-03-31,,,予以公开");

        var check = (await new LedgerImport(house.House, house.Recorder, house.Intake).CheckAsync(agency.Id, "台账.csv", file, ImportFiles.From, TestContext.Current.CancellationToken)).Value;

        Assert.Equal(2, check.Recorded.Values.Sum());
        Assert.Single(check.Notices);
        await using var db = house.House.Open(AgencyScope.Of(agency.Id));
        Assert.False(await db.Requests.AnyAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string[]> BreaksAsync(TestHouse house)
    {
        await using var db = house.House.Open(AgencyScope.All);
        var kind = RequestClosed.Kind.ToString();
        var text = await db.Ledger.Where(entry => entry.Kind == kind).Select(entry => entry.FactsText).SingleAsync(TestContext.Current.CancellationToken);
        return [.. RequestClosed.Read(JsonSerializer.SerializeToElement(LedgerFacts.Read(text).Facts)).Breaks];
    }
}
