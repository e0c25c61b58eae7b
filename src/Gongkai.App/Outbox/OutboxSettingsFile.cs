using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.Domain;

namespace Gongkai.App.Outbox;

/// <summary>
/// Reads the settings of the house for messages (读取对外通知的设置) from <c>outbox.json</c> in the data folder, or from the file that the
/// environment names. <c>${NAME}</c> in a value stands for the variable of that name, so that no password need lie in the file.
/// </summary>
public static partial class OutboxSettingsFile
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "outbox.json";

    /// <summary>Environment variable that names another file.</summary>
    public const string FileVariable = "GONGKAI_OUTBOX_FILE";

    /// <summary>Reads them; without a file there is nothing outside the desk.</summary>
    /// <param name="folder">The data folder.</param>
    public static Outcome<OutboxSettings> Read(string folder)
    {
        var named = Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } file ? file : null;
        var path = named ?? Path.Combine(folder, FileName);
        if (named is null && !File.Exists(path)) return OutboxSettings.Nothing;
        try
        {
            return Parse(File.ReadAllText(path), path, Environment.GetEnvironmentVariable);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal("outbox.unreachable", $"“{path}”打不开，不知道消息怎样发出。请检查路径和权限；不对外发消息的，删去它即可。");
        }
    }

    internal static Outcome<OutboxSettings> Parse(string json, string path, Func<string, string?> variable)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false });
            var fields = new Fields(document.RootElement, variable);
            return new OutboxSettings(
                fields.Text("publicAddress") is { } address ? Address(address) : null,
                fields.Part("mail") is { } mail ? Mail(mail) : null,
                fields.Part("sms") is { } sms ? Sms(sms) : null,
                fields.Texts("robotHosts"));
        }
        catch (JsonException error)
        {
            return Wrong(path, $"第 {error.LineNumber + 1} 行附近不是正确的 JSON");
        }
        catch (FormatException error)
        {
            return Wrong(path, error.Message);
        }
    }

    private static MailSettings Mail(Fields mail)
    {
        var security = mail.Text("security") ?? EnumCode<MailSecurity>.Of(MailSecurity.StartTls);
        if (!EnumCode<MailSecurity>.TryParse(security, out var kind)) throw new FormatException($"mail.security 没有“{security}”，可以写 {string.Join("、", EnumCode<MailSecurity>.All)}");
        var sender = mail.Needed("mail", "sender");
        if (!MimeKit.MailboxAddress.TryParse(sender, out var mailbox) || mailbox.Domain.Length == 0) throw new FormatException("mail.sender 不是邮件地址，请写成“政务公开系统 <gongkai@example.gov.cn>”这样");
        var port = mail.Number("port") ?? (kind == MailSecurity.ImplicitTls ? 465 : kind == MailSecurity.StartTls ? 587 : 25);
        var fingerprint = mail.Text("fingerprint")?.Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();
        if (fingerprint is not null && !Sha256().IsMatch(fingerprint)) throw new FormatException("mail.fingerprint 不是证书的 SHA-256 指纹（64 位十六进制）");
        return new MailSettings(mail.Needed("mail", "host"), port, kind, mail.Text("user"), mail.Text("password"), sender, fingerprint);
    }

    private static SmsSettings Sms(Fields sms)
    {
        var address = sms.Needed("sms", "url");
        Address(address.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
        var success = sms.Part("success");
        return new SmsSettings(
            address, sms.Text("method")?.ToUpperInvariant() ?? "POST", sms.Pairs("headers"), sms.Text("body"), sms.Text("contentType") ?? "application/json",
            new SuccessTest(success?.Text("contains"), success?.Text("field"), success?.Text("equals")));
    }

    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
        ? address
        : throw new FormatException($"“{text}”不是网址");

    private static Refusal Wrong(string path, string what) => new("outbox.settings", $"“{path}”写得不对：{what}。请改正后再启动；不对外发消息的，删去它即可。");

    [GeneratedRegex("^[0-9A-F]{64}$")]
    private static partial Regex Sha256();

    [GeneratedRegex(@"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Variable();

    /// <summary>The fields of an object, with variables put in.</summary>
    private sealed class Fields
    {
        private readonly JsonElement _element;
        private readonly Func<string, string?> _variable;

        public Fields(JsonElement element, Func<string, string?> variable)
        {
            if (element.ValueKind != JsonValueKind.Object) throw new FormatException("应当是一组“名称: 值”");
            (_element, _variable) = (element, variable);
        }

        public string? Text(string name) => Find(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } value => Filled(value.GetString()!) is { Length: > 0 } text ? text : null,
            // A body may be written as an object: readable, and the same thing.
            { ValueKind: JsonValueKind.Object } value when name == "body" => Filled(value.GetRawText()),
            _ => throw new FormatException($"{name} 应当是文字"),
        };

        public string Needed(string part, string name) => Text(name) ?? throw new FormatException($"没有写 {part}.{name}");

        public int? Number(string name) => Find(name) is not { } value ? null
            : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number is > 0 and < 65536 ? number
            : throw new FormatException($"{name} 应当是 1 到 65535 的数");

        public Fields? Part(string name) => Find(name) is { } value ? new Fields(value, _variable) : null;

        public IReadOnlyList<string> Texts(string name) => Find(name) is not { } value ? []
            : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
                ? [.. value.EnumerateArray().Select(item => Filled(item.GetString()!))]
                : throw new FormatException($"{name} 应当是一列文字");

        public Dictionary<string, string> Pairs(string name) => Find(name) is not { } value ? []
            : value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(item => item.Value.ValueKind == JsonValueKind.String)
                ? value.EnumerateObject().ToDictionary(item => item.Name, item => Filled(item.Value.GetString()!))
                : throw new FormatException($"{name} 应当是一组“名称: 文字”");

        private JsonElement? Find(string name) => _element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

        private string Filled(string text) => Variable().Replace(text, match =>
            _variable(match.Groups[1].Value) ?? throw new FormatException($"没有环境变量 {match.Groups[1].Value}"));
    }
}
