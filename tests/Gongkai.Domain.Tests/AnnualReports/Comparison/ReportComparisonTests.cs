using CsCheck;
using Gongkai.Domain.AnnualReports.Comparison;
using static Gongkai.Testing.ReportBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Comparison;

public sealed class ReportComparisonTests
{
    [Fact(DisplayName = "同一份年报没有变化，文字重复率为 100%")]
    public void A_report_does_not_differ_from_itself()
    {
        var report = AReport().WithRequests(5).WithSections().Build();
        var comparison = ReportComparison.Of(report, report);
        Assert.Empty(comparison.Cells);
        Assert.All(comparison.Sections, section => Assert.Equal(1, section.Similarity));
    }

    [Fact(DisplayName = "变了的数字列出旧、新和增减")]
    public void Changed_numbers_are_listed_with_their_difference()
    {
        var comparison = ReportComparison.Of(
            AReport(2022).With("proactive.licences", 14).Build(),
            AReport(2023).With("proactive.licences", 9).Without("proactive.penalties", Gongkai.Domain.AnnualReports.CellState.Blank).Build());
        Assert.Equal(
            [("proactive.licences", 14m, 9m, -5m), ("proactive.penalties", 0m, null, null)],
            comparison.Cells.Select(change => (change.Key.Value, change.Older!.Value, change.Newer, change.Difference)));
    }

    [Fact(DisplayName = "两种格式只比含义相同的格；（六）其他处理的一行与三行之和比")]
    public void Different_forms_are_compared_where_they_mean_the_same()
    {
        var older = AnOldReport(2020).WithRow("requests.other", 4, 0, 0, 0, 0, 0, 4).Build();
        var newer = AReport(2021).WithRow("requests.other.feeLapsed", 1, 0, 0, 0, 0, 0, 1).WithRow("requests.other.other", 2, 0, 0, 0, 0, 0, 2).Build();
        Assert.Equal(
            [("requests.other.naturalPerson", -1m), ("requests.other.total", -1m)],
            ReportComparison.Of(older, newer).Cells.Select(change => (change.Key.Value, change.Difference!.Value)));
    }

    [Theory(DisplayName = "文字重复率：按词、按次序，标点和排版不算")]
    [InlineData("认真做好政府信息公开工作。", "认真做好，政府信息公开 工作", 0.9)]
    [InlineData("2022年公开120条", "2023年公开120条", 0.8)]
    [InlineData("甲乙丙丁", "戊己庚辛", 0)]
    [InlineData("", "", 1)]
    [InlineData("", "无", 0)]
    public void Similarity_counts_words_in_order(string one, string other, double least)
    {
        var similarity = TextSimilarity.Of(one, other);
        Assert.InRange(similarity, (decimal)least, Math.Min(1, (decimal)least + 0.15m));
    }

    [Fact(DisplayName = "一百万字的重复文字也很快比完")]
    public void A_text_of_a_million_letters_is_compared_in_bounded_time()
    {
        var text = string.Concat(Enumerable.Repeat("行政复议", 250_000));
        Assert.Equal(1, TextSimilarity.Of(text, text));
    }

    [Fact(DisplayName = "文字重复率与逐字动态规划算法一致")]
    public void Similarity_equals_the_textbook_algorithm() =>
        Gen.Select(Gen.Char["甲乙丙"].Array[0, 150], Gen.Char["甲乙丙"].Array[0, 150]).Sample((one, other) =>
        {
            var (first, second) = (Words(one), Words(other));
            var expected = first.Length + second.Length == 0 ? 1 : 2m * Longest(first, second) / (first.Length + second.Length);
            return TextSimilarity.Of(new string(one), new string(other)) == expected;
        });

    private static string[] Words(char[] text) =>
        text.Length == 1 ? [new string(text)] : [.. text.Zip(text.Skip(1), (before, after) => $"{before}{after}")];

    private static int Longest(string[] first, string[] second)
    {
        var best = new int[first.Length + 1, second.Length + 1];
        for (var i = 1; i <= first.Length; i++)
        {
            for (var j = 1; j <= second.Length; j++)
                best[i, j] = first[i - 1] == second[j - 1] ? best[i - 1, j - 1] + 1 : Math.Max(best[i - 1, j], best[i, j - 1]);
        }
        return best[first.Length, second.Length];
    }
}
