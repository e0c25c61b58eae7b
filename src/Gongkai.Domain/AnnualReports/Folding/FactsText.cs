namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// Cuts the facts out of an entry's canonical text without parsing the envelope. The canonical order of keys makes that safe: before
/// <c>facts</c> stand only an instant, an identity and a number, after it only a kind, a day, a number, an identity and the version,
/// and none of them can hold a quoted key.
/// </summary>
internal static class FactsText
{
    private const string Start = "\"facts\":";
    private const string End = ",\"kind\":\"";
    private const string Version = "\"v\":1}";

    /// <summary>The facts as they stand in the text.</summary>
    /// <exception cref="FormatException">The text is no canonical entry of version 1.</exception>
    public static ReadOnlyMemory<char> Of(string entry)
    {
        var start = entry.IndexOf(Start, StringComparison.Ordinal);
        var end = entry.LastIndexOf(End, StringComparison.Ordinal);
        if (start < 0 || end < start || !entry.EndsWith(Version, StringComparison.Ordinal))
            throw new FormatException("The text is no ledger entry of version 1.");
        start += Start.Length;
        return entry.AsMemory(start, end - start);
    }
}
