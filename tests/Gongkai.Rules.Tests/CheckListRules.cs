using System.Globalization;
using System.Text;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Checks;
using Gongkai.Testing;

namespace Gongkai.Rules.Tests;

/// <summary>The rules of <c>report check</c> are one list, and <c>docs/checks.md</c> is that list.</summary>
public sealed class CheckListRules
{
    [Fact(DisplayName = "docs/checks.md 是最新的")]
    public void The_list_of_checks_is_current() => GeneratedPage.Check("docs/checks.md", Write());

    [Fact(DisplayName = "每条检查规则的名称只用一次")]
    public void Names_of_rules_are_unique() =>
        Assert.Equal(ReportRules.All.Count, ReportRules.All.Select(rule => rule.Name).Distinct().Count());

    private static string Write()
    {
        var text = new StringBuilder("""
            # 年度报告检查规则

            What `gongkai report check` looks for, generated from the one list in `Domain/AnnualReports/Checks/ReportRules.cs`; `./test` fails when
            it is not current. Only errors make the exit code 1. A rule without a source is a rule of practice.

            | 规则 | 级别 | 内容 | 依据 |
            |---|---|---|---|

            """);
        foreach (var rule in ReportRules.All)
            text.Append(CultureInfo.InvariantCulture, $"| `{rule.Name}` | {Name(rule.Severity)} | {rule.Meaning} | {rule.Source?.ToString() ?? "惯例"} |\n");
        return text.ToString();
    }

    private static string Name(Severity severity) => severity switch { Severity.Error => "错误", Severity.Warning => "警告", _ => "提示" };
}
