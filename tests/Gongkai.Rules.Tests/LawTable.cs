using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.Domain;

namespace Gongkai.Rules.Tests;

/// <summary>Article → rule → test, read from the citations in the sources; <c>docs/law.md</c> is this table.</summary>
internal static partial class LawTable
{
    public sealed record Provision(string Law, string FullName, int Article, string Subject);

    private sealed record Cited(Citation Citation, string File, string Member);

    /// <summary>The articles built so far, from <c>data/law/binding.json</c>.</summary>
    public static IReadOnlyList<Provision> Binding { get; } = ReadBinding();

    private static readonly IReadOnlyList<Cited> Rules = [.. House.Sources("src").SelectMany(Read)];

    private static readonly IReadOnlyList<Cited> Tests = [.. House.Sources("tests").SelectMany(Read)];

    public static IEnumerable<string> WithoutRule => Binding.Where(article => !Rules.Any(cited => Is(cited, article))).Select(Name);

    public static IEnumerable<string> WithoutTest => Binding.Where(article => !Tests.Any(cited => Is(cited, article))).Select(Name);

    public static IEnumerable<string> CitedButNotListed => Rules.Concat(Tests)
        .Where(cited => !Binding.Any(article => Is(cited, article)))
        .Select(cited => $"{cited.Citation} ({cited.File})").Distinct();

    public static string Write()
    {
        var text = new StringBuilder("# 法条、代码、测试\n\nGenerated from the citations in the sources; `./test` fails when it is not current.\n");
        foreach (var law in Binding.GroupBy(article => (article.Law, article.FullName)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {law.Key.Law}\n\n{law.Key.FullName}\n\n| 条 | 内容 | 规则 | 测试 |\n|---|---|---|---|\n");
            foreach (var article in law)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {(article.Article == 0 ? "全文" : article.Article)} | {article.Subject} | {List(Rules, article)} | {List(Tests, article)} |\n");
            }
        }
        return text.ToString();
    }

    private static string List(IEnumerable<Cited> citations, Provision article) => string.Join("<br>", citations
        .Where(cited => Is(cited, article))
        .Select(cited => $"`{cited.Member}`").Distinct().Order(StringComparer.Ordinal));

    private static bool Is(Cited cited, Provision article) => cited.Citation.Law == article.Law && cited.Citation.Article == article.Article;

    private static string Name(Provision article) => new Citation(article.Law, article.Article).ToString();

    private static IEnumerable<Cited> Read(string file)
    {
        var source = File.ReadAllText(file);
        foreach (Match match in Attribute().Matches(source))
        {
            var numbers = match.Groups["numbers"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(int.Parse).Concat([0, 0, 0]).ToArray();
            var type = Path.GetFileNameWithoutExtension(file);
            var member = Member().Match(DeclarationAfter(source, match.Index + match.Length));
            var name = member.Success ? member.Groups["name"].Value : type;
            yield return new Cited(
                new Citation(match.Groups["law"].Value, numbers[0], numbers[1], numbers[2]), House.Relative(file), name == type ? type : $"{type}.{name}");
        }
    }

    // What the attribute stands on: the first line after it that is neither an attribute nor a comment.
    private static string DeclarationAfter(string source, int at) => source[at..].Split('\n').Skip(1)
        .Select(line => line.Trim())
        .FirstOrDefault(line => line.Length > 0 && line[0] is not ('[' or '/' or '"' or ')')) ?? "";

    private static List<Provision> ReadBinding()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(House.Root, "data/law/binding.json")));
        return
        [
            .. document.RootElement.EnumerateArray().SelectMany(law => law.GetProperty("articles").EnumerateObject().Select(article => new Provision(
                law.GetProperty("short").GetString()!, law.GetProperty("name").GetString()!,
                int.Parse(article.Name, CultureInfo.InvariantCulture), article.Value.GetString()!))),
        ];
    }

    [GeneratedRegex("""\[(?:\w+\()?.*?Law\("(?<law>[^"]+)"(?:, *(?<numbers>[0-9, ]+))?\)""")]
    private static partial Regex Attribute();

    [GeneratedRegex("""\b(?:record struct|record|class|struct|enum|interface)\s+(?<name>\w+)|(?<name>\w+)\s*(?:<[^>\n]*>)?\s*(?:\(|=>|\{ get|= )|^(?<name>\w+),?$""")]
    private static partial Regex Member();
}
