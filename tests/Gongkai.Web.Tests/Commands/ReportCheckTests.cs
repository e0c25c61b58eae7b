using System.Text.Json.Nodes;
using Gongkai.Documents.Json;
using Gongkai.Testing;
using static Gongkai.Testing.ReportBuilder;

namespace Gongkai.Web.Tests.Commands;

/// <summary><c>gongkai report check</c> at its front door.</summary>
public sealed class ReportCheckTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gongkai-check");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact(DisplayName = "种子年报：没有勾稽错误，报告残留的书签，提示信息处理费，照抄的段落、错写的网站和残缺的句子各有提示")]
    public async Task The_seed_says_what_a_district_office_would_say()
    {
        Assert.SkipWhen(Corpus.Missing is not null, Corpus.Missing ?? "");
        var run = await CommandRun.Of("report", "check", Corpus.Seed, "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var findings = JsonNode.Parse(Assert.Single(run.Lines))!["findings"]!.AsArray();
        Assert.Equal(
            ["text.leftover", "text.fee-not-stated", "text.other-role", "text.higher-site", "text.broken-sentence"],
            findings.Select(finding => finding!["rule"]!.GetValue<string>()));
        Assert.Equal("warning", findings[0]!["severity"]!.GetValue<string>());
        Assert.Contains("[bookmark: _GoBack]", findings[0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.All(findings.Skip(1), finding => Assert.Equal("hint", finding!["severity"]!.GetValue<string>()));
    }

    [Fact(DisplayName = "真实网页年报：正文与表格不符之处找到，没有错误就不报错误")]
    public async Task Real_pages_are_told_what_is_wrong_with_them()
    {
        Assert.SkipWhen(Corpus.Missing is not null, Corpus.Missing ?? "");
        var run = await CommandRun.Of("report", "check", Path.Combine(Corpus.Files, "*.html"), "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, run.Lines.Length);
        string[] Messages(int line) => [.. JsonNode.Parse(run.Lines[line])!["findings"]!.AsArray()
            .Where(finding => finding!["severity"]!.GetValue<string>() != "hint").Select(finding => finding!["message"]!.GetValue<string>())];
        Assert.Equal(
            [
                "第一部分写“予以公开及部分公开258件”，与表格不符：予以公开及部分公开 275",
                "第一部分写“因本机关不掌握等原因无法提供265件”，与表格不符：无法提供 337",
                "第一部分写“均获维持”，与表格不符：结果维持 13",
            ],
            Messages(0));
        Assert.Empty(Messages(1));
        Assert.Empty(Messages(2));
    }

    [Fact(DisplayName = "印错的年报：逐格用中文说明，退出码 1")]
    public async Task Errors_are_told_cell_by_cell()
    {
        var run = await CommandRun.Of("report", "check", Save("错.json", AReport().WithRequests(20).WithRow("requests.partlyGranted", 6, 0, 0, 0, 0, 0, 6)));
        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Contains("错误 2 处", run.Output, StringComparison.Ordinal);
        Assert.Contains("表三 （七）总计 · 自然人：20，应为 26（（一）至（六）之和）", run.Output, StringComparison.Ordinal);
        Assert.Contains("共 1 份：1 份有错误；错误 2 处，警告 0 处，提示 0 处。", run.Output, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "多个文件：读不出来的一句话说明，其余照样检查，按给出的次序；退出码 2")]
    public async Task Every_file_is_reported_in_order()
    {
        var picture = Path.Combine(_folder.FullName, "图.docx");
        await File.WriteAllBytesAsync(picture, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0], TestContext.Current.CancellationToken);
        var (wrong, right) = (Save("错.json", AReport().WithRequests(5).With("requests.closed.total", 6)), Save("对.json", AReport()));
        var run = await CommandRun.Of("report", "check", wrong, picture, Path.Combine(_folder.FullName, "没有.docx"), right, "--json");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal([wrong, picture, Path.Combine(_folder.FullName, "没有.docx"), right], run.Lines.Select(line => JsonNode.Parse(line)!["file"]!.GetValue<string>()));
        Assert.Null(JsonNode.Parse(run.Lines[1])!["report"]);
        Assert.Equal(2, run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("图片", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "同一机关相邻年度的文件一起检查：跨年核对上年结转，先后次序不论")]
    public async Task Consecutive_years_are_checked_across()
    {
        var later = Save("b.json", AReport(2023).WithRequests(5, carriedIn: 2));
        var earlier = Save("a.json", AReport(2022).WithRequests(4, carriedOver: 3));
        var other = Save("c.json", AReport(2022).Of("样板区应急管理局").WithRequests(12, carriedOver: 9));
        foreach (var files in (string[][])[[later, earlier, other], [earlier, other, later]])
        {
            var run = await CommandRun.Of(["report", "check", .. files]);
            Assert.Equal(0, run.ExitCode);
            Assert.Contains("上一年（2022年）年报结转下年度为 3", run.Output, StringComparison.Ordinal);
            Assert.Contains("警告 2 处，提示 0 处", run.Output, StringComparison.Ordinal);
        }
        Assert.Contains("结转下年度为 3", (await CommandRun.Of("report", "check", later, "--previous", earlier)).Output, StringComparison.Ordinal);
        Assert.Equal(64, (await CommandRun.Of("report", "check", later, other, "--previous", earlier)).ExitCode);
    }

    [Fact(DisplayName = "加引号的通配符由程序展开，按名称排列")]
    public async Task Quoted_patterns_are_expanded()
    {
        Save("2.json", AReport(2022));
        Save("1.json", AReport(2021));
        var run = await CommandRun.Of("report", "check", Path.Combine(_folder.FullName, "?.json"), "--json");
        Assert.Equal(["1.json", "2.json"], run.Lines.Select(line => Path.GetFileName(JsonNode.Parse(line)!["file"]!.GetValue<string>())));
    }

    [Theory(DisplayName = "用法不对：退出码 64，一句话")]
    [InlineData("report", "check")]
    [InlineData("report", "check", "x.docx", "--nothing")]
    [InlineData("report", "diff", "x.docx")]
    [InlineData("report", "diff", "x.docx", "--nothing")]
    public async Task Wrong_usage_is_told(params string[] arguments)
    {
        var run = await CommandRun.Of(arguments);
        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains("--help", run.Errors, StringComparison.Ordinal);
    }

    private string Save(string name, ReportBuilder report)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, AnnualReportJson.Write(report.Build()));
        return path;
    }
}
