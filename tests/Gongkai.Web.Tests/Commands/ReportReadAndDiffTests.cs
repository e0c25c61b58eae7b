using System.Text.Json.Nodes;
using Gongkai.Documents.Json;
using Gongkai.Testing;
using static Gongkai.Testing.ReportBuilder;

namespace Gongkai.Web.Tests.Commands;

/// <summary><c>gongkai report read</c> and <c>diff</c> at their front door.</summary>
public sealed class ReportReadAndDiffTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gongkai-read");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact(DisplayName = "种子年报读出 200 个数：行政许可 14，行政处罚 6，其余为 0")]
    public async Task The_seed_reads_to_its_200_numbers()
    {
        Assert.SkipWhen(Corpus.Missing is not null, Corpus.Missing ?? "");
        var run = await CommandRun.Of("report", "read", Corpus.Seed, "--json");
        Assert.Equal(0, run.ExitCode);
        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal(("2021", 2021), (json["form"]!.GetValue<string>(), json["year"]!.GetValue<int>()));
        Assert.Equal("""{"regulations":{"issued":0,"repealed":0,"inForce":0},"normativeDocuments":{"issued":0,"repealed":0,"inForce":0},"licences":14,"penalties":6,"coercions":0,"feesWanYuan":"0"}""", json["proactive"]!.ToJsonString());
        Assert.Equal(175, json["requests"]!.AsObject().Sum(row => row.Value!.AsArray().Count(value => value!.GetValue<int>() == 0)));
        Assert.Equal(15, json["disputes"]!.AsObject().Sum(row => row.Value!.AsArray().Count(value => value!.GetValue<int>() == 0)));
        Assert.Equal(6, json["sections"]!.AsArray().Count(section => section!["number"]!.GetValue<int>() > 0));
    }

    [Fact(DisplayName = "屏幕上的表格：列宽按汉字对齐，空白与未印分得清")]
    public async Task The_table_on_the_screen_is_aligned()
    {
        var report = AReport().WithRequests(21).Without("requests.received.business", Domain.AnnualReports.CellState.Blank);
        var run = await CommandRun.Of("report", "read", Save("a.json", report));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("示范区应急管理局 2023 年度", run.Output, StringComparison.Ordinal);
        var row = run.Lines.Single(line => line.Contains("一、本年新收", StringComparison.Ordinal));
        var heads = run.Lines.First(line => line.Contains("商业企业", StringComparison.Ordinal));
        Assert.Equal(Columns(heads), Columns(row));
        Assert.Contains("空", row, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "-o 写到文件；写不进去时一句话说明，退出码 2")]
    public async Task Output_goes_to_a_file()
    {
        var (source, target) = (Save("a.json", AReport().WithRequests(3)), Path.Combine(_folder.FullName, "out.json"));
        Assert.Equal((0, ""), (await CommandRun.Of("report", "read", source, "--json", "-o", target)) is var run ? (run.ExitCode, run.Output) : default);
        Assert.Equal(await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
        var refused = await CommandRun.Of("report", "read", source, "-o", Path.Combine(_folder.FullName, "没有", "out.json"));
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("写不进去", refused.Errors, StringComparison.Ordinal);
    }

    [Theory(DisplayName = "不是年报的文件：退出码 2，一句话，没有堆栈")]
    [InlineData("")]
    [InlineData("今天天气很好。")]
    [InlineData("{\"schema\":\"gongkai.annual-report/1\"}")]
    public async Task What_is_no_report_is_refused(string content)
    {
        var path = Path.Combine(_folder.FullName, "x.docx");
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        var run = await CommandRun.Of("report", "read", path, "--json");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact(DisplayName = "比对两个年度：变了的数字、增减和文字重复率")]
    public async Task Two_years_are_compared()
    {
        var older = Save("a.json", AReport(2022).WithRequests(5).WithSections("2022年，我局认真做好政府信息公开工作，成效明显。"));
        var newer = Save("b.json", AReport(2023).WithRequests(8).WithSections("2023年，我局认真做好政府信息公开工作，成效明显。"));
        var text = await CommandRun.Of("report", "diff", older, newer);
        Assert.Equal(0, text.ExitCode);
        Assert.Contains(text.Lines, line => line.Contains("一、本年新收政府信息公开申请数量 · 总计", StringComparison.Ordinal) && line.TrimEnd().EndsWith("+3", StringComparison.Ordinal));
        var json = JsonNode.Parse((await CommandRun.Of("report", "diff", older, newer, "--json")).Output)!;
        Assert.Equal(6, json["cells"]!.AsArray().Count);
        Assert.Equal("""{"cell":"requests.received.naturalPerson","older":5,"newer":8,"difference":3}""", json["cells"]![0]!.ToJsonString());
        var similarity = json["sections"]![0]!["similarity"]!.GetValue<decimal>();
        Assert.InRange(similarity, 0.85m, 0.99m);
        Assert.Equal(2, (await CommandRun.Of("report", "diff", older, Path.Combine(_folder.FullName, "没有.docx"))).ExitCode);
    }

    /// <summary>Width on a terminal: a Chinese character takes two columns.</summary>
    private static int Columns(string line) => line.Sum(letter => letter is >= '\u2e80' and <= '\uffef' ? 2 : 1);

    private string Save(string name, ReportBuilder report)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, AnnualReportJson.Write(report.Build()));
        return path;
    }
}
