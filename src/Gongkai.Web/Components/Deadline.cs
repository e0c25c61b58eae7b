using Gongkai.Domain.Requests.Clocks;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Components;

/// <summary>When an answer is due (期限): in words and working days; the colour only supports them.</summary>
[HtmlTargetElement("gk-deadline", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Deadline : TagHelper
{
    /// <summary>The clock.</summary>
    public ReplyClock Of { get; set; } = null!;

    /// <summary>Where it stands.</summary>
    public ClockStanding Standing { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"left {Standing.Colour switch { ClockColour.Red => "red", ClockColour.Orange or ClockColour.Yellow => "amber", _ => "" }}".TrimEnd());
        output.Content.SetContent(Words());
    }

    private string Words() => (Of.DueOn, Standing) switch
    {
        (null, _) => "等待，期限未定",
        ({ } due, { Colour: ClockColour.Red }) => $"超期 {-Standing.Remaining} 个工作日",
        ({ } due, _) when due == Standing.On => "今天到期",
        _ => $"{Standing.Remaining} 个工作日",
    };
}
