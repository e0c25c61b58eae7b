using Gongkai.Domain.AnnualReports;
using static Gongkai.Testing.ReportBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Checks;

/// <summary>Numbers as prose writes them, seen through the check: the report says 3,607, and so does the sentence in every spelling.</summary>
[Law("条例", 50)]
public sealed class ChineseNumeralTests
{
    [Theory(DisplayName = "数字的各种写法读得一样")]
    [InlineData("3607")]
    [InlineData("3,607")]
    [InlineData("３６０７")]
    [InlineData("3 607")]
    [InlineData("三千六百零七")]
    [InlineData("三千六百〇七")]
    [InlineData("三六〇七")]
    public void Every_spelling_reads_the_same(string number) =>
        Assert.Empty(Check.OfWords(AReport().WithRequests(3607), $"（二）依申请公开。我局共收到申请{number}件。"));

    [Theory(DisplayName = "中文数字读准每一位")]
    [InlineData("十", 10)]
    [InlineData("十二", 12)]
    [InlineData("二十", 20)]
    [InlineData("一百零五", 105)]
    [InlineData("一百一十", 110)]
    [InlineData("两百", 200)]
    [InlineData("一万零三十", 10030)]
    public void Words_read_to_their_number(string words, decimal number)
    {
        Assert.Empty(Check.OfWords(AReport().WithRequests(number), $"（二）依申请公开。我局共收到申请{words}件。"));
        Assert.Single(Check.OfWords(AReport().WithRequests(number + 1), $"（二）依申请公开。我局共收到申请{words}件。"));
    }
}
