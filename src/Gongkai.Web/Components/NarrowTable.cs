using System.Text.RegularExpressions;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Components;

/// <summary>
/// A list of the desk that can be read on a phone (窄屏表格): each cell carries the name of its column, so that a line may stand as a
/// block where the columns do not fit beside each other. The look is the style sheet's.
/// </summary>
[HtmlTargetElement("table", Attributes = "[class=plain]")]
public sealed partial class NarrowTable : TagHelper
{
    private const string EndOfHead = "</thead>";

    /// <summary>The page under way.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Context { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Context.RouteData.Values["area"] as string != DeskRooms.Area) return;
        var whole = (await output.GetChildContentAsync()).GetContent();
        var body = whole.IndexOf(EndOfHead, StringComparison.Ordinal);
        if (body < 0) return;
        // What stands in the cells is encoded, and so it is in the attribute.
        string[] names = [.. Heading().Matches(whole[..body]).Select(heading => Tag().Replace(heading.Groups[1].Value, "").Trim())];
        var column = 0;
        output.Content.SetHtmlContent(whole[..body] + Opening().Replace(whole[body..], found =>
        {
            if (found.Value == "<tr") column = 0;
            else if (column++ < names.Length && names[column - 1].Length > 0 && found.Value == "<td") return $"<td data-label=\"{names[column - 1]}\"";
            return found.Value;
        }));
    }

    [GeneratedRegex("<th\\b[^>]*>(.*?)</th>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<t[rhd]\\b")]
    private static partial Regex Opening();
}
