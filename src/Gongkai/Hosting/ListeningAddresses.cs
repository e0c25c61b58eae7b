using System.Net;
using System.Net.Security;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Gongkai.Hosting;

/// <summary>Opens the ports of a plan.</summary>
internal static class ListeningAddresses
{
    public static void Listen(this KestrelServerOptions kestrel, ServingPlan plan)
    {
        foreach (var address in plan.Addresses)
        {
            Action<ListenOptions> dress = address.IsHttps ? Dress(plan) : _ => { };
            if (address is { Host: "localhost", Port: not 0 }) kestrel.ListenLocalhost(address.Port, dress);
            else if (address.IP is { } ip) kestrel.Listen(ip, address.Port, dress);
            else if (address.IsLoopback) kestrel.Listen(IPAddress.Loopback, address.Port, dress);
            else kestrel.ListenAnyIP(address.Port, dress);
        }
    }

    private static Action<ListenOptions> Dress(ServingPlan plan)
    {
        var certificate = plan.Certificate!;
        var asksForCertificates = plan.ClientCertificates is { Header: null };
        // Naming the authorities keeps browsers from asking a citizen, who has certificates for other things, to choose one.
        var trust = asksForCertificates && OperatingSystem.IsLinux()
            ? SslCertificateTrust.CreateForX509Collection(plan.ClientCertificates!.Trust.Authorities, sendTrustInHandshake: true)
            : null;
        var context = SslStreamCertificateContext.Create(certificate.Certificate, certificate.Chain, offline: true, trust);
        return listen => listen.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificate = certificate.Certificate,
            ServerCertificateChain = certificate.Chain,
            ClientCertificateMode = asksForCertificates ? ClientCertificateMode.AllowCertificate : ClientCertificateMode.NoCertificate,
            // Whether one is good is told on the page, in words: a broken handshake tells nobody that a certificate has expired.
            ClientCertificateValidation = (_, _, _) => true,
            OnAuthenticate = (_, tls) => tls.ServerCertificateContext = context,
        });
    }
}
