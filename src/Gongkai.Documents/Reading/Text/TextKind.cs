namespace Gongkai.Documents.Reading.Text;

/// <summary>What characters turn out to be.</summary>
internal enum TextKind
{
    Plain,
    Html,
    Xml,
    WebArchive,
}

/// <summary>Tells web pages and data files from plain text by their marks.</summary>
internal static class TextKinds
{
    private const int Looked = 256 * 1024;

    private static readonly string[] Tags = ["<table", "<td", "<p>", "<p ", "<body", "<html"];

    // Markdown has these too, around tables drawn with bars.
    private static readonly string[] LooseTags = ["<div", "<br", "<span", "<h1"];

    /// <summary>What a text is.</summary>
    public static TextKind KindOf(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, Looked)).TrimStart("\uFEFF \t\r\n");
        if (head.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase) || head.StartsWith("From: <Saved by", StringComparison.OrdinalIgnoreCase)) return TextKind.WebArchive;
        if (head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            return head.Contains("<html", StringComparison.OrdinalIgnoreCase) ? TextKind.Html : TextKind.Xml;
        }
        if (HasOne(head, Tags)) return TextKind.Html;
        if (head.Contains("\n|", StringComparison.Ordinal)) return TextKind.Plain;
        if (HasOne(head, LooseTags)) return TextKind.Html;
        return head.Length > 1 && head[0] == '<' && char.IsAsciiLetter(head[1]) ? TextKind.Xml : TextKind.Plain;
    }

    private static bool HasOne(ReadOnlySpan<char> text, string[] tags)
    {
        foreach (var tag in tags)
        {
            if (text.Contains(tag, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
