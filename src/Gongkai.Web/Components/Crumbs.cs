using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Components;

/// <summary>Where the reader is (当前位置): the pages above this one, and this one.</summary>
[HtmlTargetElement("gk-crumbs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Crumbs(HtmlEncoder encoder) : TagHelper
{
    /// <summary>Name and address of each page above, from the top; home is always before them.</summary>
    public IReadOnlyList<(string Name, string Address)> Above { get; set; } = [];

    /// <summary>Name of this page.</summary>
    public string Here { get; set; } = "";

    /// <summary>The page under way.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Context { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "crumbs");
        output.Attributes.SetAttribute("aria-label", "当前位置");
        output.Content.AppendHtml("<ol>");
        foreach (var (name, address) in Above.Prepend(("首页", PublicUrls.Home)))
            output.Content.AppendHtml($"<li><a href=\"{encoder.Encode(Context.HttpContext.Request.PathBase + address)}\">{encoder.Encode(name)}</a></li>");
        output.Content.AppendHtml($"<li aria-current=\"page\">{encoder.Encode(Here)}</li></ol>");
    }
}
