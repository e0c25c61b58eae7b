using System.Text.Json.Nodes;

namespace Gongkai.App.Outbox;

/// <summary>How a mail server is spoken to (加密方式).</summary>
public enum MailSecurity
{
    /// <summary>STARTTLS：plain at first, encrypted before anything is said.</summary>
    StartTls,

    /// <summary>SMTPS：encrypted from the first byte.</summary>
    ImplicitTls,

    /// <summary>不加密：only for a server on the same machine or in the same room.</summary>
    None,
}

/// <summary>The mail server of the house (邮件服务器).</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How it is spoken to.</param>
/// <param name="User">User name, or null where the server asks for none.</param>
/// <param name="Password">Password, or null.</param>
/// <param name="Sender">Who the mail comes from, as <c>名称 &lt;地址&gt;</c>.</param>
/// <param name="Fingerprint">SHA-256 of the one certificate that is trusted beside those the system trusts: an office's own server often signs itself.</param>
public sealed record MailSettings(string Host, int Port, MailSecurity Security, string? User, string? Password, string Sender, string? Fingerprint);

/// <summary>When a gateway's answer means that it took the message (成功的标志). Whatever is not named is not asked for.</summary>
/// <param name="Contains">Text that the answer contains.</param>
/// <param name="Field">Name of a field of a JSON answer, its levels parted by dots.</param>
/// <param name="Value">What stands in it.</param>
public sealed record SuccessTest(string? Contains, string? Field, string? Value)
{
    /// <summary>Whether an answer with a good status code passes.</summary>
    public bool Passes(string answer)
    {
        if (Contains is not null && !answer.Contains(Contains, StringComparison.Ordinal)) return false;
        return Field is null || Read(answer) == Value;
    }

    private string? Read(string answer)
    {
        try
        {
            return Field!.Split('.').Aggregate(JsonNode.Parse(answer), (node, name) => (node as JsonObject)?[name])?.ToString();
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}

/// <summary>
/// The text message gateway of the house (短信网关): any that takes an HTTP request. In address, headers and body <c>{mobile}</c>, <c>{text}</c>
/// and <c>{id}</c> stand for number, text and the number of the delivery.
/// </summary>
/// <param name="Address">Address with placeholders.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Headers">Headers.</param>
/// <param name="Body">Body with placeholders, or null without one.</param>
/// <param name="ContentType">Media type of the body: it decides how what is put in is escaped.</param>
/// <param name="Success">When the answer means that it was taken.</param>
public sealed record SmsSettings(
    string Address, string Method, IReadOnlyDictionary<string, string> Headers, string? Body, string ContentType, SuccessTest Success);

/// <summary>What the house needs to tell people outside the desk (对外通知的设置). Everything works with none of it.</summary>
/// <param name="PublicAddress">Where the desk is reached by its people, or null: then messages carry no link.</param>
/// <param name="Mail">The mail server, or null.</param>
/// <param name="Sms">The gateway, or null.</param>
/// <param name="RobotHosts">Hosts a group robot may be on besides the two built-in ones, as <c>host</c> or <c>host:port</c>.</param>
public sealed record OutboxSettings(Uri? PublicAddress, MailSettings? Mail, SmsSettings? Sms, IReadOnlyList<string> RobotHosts)
{
    /// <summary>The desk's address as messages carry it, or null.</summary>
    public Uri? DeskAddress => PublicAddress is { } address ? new Uri($"{address.AbsoluteUri.TrimEnd('/')}/desk") : null;

    /// <summary>Nothing outside the desk.</summary>
    public static OutboxSettings Nothing { get; } = new(null, null, null, []);
}
