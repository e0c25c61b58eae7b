using Gongkai.App.Outbox;
using Gongkai.App.Outbox.Adapters;
using Gongkai.Testing;

namespace Gongkai.App.Tests.Outbox;

/// <summary>The ways out, against real servers on the other side.</summary>
public sealed class AdapterTests
{
    private const string Sender = "政务公开系统 <gongkai@example.gov.cn>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static OutgoingMessage To(string address, string? shape = null) => new(Guid.CreateVersion7(), address, OutsideText.Of(Data.MessageKind.DueSoon, false, null), shape);

    [Fact(DisplayName = "真的 SMTP 服务器：不加密、STARTTLS 加登录、SMTPS 都送到；证书、口令、收件人不对的各有原因")]
    public async Task Mails_reach_a_real_server()
    {
        await using var server = await MailServer.StartAsync();
        var plain = new MailSettings("127.0.0.1", server.PlainPort, MailSecurity.None, null, null, Sender, null);
        var startTls = new MailSettings("localhost", server.StartTlsPort, MailSecurity.StartTls, MailServer.User, MailServer.Password, Sender, server.Fingerprint);
        var implicitTls = plain with { Port = server.ImplicitTlsPort, Security = MailSecurity.ImplicitTls, Fingerprint = server.Fingerprint };
        foreach (var (settings, encrypted, user) in ((MailSettings, bool, string?)[])[(plain, false, null), (startTls, true, MailServer.User), (implicitTls, true, null)])
        {
            var message = To("li@example.gov.cn");
            Assert.Null(await SendAsync(settings, message));
            var mail = await server.TakeAsync();
            Assert.Equal(("gongkai@example.gov.cn", "li@example.gov.cn", encrypted, user), (mail.From, mail.To, mail.Encrypted, mail.User));
            var read = await MimeKit.MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail.Raw)), Cancellation);
            Assert.Equal("您有1件待办，请登录办理。", read.TextBody?.Trim());
            Assert.Equal($"{message.Id:N}@example.gov.cn", read.MessageId);
            Assert.Equal("auto-generated", read.Headers["Auto-Submitted"]);
        }

        Assert.Equal("与邮件服务器的加密连接没有建立：证书不受信任，或者加密方式不对", (await SendAsync(startTls with { Fingerprint = null }, To("li@example.gov.cn")))?.Reason);
        Assert.Equal("邮件服务器不接受用户名或密码", (await SendAsync(startTls with { Password = "bu-dui" }, To("li@example.gov.cn")))?.Reason);
        Assert.Equal("邮件服务器不支持所配置的加密方式", (await SendAsync(plain with { Security = MailSecurity.StartTls }, To("li@example.gov.cn")))?.Reason);
        Assert.Equal(new SendFailure("邮件服务器不接受这个收件地址（550）", IsFinal: true), await SendAsync(plain, To("nobody@example.gov.cn")));
        Assert.Equal("连不上邮件服务器，或者连接中断", (await SendAsync(plain with { Port = 1 }, To("li@example.gov.cn")))?.Reason);
    }

    [Fact(DisplayName = "短信网关的模板：网址、报文、表头里的值按所在之处转义，成功按约定判断")]
    public async Task A_gateway_is_described_by_a_template()
    {
        await using var receiver = await HttpReceiver.StartAsync();
        var form = new SmsSettings($"{receiver.Address}sms", "POST", new Dictionary<string, string>(), "mobile={mobile}&content={text}", "application/x-www-form-urlencoded", new SuccessTest("<code>2</code>", null, null));
        receiver.Answer = "<r><code>2</code></r>";
        using (var adapter = new SmsAdapter(OutboxSettings.Nothing with { Sms = form })) Assert.Null(await adapter.SendAsync(To("13800000000"), Cancellation));
        Assert.Equal($"mobile=13800000000&content={Uri.EscapeDataString("您有1件待办，请登录办理。")}", receiver.Calls[0].Body);

        var get = new SmsSettings($"{receiver.Address}sms?m={{mobile}}&t={{text}}", "GET", new Dictionary<string, string>(), null, "", new SuccessTest(null, null, null));
        using (var adapter = new SmsAdapter(OutboxSettings.Nothing with { Sms = get })) Assert.Null(await adapter.SendAsync(To("+86 1\"3"), Cancellation));
        Assert.StartsWith("/sms?m=%2B86%201%223&t=%E6%82%A8", receiver.Calls[1].Path, StringComparison.Ordinal);

        // A redirect is not followed: it could lead anywhere.
        (receiver.Status, receiver.Answer) = (302, "");
        using (var adapter = new SmsAdapter(OutboxSettings.Nothing with { Sms = get })) Assert.Equal("短信网关没有收下（HTTP 302）", (await adapter.SendAsync(To("1"), Cancellation))?.Reason);
    }

    [Theory(DisplayName = "机器人只能在认识的主机上：别的地址不许填，填过的也不去调")]
    [InlineData("https://oapi.dingtalk.com/robot/send?access_token=1", true)]
    [InlineData("http://oapi.dingtalk.com/robot/send", false)]
    [InlineData("https://oapi.dingtalk.com:8443/robot/send", false)]
    [InlineData("https://oapi.dingtalk.com.example.invalid/robot", false)]
    [InlineData("https://user@oapi.dingtalk.com/robot", false)]
    [InlineData("http://169.254.169.254/latest", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("http://robot.office:8080/send", true)]
    public async Task A_robot_opens_no_way_into_the_network(string address, bool allowed)
    {
        var settings = OutboxSettings.Nothing with { RobotHosts = ["robot.office:8080"] };
        Assert.Equal(allowed, RobotShapes.Forbids(RobotShapes.Find("dingtalk")!, address, settings) is null);
        if (allowed) return;
        using var adapter = new RobotAdapter(settings);
        Assert.True((await adapter.SendAsync(To(address, "dingtalk"), Cancellation))!.IsFinal);
    }

    private static Task<SendFailure?> SendAsync(MailSettings settings, OutgoingMessage message) =>
        new EmailAdapter(OutboxSettings.Nothing with { Mail = settings }, TestHouse.NewClock()).SendAsync(message, Cancellation);
}
