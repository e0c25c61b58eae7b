using System.Text.Encodings.Web;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Components;

/// <summary>One question of a form (输入项): label, hint, what is wrong, and the box, tied together for those who cannot see them.</summary>
[HtmlTargetElement("gk-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Field(HtmlEncoder encoder) : TagHelper
{
    /// <summary>Name of the value.</summary>
    public string Name { get; set; } = "";

    /// <summary>The question.</summary>
    public string Label { get; set; } = "";

    /// <summary>Help, or null.</summary>
    public string? Hint { get; set; }

    /// <summary>Kind of box: text, password, date, number, textarea.</summary>
    public string Type { get; set; } = "text";

    /// <summary>What stands in it.</summary>
    public string? Value { get; set; }

    /// <summary>What browsers may fill in.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>True when it may be left empty.</summary>
    public bool Optional { get; set; }

    /// <summary>Width in characters, for short answers.</summary>
    public int? Width { get; set; }

    /// <summary>Where the errors of the form are.</summary>
    public FormErrors? Errors { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        // A list of choices is written inside, as options.
        var choices = (await output.GetChildContentAsync()).GetContent();
        var wrong = Errors?.Of(Name);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", wrong is null ? "field" : "field wrong");
        var html = output.Content;
        html.AppendHtml($"<label for=\"{Name}\">{encoder.Encode(Label)}{(Optional ? "<span class=\"optional\">（可不填）</span>" : "")}</label>");
        List<string> described = [];
        if (Hint is not null)
        {
            html.AppendHtml($"<p class=\"hint\" id=\"{Name}-hint\">{encoder.Encode(Hint)}</p>");
            described.Add($"{Name}-hint");
        }
        if (wrong is not null)
        {
            html.AppendHtml($"<p class=\"error\" id=\"{Name}-error\">{encoder.Encode(wrong)}</p>");
            described.Add($"{Name}-error");
        }
        var common = $"id=\"{Name}\" name=\"{Name}\"{(Optional ? "" : " required")}"
            + (described.Count > 0 ? $" aria-describedby=\"{string.Join(' ', described)}\"" : "")
            + (wrong is null ? "" : " aria-invalid=\"true\"")
            + (Autocomplete is null ? "" : $" autocomplete=\"{Autocomplete}\"")
            + (Width is null ? "" : $" size=\"{Width}\"");
        var value = Value is null ? "" : encoder.Encode(Value);
        if (choices.Trim().Length > 0) html.AppendHtml($"<select {common}>{choices}</select>");
        else if (Type == "textarea") html.AppendHtml($"<textarea {common} rows=\"6\">\n{value}</textarea>");
        else html.AppendHtml($"<input type=\"{Type}\" {common}{(Type is "password" or "file" || value.Length == 0 ? "" : $" value=\"{value}\"")}>");
    }
}
