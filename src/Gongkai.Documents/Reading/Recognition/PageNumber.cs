using System.Text.RegularExpressions;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>Page numbers that stand in the text: - 3 -, — 5 —, 第3页, 第3页共5页. A bare 3 is not one: it may be a value.</summary>
internal static partial class PageNumber
{
    /// <summary>True when a line is nothing else.</summary>
    public static bool Is(string line) => line.Length is > 1 and < 24 && Shape().IsMatch(line);

    [GeneratedRegex(@"^\s*(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页(?:\s*[/，,]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}\s*页?|Page\s+\d{1,3}(?:\s+of\s+\d{1,3})?)\s*$")]
    private static partial Regex Shape();
}
