using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Domain.Ledger;

/// <summary>
/// The one written form (规范形式) of a fact: RFC 8785 restricted to objects, arrays, strings, integers, booleans and null.
/// Equal facts give equal bytes on every machine, so that a hash over them can be recomputed by anybody.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Largest integer that every JSON reader keeps exactly: 2^53 − 1.</summary>
    public const long MaxInteger = 9_007_199_254_740_991;

    /// <summary>Writes a node in canonical form.</summary>
    /// <exception cref="FormatException">A fraction, an integer beyond ±<see cref="MaxInteger"/> or a lone surrogate.</exception>
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject fields:
                AppendObject(text, fields);
                break;
            case JsonArray items:
                text.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    if (i > 0) text.Append(',');
                    Append(text, items[i]);
                }
                text.Append(']');
                break;
            default:
                AppendScalar(text, node);
                break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonObject fields)
    {
        text.Append('{');
        var first = true;
        // RFC 8785 §3.2.3 sorts by UTF-16 code units, which is what ordinal comparison does.
        foreach (var (key, value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (!first) text.Append(',');
            first = false;
            AppendString(text, key);
            text.Append(':');
            Append(text, value);
        }
        text.Append('}');
    }

    private static void AppendScalar(StringBuilder text, JsonNode node)
    {
        switch (node.GetValueKind())
        {
            case JsonValueKind.True:
                text.Append("true");
                break;
            case JsonValueKind.False:
                text.Append("false");
                break;
            case JsonValueKind.String:
                AppendString(text, node.GetValue<string>());
                break;
            case JsonValueKind.Number:
                text.Append(Integer(node).ToString(CultureInfo.InvariantCulture));
                break;
            default:
                throw new FormatException($"{node.GetValueKind()} has no canonical form.");
        }
    }

    private static long Integer(JsonNode node)
    {
        if (!long.TryParse(node.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) > MaxInteger)
            throw new FormatException($"{node.ToJsonString()} is no integer a fact can hold.");
        return number;
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var letter = value[i];
            if (char.IsSurrogate(letter))
            {
                if (!char.IsHighSurrogate(letter) || i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1]))
                    throw new FormatException("A lone surrogate has no canonical form.");
                text.Append(letter).Append(value[++i]);
                continue;
            }
            switch (letter)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ': text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture)); break;
                default: text.Append(letter); break;
            }
        }
        text.Append('"');
    }
}
