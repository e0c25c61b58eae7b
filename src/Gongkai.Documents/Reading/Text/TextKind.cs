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

    private static readonly string[] Tags = ["<table", "<td", "<p>", "<p ", "<div", "<br", "<body", "<html", "<!doctype html", "<span", "<h1"];

    /// <summary>What a text is.</summary>
    public static TextKind KindOf(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, Looked)).TrimStart("\uFEFF \t\r\n");
        if (head.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase) || head.StartsWith("From: <Saved by", StringComparison.OrdinalIgnoreCase)) return TextKind.WebArchive;
        if (head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            return head.Contains("<html", StringComparison.OrdinalIgnoreCase) ? TextKind.Html : TextKind.Xml;
        }
        foreach (var tag in Tags)
        {
            if (head.Contains(tag, StringComparison.OrdinalIgnoreCase)) return TextKind.Html;
        }
        return head.Length > 1 && head[0] == '<' && char.IsAsciiLetter(head[1]) ? TextKind.Xml : TextKind.Plain;
    }
}
