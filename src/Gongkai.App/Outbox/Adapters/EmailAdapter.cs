using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gongkai.App.Data;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Gongkai.App.Outbox.Adapters;

/// <summary>Mails by the house's server (电子邮件).</summary>
/// <param name="settings">The house's settings.</param>
/// <param name="clock">Clock of the house, for the date of the mail.</param>
public sealed class EmailAdapter(OutboxSettings settings, TimeProvider clock) : IMessageAdapter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public DeliveryMeans Means => DeliveryMeans.Email;

    /// <inheritdoc/>
    public async Task<SendFailure?> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        if (settings.Mail is not { } server) return new SendFailure("本平台没有配置邮件服务器", IsFinal: true);
        if (!MailboxAddress.TryParse(message.Address, out var recipient) || recipient.Domain.Length == 0) return new SendFailure("登记的邮件地址不能用", IsFinal: true);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds, CheckCertificateRevocation = false };
            client.ServerCertificateValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None || IsPinned(certificate, server.Fingerprint);
            await client.ConnectAsync(server.Host, server.Port, OptionOf(server.Security), patience.Token);
            if (server.User is not null) await client.AuthenticateAsync(server.User, server.Password ?? "", patience.Token);
            using var mail = Write(server, recipient, message);
            await client.SendAsync(mail, patience.Token);
            await client.DisconnectAsync(true, patience.Token);
            return null;
        }
        catch (Exception error) when (FailureOf(error, cancellation) is { } failure)
        {
            return failure;
        }
    }

    private MimeMessage Write(MailSettings server, MailboxAddress recipient, OutgoingMessage message)
    {
        var sender = MailboxAddress.Parse(server.Sender);
        var mail = new MimeMessage
        {
            Subject = OutsideText.Subject,
            Body = new TextPart("plain") { Text = message.Text },
            MessageId = $"{message.Id:N}@{sender.Domain}",
            Date = clock.GetUtcNow(),
        };
        mail.From.Add(sender);
        mail.To.Add(recipient);
        // No answer, no out-of-office note.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    // Servers quote addresses in what they say: only the number of the answer is kept.
    private static SendFailure? FailureOf(Exception error, CancellationToken cancellation) => error switch
    {
        OperationCanceledException when cancellation.IsCancellationRequested => null,
        OperationCanceledException or TimeoutException => new SendFailure("邮件服务器没有及时回答"),
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused when IsLasting(refused) =>
            new SendFailure(string.Create(CultureInfo.InvariantCulture, $"邮件服务器不接受这个收件地址（{(int)refused.StatusCode}）"), IsFinal: true),
        SmtpCommandException refused => new SendFailure(string.Create(CultureInfo.InvariantCulture, $"邮件服务器没有收下（{(int)refused.StatusCode}）")),
        AuthenticationException => new SendFailure("邮件服务器不接受用户名或密码"),
        SslHandshakeException => new SendFailure("与邮件服务器的加密连接没有建立：证书不受信任，或者加密方式不对"),
        NotSupportedException => new SendFailure("邮件服务器不支持所配置的加密方式"),
        SmtpProtocolException or IOException or System.Net.Sockets.SocketException => new SendFailure("连不上邮件服务器，或者连接中断"),
        _ => null,
    };

    private static bool IsLasting(SmtpCommandException refused) => (int)refused.StatusCode >= 500;

    private static SecureSocketOptions OptionOf(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.ImplicitTls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    private static bool IsPinned(X509Certificate? certificate, string? fingerprint) =>
        fingerprint is not null && certificate is not null && certificate.GetCertHashString(HashAlgorithmName.SHA256) == fingerprint;
}
