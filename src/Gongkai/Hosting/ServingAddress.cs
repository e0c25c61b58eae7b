using System.Net;
using Gongkai.Domain;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Hosting;

/// <summary>Where the pages are to be (网页地址): scheme, host and port, and nothing behind them.</summary>
/// <param name="IsHttps">True for HTTPS.</param>
/// <param name="Host">As it was written: <c>localhost</c>, an address of this machine, a name, or <c>*</c> for all addresses.</param>
/// <param name="Port">0 for a free one.</param>
internal sealed record ServingAddress(bool IsHttps, string Host, int Port)
{
    public const string Default = "http://localhost:5080";

    /// <summary>True when only this machine can reach it.</summary>
    public bool IsLoopback => Host == "localhost" || (IP is { } ip && IPAddress.IsLoopback(ip));

    /// <summary>The address to listen at; null for <c>localhost</c> and for names, which stand for all addresses.</summary>
    public IPAddress? IP => IPAddress.TryParse(Host.Trim('[', ']'), out var ip) ? ip : null;

    /// <summary>Reads one address.</summary>
    public static Outcome<ServingAddress> Parse(string text)
    {
        var wrong = new Refusal("serve.address", $"“{text}”不是地址。请写成 http://localhost:端口 或 https://地址:端口，例如 --urls {Default}；多个地址用分号隔开。");
        try
        {
            var address = BindingAddress.Parse(text);
            return address.Scheme is "http" or "https" && address.PathBase.Length == 0 && address.Port is >= 0 and <= 65535 && address.Host is { Length: > 0 }
                ? new ServingAddress(address.Scheme == "https", address.Host == "+" ? "*" : address.Host, address.Port)
                : wrong;
        }
        catch (FormatException)
        {
            return wrong;
        }
    }

    /// <summary>As a browser on this machine would type it.</summary>
    /// <param name="port">The port it really has.</param>
    public Uri Open(int port) => new UriBuilder(
        IsHttps ? Uri.UriSchemeHttps : Uri.UriSchemeHttp, Host == "*" || Equals(IP, IPAddress.Any) || Equals(IP, IPAddress.IPv6Any) ? "localhost" : Host, port).Uri;

    /// <inheritdoc/>
    public override string ToString() => $"{(IsHttps ? "https" : "http")}://{Host}:{Port}";
}
