using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gongkai.Rules.Tests;

/// <summary>One word for one term: every public name of the domain is made of words that <c>docs/terms.md</c> lists.</summary>
public sealed partial class TermRules
{
    private static readonly string Terms = File.ReadAllText(Path.Combine(House.Root, "docs/terms.md"));

    private static readonly HashSet<string> Words =
        [.. Terms.Split('\n').Where(line => line.StartsWith('|') || line.StartsWith("words:", StringComparison.Ordinal))
            .SelectMany(line => Latin().Matches(line)).SelectMany(match => Parts(match.Value))];

    [Fact(DisplayName = "Domain 的公开类型和枚举成员由 docs/terms.md 里的词组成")]
    public void Public_names_are_made_of_listed_words()
    {
        var unknown = House.Domain.GetExportedTypes()
            .Where(type => !typeof(Delegate).IsAssignableFrom(type))
            .SelectMany(type => type.IsEnum ? [type.Name, .. Enum.GetNames(type)] : (string[])[type.Name])
            .SelectMany(name => Parts(name.Split('`')[0]).Where(word => !Words.Contains(word)).Select(word => $"{word} (in {name})"))
            .Distinct().Order();
        Assert.Empty(unknown);
    }

    [Fact(DisplayName = "docs/terms.md 的中文词都出现在 Domain 的说明里")]
    public void Every_listed_term_stands_in_a_summary()
    {
        var summaries = string.Concat(XDocument.Load(Path.ChangeExtension(House.Domain.Location, ".xml")).Descendants("summary").Select(summary => summary.Value));
        var missing = Terms.Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| 中文", StringComparison.Ordinal))
            .Select(line => line.Split('|')[1].Trim())
            .SelectMany(cell => cell.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(term => !summaries.Contains(term, StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    private static IEnumerable<string> Parts(string name) => Capitalised().Matches(name).Select(match => match.Value.ToUpperInvariant());

    [GeneratedRegex("[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex Latin();

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")]
    private static partial Regex Capitalised();
}
