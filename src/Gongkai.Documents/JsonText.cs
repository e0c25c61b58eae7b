using System.Text;
using System.Text.Json;
using Gongkai.Domain;

namespace Gongkai.Documents;

/// <summary>Small JSON files that people write by hand (手写的 JSON 文件): read with bounds, and every fault told in a sentence.</summary>
internal static class JsonText
{
    /// <summary>No file of this kind is longer.</summary>
    public const int MaxBytes = 1 << 20;

    private const int MaxDepth = 8;

    /// <summary>Parses an object or array.</summary>
    /// <param name="stream">UTF-8, with or without a byte order mark.</param>
    /// <param name="what">What the file should be, for the sentence.</param>
    public static Outcome<JsonDocument> Parse(Stream stream, string what)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > MaxBytes) return new Refusal("json.too-large", $"文件超过 {MaxBytes >> 20} MB，不是{what}。");
        }
        if (buffer.Length == 0) return new Refusal("json.empty", $"文件是空的，不是{what}。");
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)).TrimStart('\uFEFF');
            RefuseHalfLetters(text);
            return JsonDocument.Parse(text, new JsonDocumentOptions
            {
                MaxDepth = MaxDepth,
                AllowDuplicateProperties = false,
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
            });
        }
        catch (DecoderFallbackException)
        {
            return new Refusal("json.encoding", $"文件不是 UTF-8 文字，不能作为{what}读取；请另存为 UTF-8 编码的 JSON 文件。");
        }
        catch (InvalidOperationException)
        {
            return new Refusal("json.half-letter", $"文件里有不成字的字符（\\ud800 之类），不能作为{what}读取。");
        }
        catch (JsonException error)
        {
            return new Refusal("json.malformed", $"文件不是正确的 JSON（第 {error.LineNumber + 1} 行附近），不能作为{what}读取。");
        }
    }

    /// <summary>JSON can escape half a letter, which no string can hold: found here, so that reading a string later cannot fail.</summary>
    /// <exception cref="InvalidOperationException">There is one.</exception>
    private static void RefuseHalfLetters(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions
        {
            MaxDepth = MaxDepth,
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
        });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
        }
    }
}
