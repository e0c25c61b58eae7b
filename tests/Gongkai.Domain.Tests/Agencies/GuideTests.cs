using Gongkai.Domain.Agencies;

namespace Gongkai.Domain.Tests.Agencies;

/// <summary>What a guide says: something, a true 无, or nothing yet.</summary>
public sealed class GuideTests
{
    [Theory(DisplayName = "没有填和填“无”是两回事")]
    [InlineData(null, null)]
    [InlineData(" ", null)]
    [InlineData("无", "无")]
    [InlineData("无传真", "无")]
    [InlineData("0000-12345678", "0000-12345678")]
    public void Nothing_said_is_not_none(string? written, string? stored)
    {
        var answer = GuideAnswer.Read(written);
        Assert.Equal(stored, answer?.ToString());
        Assert.Equal(stored == "无", answer?.IsNone ?? false);
        Assert.Equal(answer, GuideAnswer.Read(stored));
    }

    [Theory(DisplayName = "当面和邮寄不能关闭；其他渠道开通要写明从哪里提交")]
    [InlineData(ApplicationChannel.Counter, false, null, "channel.basic")]
    [InlineData(ApplicationChannel.Post, false, null, "channel.basic")]
    [InlineData(ApplicationChannel.Counter, true, null, null)]
    [InlineData(ApplicationChannel.Fax, false, null, null)]
    [InlineData(ApplicationChannel.Fax, true, " ", "channel.reach")]
    [InlineData(ApplicationChannel.Email, true, "gongkai@example.invalid", null)]
    [InlineData(ApplicationChannel.Web, true, "登录政务网", "page.address")]
    [InlineData(ApplicationChannel.Web, true, "https://www.shifanqu.example/shenqing", null)]
    [Law("国办公开办函〔2017〕19号")]
    public void The_two_basic_channels_stay_open(ApplicationChannel channel, bool open, string? reach, string? refusal) =>
        Assert.Equal(refusal, ApplicationChannels.Forbids(channel, open, reach)?.Code);

    [Theory(DisplayName = "栏目网址：https 开头、不带用户名口令")]
    [InlineData("https://www.shifanqu.example/shuiwu", null)]
    [InlineData("http://www.shifanqu.example/shuiwu", "page.address")]
    [InlineData("www.shifanqu.example", "page.address")]
    [InlineData("javascript:alert(1)", "page.address")]
    [InlineData("https://wang:mima@www.shifanqu.example/", "page.secret")]
    public void A_column_is_a_plain_address(string text, string? refusal) => Assert.Equal(refusal, PageAddress.Parse(text).Refusal?.Code);
}
