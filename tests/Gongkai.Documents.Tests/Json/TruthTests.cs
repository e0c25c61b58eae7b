using Gongkai.Documents.Data;
using Gongkai.Documents.Json;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Checks;
using Gongkai.Testing;

namespace Gongkai.Documents.Tests.Json;

/// <summary>The printed truth of real reports: errors that are really printed are found, and none where none is.</summary>
public sealed class TruthTests
{
    public static TheoryData<string> Truths => Corpus.Missing is null
        ? [.. Directory.EnumerateFiles(Corpus.Truth, "???.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The tie-outs that the printed figures break, as the corpus's own description lists them.</summary>
    private static readonly Dictionary<string, string[]> Printed = new()
    {
        ["001"] = ["disputes.sum disputes.reconsideration.total", "disputes.sum disputes.litigationAfterReconsideration.total"],
        ["010"] = ["requests.outcome-sum requests.closed.naturalPerson", "requests.outcome-sum requests.closed.total"],
    };

    [Theory(DisplayName = "真实年报的表格：印错的都找到，没错的不报错")]
    [MemberData(nameof(Truths))]
    public void Printed_errors_are_found_and_no_others(string number)
    {
        var findings = Check(number);
        Assert.Equal(
            Printed.GetValueOrDefault(number, []),
            findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Rule} {finding.Cells[0]}"));
    }

    [Fact(DisplayName = "001：表四行政复议总计 0，应为 11；复议后起诉总计 0，应为 5")]
    public void The_dispute_totals_of_001_are_told_with_their_numbers()
    {
        Assert.SkipWhen(Corpus.Missing is not null, Corpus.Missing ?? "");
        Assert.Equal([(11m, 0m), (5m, 0m)], Check("001").Where(finding => finding.Rule == "disputes.sum").Select(finding => (finding.Expected!.Value, finding.Found!.Value)));
    }

    [Fact(DisplayName = "010：（七）总计应为 26 和 27，印作 20 和 21")]
    public void The_outcome_totals_of_010_are_told_with_their_numbers()
    {
        Assert.SkipWhen(Corpus.Missing is not null, Corpus.Missing ?? "");
        Assert.Equal([(26m, 20m), (27m, 21m)], Check("010").Where(finding => finding.Rule == "requests.outcome-sum").Select(finding => (finding.Expected!.Value, finding.Found!.Value)));
    }

    [Theory(DisplayName = "真实年报的疑点作为提示")]
    [InlineData("024", "proactive.regulation-maker")]
    [InlineData("078", "proactive.regulation-maker")]
    [InlineData("032", "proactive.running-total")]
    [InlineData("064", "proactive.running-total")]
    [InlineData("078", "proactive.running-total")]
    [InlineData("001", "report.single-other-row")]
    public void Doubts_are_hints(string number, string rule)
    {
        Assert.SkipWhen(Corpus.Missing is not null, Corpus.Missing ?? "");
        Assert.Contains(Check(number), finding => finding.Rule == rule && finding.Severity == Severity.Hint);
    }

    [Theory(DisplayName = "写出再读回，完全一样")]
    [MemberData(nameof(Truths))]
    public void Writing_and_reading_again_changes_nothing(string number)
    {
        var report = Read(number);
        var again = AnnualReportJson.Read(System.Text.Encoding.UTF8.GetBytes(AnnualReportJson.Write(report))).Value;
        Assert.Equal((report.Agency, report.Year, report.Form), (again.Agency, again.Year, again.Form));
        Assert.Equal(report.Cells.Values.Select(cell => (cell.Key, cell.State, cell.Value, cell.Printed)).OrderBy(cell => cell.Key.Value), again.Cells.Values.Select(cell => (cell.Key, cell.State, cell.Value, cell.Printed)).OrderBy(cell => cell.Key.Value));
    }

    private static AnnualReport Read(string number) => AnnualReportJson.Read(File.ReadAllBytes(Path.Combine(Corpus.Truth, number + ".json"))).Value;

    private static IReadOnlyList<Finding> Check(string number)
    {
        var report = Read(number);
        var findings = ReportCheck.Run(report, BuiltInForms.WithCode(report.Form), BuiltInCheckWords.Words);
        foreach (var finding in findings) TestContext.Current.TestOutputHelper?.WriteLine($"{number} {finding.Severity} {finding.Rule}: {finding.Message}");
        return findings;
    }
}
