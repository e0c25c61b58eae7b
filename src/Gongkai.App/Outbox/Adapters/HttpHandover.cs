using System.Globalization;
using System.Text;

namespace Gongkai.App.Outbox.Adapters;

/// <summary>
/// Hands a message to another system by HTTP (网关、机器人): follows no redirect, waits not long, and believes only the success that was
/// described. What is put into a template is escaped for where it stands.
/// </summary>
internal sealed class HttpHandover : IDisposable
{
    private const int LongestAnswer = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    public async Task<SendFailure?> SendAsync(HttpRequestMessage request, SuccessTest success, string receiver, CancellationToken cancellation)
    {
        try
        {
            using var response = await _client.SendAsync(request, cancellation);
            if (!response.IsSuccessStatusCode)
                return new SendFailure(string.Create(CultureInfo.InvariantCulture, $"{receiver}没有收下（HTTP {(int)response.StatusCode}）"));
            return success.Passes(await response.Content.ReadAsStringAsync(cancellation)) ? null : new SendFailure($"{receiver}的回答不是所约定的成功");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendFailure($"{receiver}没有及时回答");
        }
        catch (HttpRequestException)
        {
            return new SendFailure($"连不上{receiver}，或者它的回答太长");
        }
    }

    /// <summary>Puts values into a body of a media type.</summary>
    public static StringContent Body(string template, string mediaType, IReadOnlyDictionary<string, string> values) => new(
        Fill(template, values, mediaType.Contains("json", StringComparison.OrdinalIgnoreCase) ? InJson
            : mediaType.Contains("urlencoded", StringComparison.OrdinalIgnoreCase) ? Uri.EscapeDataString
            : mediaType.Contains("xml", StringComparison.OrdinalIgnoreCase) ? text => System.Security.SecurityElement.Escape(text)!
            : text => text),
        Encoding.UTF8, mediaType);

    /// <summary>Puts values into a template.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values, Func<string, string> escape) =>
        values.Aggregate(template, (text, value) => text.Replace($"{{{value.Key}}}", escape(value.Value), StringComparison.Ordinal));

    public void Dispose() => _client.Dispose();

    private static string InJson(string text) => System.Text.Json.JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
}
