using System.Text.RegularExpressions;
using Gongkai.Documents.Data;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>Finds residue of drafting in a text, by the patterns of the check.</summary>
internal static class LeftoverScan
{
    private const int MaxText = 80;
    private const int MaxFound = 100;

    // All patterns in one pass: almost every text has none.
    private static readonly Regex Any = new(
        string.Join('|', BuiltInCheckWords.Words.Leftovers.Select(leftover => $"(?:{leftover.Pattern})")), RegexOptions.Compiled, TimeSpan.FromSeconds(2));

    private static readonly Regex Prompt = new(@"^(?:\{\{|[×╳xX]|待|此处|请在)", RegexOptions.Compiled, TimeSpan.FromSeconds(2));

    /// <summary>The residue in a text; of very much the first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="where">Where it stands.</param>
    public static IEnumerable<Leftover> In(string text, string where) => Any.Matches(text).Take(MaxFound).Select(match => new Leftover(
        Prompt.IsMatch(match.Value) ? LeftoverKind.Placeholder : LeftoverKind.Markup,
        match.Value.Length > MaxText ? match.Value[..MaxText] : match.Value.Trim(), where));
}
