using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Components;

/// <summary>Whether an instrument is in force (有效性): 有效, 废止 or 失效. The word carries it, the colour only supports it.</summary>
[HtmlTargetElement("gk-validity", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Validity : TagHelper
{
    /// <summary>Day it ceased to be in force, or null.</summary>
    public DateOnly? Of { get; set; }

    /// <summary>True when it expired by itself.</summary>
    public bool Expired { get; set; }

    /// <summary>True when the successor of its maker answers for it now.</summary>
    public bool HandedOver { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Of is not null ? "tag stop" : HandedOver ? "tag" : "tag ok");
        output.Content.SetContent(Of is null ? HandedOver ? "已移交承接机关" : "有效" : Expired ? "失效" : "废止");
    }
}
