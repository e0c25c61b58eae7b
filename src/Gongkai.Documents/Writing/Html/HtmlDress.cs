using System.Xml.Linq;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Writing.Html;

/// <summary>How the parts of a report are dressed: by classes with a style sheet, or by inline styles that survive a paste.</summary>
internal sealed class HtmlDress
{
    private const string PastedCell = "border:1px solid #333;padding:4px 6px;vertical-align:middle;";

    private readonly string _attribute;
    private readonly Dictionary<HtmlPart, string> _values;

    private HtmlDress(string attribute, Dictionary<HtmlPart, string> values)
    {
        _attribute = attribute;
        _values = values;
    }

    /// <summary>Classes; the page brings the style sheet.</summary>
    public static HtmlDress Classes { get; } = new("class", new()
    {
        [HtmlPart.Demo] = "demo",
        [HtmlPart.Lead] = "lead",
        [HtmlPart.Scroll] = "scroll",
        [HtmlPart.Number] = "n",
        [HtmlPart.Words] = "state",
        [HtmlPart.Signature] = "signature",
    });

    /// <summary>Inline styles, for the editor of a host site that keeps nothing else (外站发布).</summary>
    public static HtmlDress Inline { get; } = new("style", new()
    {
        [HtmlPart.Demo] = "margin:0 0 16px;padding:6px 12px;border:1px solid #a8322a;color:#a8322a;text-align:center;",
        [HtmlPart.Title] = "margin:0 0 24px;font-size:22px;font-weight:bold;text-align:center;line-height:1.5;",
        [HtmlPart.Heading] = "margin:20px 0 10px;font-size:16px;font-weight:bold;line-height:1.75;",
        [HtmlPart.Paragraph] = "margin:0 0 8px;font-size:16px;line-height:1.75;text-indent:2em;",
        [HtmlPart.Lead] = "font-weight:bold;",
        [HtmlPart.Scroll] = "overflow-x:auto;margin:0 0 16px;",
        [HtmlPart.Table] = "width:100%;border-collapse:collapse;border:1px solid #333;font-size:14px;line-height:1.4;",
        [HtmlPart.ColumnHeading] = PastedCell + "min-width:2em;text-align:center;font-weight:normal;background:#f1f4f6;",
        [HtmlPart.RowHeading] = PastedCell + "text-align:left;font-weight:normal;",
        [HtmlPart.Number] = PastedCell + "text-align:center;white-space:nowrap;",
        [HtmlPart.Words] = PastedCell + "text-align:center;",
        [HtmlPart.Signature] = "margin:0;padding-right:4em;font-size:16px;line-height:1.75;text-align:right;",
    });

    /// <summary>True when tags carry ids, captions and heads that an editor would strip or double.</summary>
    public bool IsStandAlone => this == Classes;

    /// <summary>The attribute for a part, or null when it needs none.</summary>
    public XAttribute? Of(HtmlPart part) => _values.TryGetValue(part, out var value) ? new XAttribute(_attribute, value) : null;

    /// <summary>The attribute for a cell of a table.</summary>
    public XAttribute? Of(PrintedCell cell) => Of(cell switch
    {
        { Heads: FormHeading.Column } => HtmlPart.ColumnHeading,
        { Heads: FormHeading.Row } => HtmlPart.RowHeading,
        { Number: not null } => HtmlPart.Number,
        _ => HtmlPart.Words,
    });
}

/// <summary>Parts of a report that look different.</summary>
internal enum HtmlPart
{
    /// <summary>演示数据.</summary>
    Demo,

    /// <summary>标题.</summary>
    Title,

    /// <summary>一级标题.</summary>
    Heading,

    /// <summary>正文.</summary>
    Paragraph,

    /// <summary>二级标题 in running text.</summary>
    Lead,

    /// <summary>The box a wide table scrolls in.</summary>
    Scroll,

    /// <summary>A table.</summary>
    Table,

    /// <summary>列标题.</summary>
    ColumnHeading,

    /// <summary>行标题.</summary>
    RowHeading,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Words in a number's place (未报), or a blank.</summary>
    Words,

    /// <summary>落款.</summary>
    Signature,
}
