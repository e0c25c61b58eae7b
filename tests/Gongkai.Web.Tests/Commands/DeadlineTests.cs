using System.Text.Json;
using Gongkai.Testing;

namespace Gongkai.Web.Tests.Commands;

/// <summary><c>gongkai deadline</c> at its front door.</summary>
public sealed class DeadlineTests
{
    [Fact(DisplayName = "deadline --json：约定的键，逐日说明从次日到届满之日")]
    public async Task The_agreed_json()
    {
        var run = await CommandRun.Of("deadline", "--received", "2026-02-09", "--json");
        Assert.Equal(0, run.ExitCode);
        using var answer = JsonDocument.Parse(Assert.Single(run.Lines));
        var root = answer.RootElement;
        Assert.Equal(("2026-02-09", 20, "2026-03-13", false), (
            root.GetProperty("receivedOn").GetString(), root.GetProperty("workingDays").GetInt32(),
            root.GetProperty("dueOn").GetString(), root.GetProperty("provisional").GetBoolean()));
        Assert.Equal("""{"on":"2026-02-10","counts":true,"number":1,"why":"星期二，工作日"}""", root.GetProperty("days")[0].GetRawText());
        Assert.Equal("""{"on":"2026-02-15","counts":false,"number":null,"why":"星期日，春节放假"}""", root.GetProperty("days")[5].GetRawText());
        Assert.Equal("内置放假安排（2019至2026年）", root.GetProperty("calendar").GetString());
    }

    [Fact(DisplayName = "deadline --explain：给人看的逐日说明，依据随渠道")]
    public async Task Text_for_people()
    {
        var run = await CommandRun.Of("deadline", "--received", "2026-04-30", "--days", "7", "--channel", "email", "--explain", "--as-of", "2026-05-11");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("收到申请之日：2026年4月30日（星期四），电子邮件双方确认之日（条例第三十一条第（三）项）", run.Lines[0]);
        Assert.Contains("届满之日：2026年5月13日（星期三）", run.Lines);
        Assert.Contains("截至 2026年5月11日：剩余 2 个工作日", run.Lines);
        Assert.Contains("  2026-05-09  第 4日  星期六，调休上班", run.Lines);
    }

    [Fact(DisplayName = "deadline --arrived：由确认之日推出收到之日；未确认则不起算")]
    public async Task The_day_of_receipt_needs_its_evidence()
    {
        var confirmed = await CommandRun.Of("deadline", "--arrived", "2026-09-30", "--confirmed", "2026-10-08", "--channel", "web", "--json");
        Assert.Contains("\"receivedOn\":\"2026-10-08\"", confirmed.Output, StringComparison.Ordinal);
        Assert.Contains("\"dueOn\":\"2026-11-04\"", confirmed.Output, StringComparison.Ordinal);
        var open = await CommandRun.Of("deadline", "--arrived", "2026-09-30", "--channel", "web");
        Assert.Equal((1, ""), (open.ExitCode, open.Output));
        Assert.Contains("期限不能起算", open.Errors, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "deadline --events：整件申请的期限、状态、期间、违规")]
    public async Task A_whole_clock()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """
            [{"on":"2026-06-08","act":"received"},
             {"on":"2026-06-11","act":"consultationStarted","consultation":1,"party":"thirdParty"},
             {"on":"2026-06-15","act":"consultationDelivered","consultation":1},
             {"on":"2026-06-30","act":"consultationEnded","consultation":1},
             {"on":"2026-07-27","act":"closed"}]
            """, TestContext.Current.CancellationToken);
        var run = await CommandRun.Of("deadline", "--events", file, "--as-of", "2026-07-28", "--json");
        Assert.Equal(0, run.ExitCode);
        using var answer = JsonDocument.Parse(run.Output);
        Assert.Equal("2026-07-23", answer.RootElement.GetProperty("dueOn").GetString());
        Assert.Equal("closed", answer.RootElement.GetProperty("colour").GetString());
        Assert.Equal("answer.late", answer.RootElement.GetProperty("breaks")[0].GetProperty("rule").GetString());
        var text = await CommandRun.Of("deadline", "--events", file, "--explain");
        Assert.Contains("违规：2026年7月27日，答复于2026年7月27日送达，晚于届满之日2026年7月23日：超期答复。（条例第三十三条第二款）", text.Lines);
        File.Delete(file);
    }

    [Theory(DisplayName = "写错的参数：一句中文，退出码 64；读不了的文件：退出码 2；没有堆栈")]
    [InlineData(64, "三者之一")]
    [InlineData(64, "三者之一", "--received", "2026-02-09", "--arrived", "2026-02-09")]
    [InlineData(64, "不是日期", "--received", "2026-02-30")]
    [InlineData(64, "不在可计算的范围", "--received", "0001-01-01")]
    [InlineData(64, "不在可计算的范围", "--received", "9999-12-31")]
    [InlineData(64, "天数 -5 不对", "--received", "2026-02-09", "--days", "-5")]
    [InlineData(64, "不是可用的整数", "--received", "2026-02-09", "--days", "99999999999")]
    [InlineData(64, "不与 --events 同用", "--events", "x.json", "--days", "7")]
    [InlineData(2, "没有文件", "--events", "没有的文件.json")]
    [InlineData(2, "里没有数据", "--received", "2026-02-09", "--data", "./没有的文件夹")]
    public async Task Wrong_input_is_told(int exitCode, string words, params string[] arguments)
    {
        var run = await CommandRun.Of(["deadline", .. arguments]);
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(words, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "calendar import：导入一年，暂计的日期随之确定，并说明用了哪本日历")]
    public async Task An_imported_year_counts()
    {
        var (folder, file) = (TestHouse.NewFolder(), Path.GetTempFileName());
        await File.WriteAllTextAsync(
            file, """{"year":2027,"notice":"国办发明电〔2026〕0号","holidays":{"元旦":["2027-01-01"]},"workdays":[]}""", TestContext.Current.CancellationToken);
        var before = await CommandRun.Of("deadline", "--received", "2026-12-21");
        Assert.Contains("  暂按现有日历计算（2027年放假安排尚未公布）", before.Lines);

        var import = await CommandRun.Of("calendar", "import", file, "--data", folder);
        Assert.Equal(0, import.ExitCode);
        Assert.Contains("5月1日", import.Errors, StringComparison.Ordinal);
        var after = await CommandRun.Of("deadline", "--received", "2026-12-21", "--data", folder);
        Assert.Contains("届满之日：2027年1月19日（星期二）", after.Lines);
        Assert.DoesNotContain("暂按", after.Output, StringComparison.Ordinal);
        Assert.Contains("2027年按", after.Output, StringComparison.Ordinal);
        Assert.Contains("2027年  国办发明电〔2026〕0号", (await CommandRun.Of("calendar", "show", "--year", "2027", "--data", folder)).Lines);
        File.Delete(file);
    }
}
