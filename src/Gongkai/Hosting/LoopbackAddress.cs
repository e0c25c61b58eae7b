using System.Net;
using Gongkai.Domain;

namespace Gongkai.Hosting;

/// <summary>An address of this machine only. What leaves the machine needs a certificate and a sign-in, which this version does not have.</summary>
/// <param name="Host">As it is printed: <c>localhost</c>, <c>127.0.0.1</c> or <c>[::1]</c>.</param>
/// <param name="Port">0 for a free one.</param>
internal sealed record LoopbackAddress(string Host, int Port)
{
    public const string Default = "http://localhost:5080";

    /// <summary>Reads an address; one that is not on this machine, or is not HTTP, is refused.</summary>
    public static Outcome<LoopbackAddress> Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.AbsolutePath != "/")
            return new Refusal("serve.address", $"“{text}”不是地址。请写成 http://localhost:端口，例如 --urls {Default}。");
        if (address.Scheme == "https")
            return new Refusal("serve.https", $"这个版本只在本机提供服务，还不能使用证书。请改用 --urls {Default}。");
        if (address.Host != "localhost" && !(IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip)))
            return new Refusal("serve.not-loopback", $"“{text}”会让别的机器不加密地访问；这个版本只在本机提供服务。请改用 --urls {Default}，在这台机器上打开。");
        return new LoopbackAddress(address.Host, address.Port);
    }
}
