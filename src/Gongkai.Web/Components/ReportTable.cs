using Gongkai.Domain.AnnualReports;
using Gongkai.Web.Reports;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Components;

/// <summary>
/// A table of the annual report as the official form draws it: merged heads, every number tied to its headings, in a box of its own that
/// scrolls on a narrow screen.
/// </summary>
[HtmlTargetElement("gk-report-table", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ReportTable : TagHelper
{
    /// <summary>The table of the form.</summary>
    public required FormTable Form { get; set; }

    /// <summary>The report with its numbers.</summary>
    public required AnnualReport Report { get; set; }

    /// <summary>Caption of the table.</summary>
    public string Caption { get; set; } = "";

    /// <summary>Addresses of the published documents behind a number. Numbers of sections three and four never have one.</summary>
    public IReadOnlyDictionary<CellKey, string> Links { get; set; } = new Dictionary<CellKey, string>();

    /// <summary>The page under way.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Context { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "scroll");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Caption);
        output.Attributes.SetAttribute("tabindex", "0");

        var table = new TagBuilder("table");
        table.AddCssClass($"form form-{Form.Id}");
        var caption = new TagBuilder("caption");
        caption.InnerHtml.Append(Caption);
        table.InnerHtml.AppendHtml(caption);

        var rows = FormGrid.Of(Form);
        var heads = rows.TakeWhile(row => row.All(cell => cell.Cell.Heads == FormHeading.Column)).Count();
        table.InnerHtml.AppendHtml(Group("thead", rows.Take(heads)));
        table.InnerHtml.AppendHtml(Group("tbody", rows.Skip(heads)));
        output.Content.SetHtmlContent(table);
    }

    private TagBuilder Group(string name, IEnumerable<IReadOnlyList<GridCell>> rows)
    {
        var group = new TagBuilder(name);
        foreach (var cells in rows)
        {
            var row = new TagBuilder("tr");
            if (cells.Any(cell => cell.Cell.Key is { Table: "requests", Row: RequestRow.Closed })) row.AddCssClass("sum");
            foreach (var cell in cells) row.InnerHtml.AppendHtml(cell.Cell.Key is { } key ? Number(cell, key) : Heading(cell));
            group.InnerHtml.AppendHtml(row);
        }
        return group;
    }

    private static TagBuilder Heading(GridCell cell)
    {
        var heading = new TagBuilder("th");
        var isColumn = cell.Cell.Heads == FormHeading.Column;
        heading.Attributes["id"] = cell.Id;
        heading.Attributes["scope"] = (isColumn, isColumn ? cell.Cell.ColumnSpan : cell.Cell.RowSpan) switch
        {
            (true, > 1) => "colgroup",
            (true, _) => "col",
            (false, > 1) => "rowgroup",
            _ => "row",
        };
        if (isColumn) heading.AddCssClass("over");
        Span(heading, cell.Cell);
        heading.InnerHtml.Append(cell.Cell.Label);
        return heading;
    }

    private TagBuilder Number(GridCell cell, CellKey key)
    {
        var shown = ShownCell.Of(Report.Cells.GetValueOrDefault(key));
        var number = new TagBuilder("td");
        number.Attributes["headers"] = string.Join(' ', cell.Headers);
        number.AddCssClass(shown.Style);
        if (key.Column == CellKey.Total) number.AddCssClass("sum");
        number.AddCssClass("n");
        Span(number, cell.Cell);
        if (Links.TryGetValue(key, out var address))
        {
            var link = new TagBuilder("a");
            link.Attributes["href"] = Context.HttpContext.Request.PathBase + address;
            link.InnerHtml.Append(shown.Text);
            number.InnerHtml.AppendHtml(link);
        }
        else
        {
            number.InnerHtml.Append(shown.Text);
        }
        return number;
    }

    private static void Span(TagBuilder tag, FormCell cell)
    {
        if (cell.ColumnSpan > 1) tag.Attributes["colspan"] = cell.ColumnSpan.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (cell.RowSpan > 1) tag.Attributes["rowspan"] = cell.RowSpan.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
