using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Components;

/// <summary>A day: <c>2026年3月5日</c>, with its machine form.</summary>
[HtmlTargetElement("gk-day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Day : TagHelper
{
    /// <summary>The day.</summary>
    public DateOnly Of { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", ChineseText.MachineDay(Of));
        output.Content.SetContent(ChineseText.Day(Of));
    }
}
