using Gongkai.Domain.Agencies;

namespace Gongkai.Domain.Tests.Agencies;

/// <summary>The two codes of a body: where it is, and who it is.</summary>
public sealed class CodeTests
{
    [Theory(DisplayName = "行政区划代码：6 位到县，9 位到乡镇，12 位到村")]
    [InlineData("990000", null, "region.province")]
    [InlineData("330000", null, null)]
    [InlineData("330100", "330000", null)]
    [InlineData("330106", "330100", null)]
    [InlineData("330106003", "330106", null)]
    [InlineData("330106003012", "330106003", null)]
    [InlineData("33010", null, "region.form")]
    [InlineData("33010６", null, "region.form")]
    [InlineData("3301060031", null, "region.form")]
    [InlineData("330100003", null, "region.county")]
    [InlineData("330006", null, "region.gap")]
    public void A_region_code_has_a_form(string text, string? above, string? refusal)
    {
        var code = RegionCode.Parse(text);
        Assert.Equal(refusal, code.Refusal?.Code);
        if (refusal is null) Assert.Equal(above, code.Value.Above?.Text);
    }

    [Theory(DisplayName = "统一社会信用代码：校验位按 GB 32100")]
    [InlineData("91350100M000100Y43", null)]
    [InlineData("11100000000013127D", null)]
    [InlineData("11100000000013127d", null)]
    [InlineData("11990100MB0000001T", null)]
    [InlineData("11990100MB0000001X", "credit-code.check")]
    [InlineData("1199O100MB0000001T", "credit-code.letter")]
    [InlineData("11990100MB000000", "credit-code.length")]
    public void A_social_credit_code_checks_itself(string text, string? refusal) =>
        Assert.Equal(refusal, SocialCreditCode.Parse(text).Refusal?.Code);

    [Fact(DisplayName = "统一社会信用代码：任一位录错都查得出")]
    public void Every_single_slip_is_found()
    {
        const string Good = "91350100M000100Y43";
        const string Letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var taken =
            from place in Enumerable.Range(0, Good.Length)
            from letter in Letters
            where letter != Good[place] && !SocialCreditCode.Parse(Good[..place] + letter + Good[(place + 1)..]).IsRefused
            select (place, letter);
        Assert.Empty(taken);
    }
}
