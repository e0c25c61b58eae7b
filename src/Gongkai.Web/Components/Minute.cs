using Gongkai.Domain.Calendar;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Components;

/// <summary>A moment by the clocks of China: <c>2026-01-20 09:30</c>, or only its day.</summary>
[HtmlTargetElement("gk-minute", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Minute : TagHelper
{
    /// <summary>The instant, UTC.</summary>
    public DateTime Of { get; set; }

    /// <summary>Shows the day alone.</summary>
    public bool DayOnly { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Of.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
        output.Content.SetContent(DayOnly ? ChineseText.Day(ChinaTime.DayOf(Of)) : ChineseText.Minute(Of));
    }
}
