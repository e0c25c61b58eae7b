using System.Text.Encodings.Web;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Components;

/// <summary>What is wrong with a form (错误汇总), at its head: each sentence leads to its box.</summary>
[HtmlTargetElement("gk-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummary(HtmlEncoder encoder) : TagHelper
{
    /// <summary>The errors.</summary>
    public FormErrors Of { get; set; } = new();

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.All.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "note stop");
        output.Attributes.SetAttribute("role", "alert");
        output.Content.AppendHtml("<h2>没有保存，请先改正</h2><ul>");
        foreach (var (field, message) in Of.All)
        {
            output.Content.AppendHtml(field.Length == 0
                ? $"<li>{encoder.Encode(message)}</li>"
                : $"<li><a href=\"#{field}\">{encoder.Encode(message)}</a></li>");
        }
        output.Content.AppendHtml("</ul>");
    }
}
