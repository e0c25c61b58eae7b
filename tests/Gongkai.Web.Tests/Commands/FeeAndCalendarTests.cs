using System.Text.Json;

namespace Gongkai.Web.Tests.Commands;

/// <summary><c>gongkai fee</c> and <c>gongkai calendar</c> at their front door.</summary>
public sealed class FeeAndCalendarTests
{
    [Theory(DisplayName = "fee --json：合计与分档")]
    [InlineData(3000, 3, "--items", "35")]
    [InlineData(300, 2, "--items", "4", "--before", "9")]
    [InlineData(4700, 4, "--pages", "250")]
    public async Task The_agreed_json(int yuan, int bands, params string[] arguments)
    {
        var run = await CommandRun.Of(["fee", .. arguments, "--json"]);
        Assert.Equal(0, run.ExitCode);
        using var answer = JsonDocument.Parse(Assert.Single(run.Lines));
        Assert.Equal(yuan, answer.RootElement.GetProperty("totalYuan").GetInt32());
        Assert.Equal(bands, answer.RootElement.GetProperty("bands").GetArrayLength());
        Assert.Equal(yuan, answer.RootElement.GetProperty("bands").EnumerateArray().Sum(band => band.GetProperty("yuan").GetInt32()));
    }

    [Theory(DisplayName = "fee：两种计收方式不能同用，离谱的数是一句中文")]
    [InlineData("只能选一种")]
    [InlineData("只能选一种", "--items", "3", "--pages", "3")]
    [InlineData("--before 只用于按件计收", "--pages", "3", "--before", "3")]
    [InlineData("件数 0 不对", "--items", "0")]
    [InlineData("本月此前件数 -1 不对", "--items", "1", "--before", "-1")]
    [InlineData("不是可用的整数", "--pages", "很多")]
    public async Task Wrong_usage_is_told(string words, params string[] arguments)
    {
        var run = await CommandRun.Of(["fee", .. arguments]);
        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains(words, run.Errors, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "calendar show：附通知文号；带年份的 JSON 就是可以导入的文件")]
    public async Task A_year_is_shown_with_its_notice()
    {
        var text = await CommandRun.Of("calendar", "show", "--year", "2020");
        Assert.Equal("2020年  国办发明电〔2019〕16号（2019年11月21日印发），经 国办发明电〔2020〕1号（春节假期延长至2月2日） 调整", text.Lines[0]);
        Assert.Contains("  国庆节、中秋节放假：10月1日至10月8日", text.Lines);
        using var file = JsonDocument.Parse((await CommandRun.Of("calendar", "show", "--year", "2026", "--json")).Output);
        Assert.Equal(6, file.RootElement.GetProperty("workdays").GetArrayLength());
        var unknown = await CommandRun.Of("calendar", "show", "--year", "2099");
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("没有2099年的放假安排", unknown.Errors, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "calendar import：错误的文件不导入，说明哪里错")]
    public async Task A_wrong_file_is_not_imported()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"year":2027,"notice":"文号","holidays":["2026-12-31"],"workdays":[]}""", TestContext.Current.CancellationToken);
        var run = await CommandRun.Of("calendar", "import", file);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("2026年12月31日不在 2027 年", run.Errors, StringComparison.Ordinal);
        File.Delete(file);
    }
}
