using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Documents.Json;

/// <summary>Writes JSON that people can read as well (易读的 JSON): Chinese unescaped, and what fits on a line stands on a line.</summary>
public sealed class ReadableJson
{
    private const int LineLength = 140;

    private readonly StringBuilder _text = new();
    private readonly bool _indented;

    private ReadableJson(bool indented) => _indented = indented;

    /// <summary>Everything on one line, for JSON Lines; without a line feed.</summary>
    public static string WriteLine(JsonNode node) => new ReadableJson(indented: false).Append(node, null);

    /// <summary>Indented, a row of numbers to a line; ends with a line feed.</summary>
    public static string Write(JsonNode node) => new ReadableJson(indented: true).Append(node, 0) + "\n";

    private string Append(JsonNode node, int? depth)
    {
        AppendNode(node, depth);
        return _text.ToString();
    }

    /// <summary>Appends a node; its depth is null inside a line.</summary>
    private void AppendNode(JsonNode? node, int? depth)
    {
        switch (node)
        {
            case JsonObject fields:
                AppendParts('{', [.. fields.Select(field => ((string?)field.Key, field.Value))], '}', depth);
                break;
            case JsonArray items:
                AppendParts('[', [.. items.Select(item => ((string?)null, item))], ']', depth);
                break;
            case not null when node.GetValueKind() == JsonValueKind.String:
                AppendString(node.GetValue<string>());
                break;
            default:
                _text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private void AppendParts(char open, IReadOnlyList<(string? Key, JsonNode? Value)> parts, char close, int? depth)
    {
        // The outermost object is always broken up, so that its keys stand below each other.
        var inner = depth is { } here && (here == 0 || !FitsOnLine(parts)) && parts.Count > 0 ? depth + 1 : null;
        _text.Append(open);
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) _text.Append(_indented && inner is null ? ", " : ",");
            if (inner is { } level) _text.Append('\n').Append(' ', level);
            if (parts[i].Key is { } name)
            {
                AppendString(name);
                _text.Append(_indented ? ": " : ":");
            }
            AppendNode(parts[i].Value, inner);
        }
        if (inner is not null) _text.Append('\n').Append(' ', depth!.Value);
        _text.Append(close);
    }

    /// <summary>Plain parts stand on one line however long, as the text of a section does; others where there is room.</summary>
    private static bool FitsOnLine(IReadOnlyList<(string? Key, JsonNode? Value)> parts) =>
        parts.All(part => part.Value is null or JsonValue) || parts.Sum(part => Length(part.Key, part.Value)) <= LineLength;

    private static int Length(string? key, JsonNode? value) => (key?.Length + 4 ?? 2) + value switch
    {
        JsonObject fields => fields.Sum(field => Length(field.Key, field.Value)),
        JsonArray items => items.Sum(item => Length(null, item)),
        _ => value?.ToJsonString().Length ?? 4,
    };

    private void AppendString(string value)
    {
        _text.Append('"');
        foreach (var letter in value)
        {
            switch (letter)
            {
                case '"': _text.Append("\\\""); break;
                case '\\': _text.Append("\\\\"); break;
                case '\n': _text.Append("\\n"); break;
                case '\r': _text.Append("\\r"); break;
                case '\t': _text.Append("\\t"); break;
                // Line separators are legal in JSON, but end a line for many readers of JSON Lines.
                case < ' ' or '\u2028' or '\u2029' or '\u0085':
                    _text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default: _text.Append(letter); break;
            }
        }
        _text.Append('"');
    }
}
