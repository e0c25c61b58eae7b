using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Documents.Reading.Intake;
using Gongkai.Documents.Reading.Model;
using Gongkai.Domain;

namespace Gongkai.Documents.Reading.Html;

/// <summary>
/// Reads a web page as a browser shows it: paragraphs and tables in order, without what is hidden. Nothing is loaded and nothing runs.
/// </summary>
internal sealed class HtmlReader
{
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "head", "title", "iframe", "object", "svg", "canvas", "audio", "video", "select", "textarea", "rt", "rp",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr",
        "o:p", "q", "ruby", "rb", "s", "samp", "small", "span", "strike", "strong", "st1", "sub", "sup", "time", "tt", "u", "var", "wbr",
        "img", "input", "ucaptitle", "publishtime",
    };

    private readonly StringBuilder _text = new();
    private List<Block> _blocks = [];

    /// <summary>Reads a page, or refuses one that no browser should be given.</summary>
    public static Outcome<SourceDocument> Read(string html)
    {
        if (!HtmlGuard.Allows(html)) return FileRefusals.TooDeep;
        using var document = new HtmlParser().ParseDocument(html);
        var reader = new HtmlReader();
        if (document.Body is { } body) reader.ReadChildren(body);
        reader.EndParagraph();
        return new SourceDocument(SourceFormat.Html, reader._blocks, TitleOf(document), []);
    }

    // The content systems of government sites put the bare title into a meta element of its own.
    private static string? TitleOf(IDocument document)
    {
        var meta = document.QuerySelector("meta[name=ArticleTitle i]")?.GetAttribute("content");
        return string.IsNullOrWhiteSpace(meta) ? document.Title : meta;
    }

    // The parser itself ends nesting at 512 elements, as browsers do: recursion is safe.
    private void ReadChildren(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text) AppendCollapsed(text.Data);
            else if (node is IElement element && IsSeen(element)) ReadElement(element);
        }
    }

    private void ReadElement(IElement element)
    {
        switch (element.LocalName)
        {
            case "br": _text.Append('\n'); break;
            case "table": ReadTable(element); break;
            case "sup":
                // A raised 1 behind 22 is a footnote mark and must not become 221.
                _text.Append('[');
                ReadChildren(element);
                _text.Append(']');
                break;
            case "input" when element.GetAttribute("type") is null or "text": AppendCollapsed(element.GetAttribute("value") ?? ""); break;
            case var name when Inline.Contains(name) || name.Contains(':'): ReadChildren(element); break;
            default:
                EndParagraph();
                ReadChildren(element);
                EndParagraph();
                break;
        }
    }

    private void ReadTable(IElement table)
    {
        EndParagraph();
        var grid = new GridBuilder();
        var outer = _blocks;
        foreach (var row in RowsOf(table))
        {
            grid.StartRow();
            foreach (var cell in row.Children.Where(child => child.LocalName is "td" or "th" && IsSeen(child)))
            {
                _blocks = grid.Content;
                ReadChildren(cell);
                EndParagraph();
                grid.Add(Span(cell, "colspan"), Span(cell, "rowspan"));
            }
        }
        _blocks = outer;
        foreach (var caption in table.Children.Where(child => child.LocalName == "caption" && IsSeen(child)))
        {
            ReadChildren(caption);
            EndParagraph();
        }
        grid.Finish(_blocks);
    }

    private static IEnumerable<IElement> RowsOf(IElement table) => table.Children.SelectMany(child => child.LocalName switch
    {
        "tr" => [child],
        "thead" or "tbody" or "tfoot" when IsSeen(child) => child.Children.Where(row => row.LocalName == "tr"),
        _ => Enumerable.Empty<IElement>(),
    }).Where(IsSeen);

    // rowspan="0" means down to the last row.
    private static int Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), out var span) ? span == 0 ? int.MaxValue / 2 : Math.Clamp(span, 1, 65_534) : 1;

    private static bool IsSeen(IElement element)
    {
        if (Unseen.Contains(element.LocalName) || element.HasAttribute("hidden")) return false;
        if (element.GetAttribute("style") is not { Length: > 0 } style) return true;
        var plain = style.Replace(" ", "", StringComparison.Ordinal);
        return !plain.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            && !plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
            && !plain.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase);
    }

    private void AppendCollapsed(string text)
    {
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\n' or '\r' or '\f')) _text.Append(c);
            else if (_text.Length > 0 && _text[^1] is not (' ' or '\n')) _text.Append(' ');
        }
    }

    private void EndParagraph()
    {
        var text = _text.ToString().Trim();
        _text.Clear();
        if (text.Length > 0) _blocks.Add(new Paragraph(text));
    }
}
