using Gongkai.Testing;

namespace Gongkai.Rules.Tests;

/// <summary>Each article that is built has a rule and a test, and the table of them is current.</summary>
public sealed class LawRules
{
    [Fact(DisplayName = "每一条列入的条文都有规则")]
    public void Every_listed_article_has_a_rule() => Assert.Empty(LawTable.WithoutRule);

    [Fact(DisplayName = "每一条列入的条文都有测试")]
    public void Every_listed_article_has_a_test() => Assert.Empty(LawTable.WithoutTest);

    [Fact(DisplayName = "引用的条文都已列入 data/law/binding.json")]
    public void Every_cited_article_is_listed() => Assert.Empty(LawTable.CitedButNotListed);

    [Fact(DisplayName = "docs/law.md 是最新的")]
    public void The_table_of_law_is_current() => GeneratedPage.Check("docs/law.md", LawTable.Write());
}
