using Gongkai.App.Outbox;
using Gongkai.Testing;

namespace Gongkai.App.Tests.Outbox;

public sealed class OutboxSettingsTests
{
    [Fact(DisplayName = "outbox.json：口令写在环境变量里，端口按加密方式取，报文可以写成对象")]
    public void Secrets_come_from_the_environment()
    {
        var settings = OutboxSettingsFile.Parse("""
            { // 说明
              "publicAddress": "https://gk.example.gov.cn",
              "mail": { "host": "smtp.example.gov.cn", "security": "implicitTls", "user": "gongkai", "password": "${GK_MAIL}", "sender": "公开 <gk@example.gov.cn>" },
              "sms": { "url": "https://sms.example.gov.cn/{mobile}", "headers": { "Authorization": "Bearer ${GK_SMS}" }, "body": { "t": "{text}" }, "success": { "field": "result.code", "equals": "ok" } },
              "robotHosts": ["robot.office:8080"],
            }
            """, "outbox.json", name => name is "GK_MAIL" or "GK_SMS" ? $"mi{name}" : null).Value;
        Assert.Equal(("miGK_MAIL", 465), (settings.Mail!.Password, settings.Mail.Port));
        Assert.Equal("Bearer miGK_SMS", settings.Sms!.Headers["Authorization"]);
        Assert.Equal("""{ "t": "{text}" }""", settings.Sms.Body);
        Assert.True(settings.Sms.Success.Passes("""{"result":{"code":"ok"}}"""));
        Assert.False(settings.Sms.Success.Passes("<html>"));
        Assert.Equal("https://gk.example.gov.cn/desk", settings.DeskAddress!.ToString());
    }

    [Theory(DisplayName = "写错的设置：一句话说出哪里错")]
    [InlineData("{", "不是正确的 JSON")]
    [InlineData("[]", "应当是一组")]
    [InlineData("""{"mail":{"host":"h"}}""", "没有写 mail.sender")]
    [InlineData("""{"mail":{"host":"h","sender":"没有地址"}}""", "mail.sender 不是邮件地址")]
    [InlineData("""{"mail":{"host":"h","sender":"a@b.cn","port":"25"}}""", "port 应当是")]
    [InlineData("""{"mail":{"host":"h","sender":"a@b.cn","security":"ssl"}}""", "mail.security 没有“ssl”")]
    [InlineData("""{"mail":{"host":"h","sender":"a@b.cn","password":"${MEIYOU}"}}""", "没有环境变量 MEIYOU")]
    [InlineData("""{"mail":{"host":"h","sender":"a@b.cn","fingerprint":"12"}}""", "mail.fingerprint 不是证书")]
    [InlineData("""{"sms":{"url":"ftp://x"}}""", "不是网址")]
    [InlineData("""{"publicAddress":"gk.example.gov.cn"}""", "不是网址")]
    public void A_fault_is_told_in_a_sentence(string json, string what) =>
        Assert.Contains(what, OutboxSettingsFile.Parse(json, "outbox.json", _ => null).Refusal!.Message, StringComparison.Ordinal);

    [Fact(DisplayName = "没有设置文件：桌面之外什么也不发")]
    public void Without_a_file_nothing_goes_out() => Assert.Equal(OutboxSettings.Nothing, OutboxSettingsFile.Read(TestHouse.NewFolder()).Value);
}
