using Gongkai.Web.Reports;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Components;

/// <summary>A number of cases in large figures: <c>81 件</c>, or the word for what a report does not say.</summary>
[HtmlTargetElement("gk-count", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Count : TagHelper
{
    /// <summary>How many, or null.</summary>
    public decimal? Of { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetContent(ReportSummary.Show(Of));
        if (Of is not null) output.Content.AppendHtml("<small> 件</small>");
    }
}
