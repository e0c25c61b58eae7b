using System.Text.Json;
using Gongkai.Domain;

namespace Gongkai.Hosting;

/// <summary>A settings file of the operator (设置文件): JSON, each key known, every mistake a sentence that names it.</summary>
internal sealed class SettingsFile
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly string _file;
    private readonly JsonElement _root;

    private SettingsFile(string file, JsonElement root) => (_file, _root) = (file, root);

    /// <summary>Reads a file that may hold these keys and no others.</summary>
    public static Outcome<SettingsFile> Read(string file, params string[] keys)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file), Lenient);
            var root = document.RootElement.Clone();
            if (root.ValueKind != JsonValueKind.Object) return Wrong(file, "应当是一个 JSON 对象");
            return root.EnumerateObject().Select(entry => entry.Name).FirstOrDefault(name => !keys.Contains(name)) is { } unknown
                ? Wrong(file, $"没有名为 {unknown} 的设置，可用的有 {string.Join("、", keys)}")
                : new SettingsFile(file, root);
        }
        catch (JsonException error)
        {
            return Wrong(file, $"第 {error.LineNumber + 1} 行不是 JSON");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Wrong(file, "读不到。请检查路径和权限");
        }
    }

    /// <summary>A text, or null where the key is missing.</summary>
    public string? Text(string key) => _root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Texts; none where the key is missing.</summary>
    public IReadOnlyList<string> Texts(string key) => _root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
        : [];

    /// <summary>A path, read from the folder the settings file is in.</summary>
    public string Near(string path) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(_file))!, path);

    /// <summary>The sentence for a setting that cannot be used.</summary>
    public Refusal Wrong(string what) => Wrong(_file, what);

    private static Refusal Wrong(string file, string what) => new("setting.wrong", $"设置文件 {file}：{what}。");
}
