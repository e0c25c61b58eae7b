using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Components;

/// <summary>A link or a form to an address of this site (站内地址), also where the site lives below the path of another one.</summary>
[HtmlTargetElement("a", Attributes = "gk-to")]
[HtmlTargetElement("form", Attributes = "gk-to")]
public sealed class LinkTo : TagHelper
{
    /// <summary>The address from the root of this site.</summary>
    [HtmlAttributeName("gk-to")]
    public string To { get; set; } = "";

    /// <summary>The page under way.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Context { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var address = Context.HttpContext.Request.PathBase + To;
        output.Attributes.SetAttribute(output.TagName == "form" ? "action" : "href", address);
        // A form that htmx sends goes to the same place with and without it.
        if (output.Attributes.ContainsName("hx-get")) output.Attributes.SetAttribute("hx-get", address);
    }
}
