using System.Text.RegularExpressions;

namespace Gongkai.Rules.Tests;

/// <summary>Habits that a test can keep: size, words that have no place, nothing unfinished.</summary>
public sealed partial class SourceRules
{
    [Fact(DisplayName = "没有超过 400 行的文件（迁移除外）")]
    public void No_file_is_over_400_lines()
    {
        var longer = House.Sources("src", "tests", "bench")
            .Where(file => !file.Contains("Migrations", StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Count() > 400)
            .Select(House.Relative);
        Assert.Empty(longer);
    }

    [Fact(DisplayName = "没有未完成的记号")]
    public void Nothing_is_left_unfinished()
    {
        var unfinished = House.Sources("src", "bench")
            .Where(file => Unfinished().IsMatch(File.ReadAllText(file)))
            .Select(House.Relative);
        Assert.Empty(unfinished);
    }

    [Fact(DisplayName = "没有 Common、Shared、Helper、Util、Infrastructure 之类的房间")]
    public void No_room_is_named_for_nothing()
    {
        var vague = House.Sources("src").Where(file => Vague().IsMatch(House.Relative(file))).Select(House.Relative);
        Assert.Empty(vague);
    }

    [GeneratedRegex(@"NotImplementedException|\b(TO" + @"DO|FIX" + @"ME|HACK)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex("(^|/)(Common|Shared|Helpers?|Utils?|Infrastructure|Contracts)(/|\\.cs$)|(Helper|Utils?|Manager)\\.cs$")]
    private static partial Regex Vague();
}
