using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Components;

/// <summary>A bar drawn beside a figure. The figure is the text; the drawing is not read aloud.</summary>
[HtmlTargetElement("gk-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Bar : TagHelper
{
    /// <summary>How much of the width is filled, 0 to 1.</summary>
    public decimal Share { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Whatever is more than nothing is seen.
        var width = Share == 0 ? 0 : Math.Max(Math.Round(Math.Clamp(Share, 0, 1) * 100, 2), 0.6m);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bar");
        output.Attributes.SetAttribute("viewBox", "0 0 100 10");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(string.Create(
            CultureInfo.InvariantCulture, $"<rect class=\"track\" width=\"100\" height=\"10\"/><rect width=\"{width}\" height=\"10\"/>"));
    }
}
