using System.Security.Cryptography;
using System.Text;
using Gongkai.Domain.Approvals;

namespace Gongkai.Domain.Tests.Approvals;

public sealed class SheetCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly string Manifest = $"sha256:{Convert.ToHexStringLower(SHA256.HashData("内容"u8))}";

    private static readonly SheetCode Code = SheetCode.Of(SheetCode.MatterOf(SHA256.HashData("编号"u8)), Manifest);

    [Fact(DisplayName = "内容码印成四个一组，小写、空格、把 0 看成 O 都读得回来")]
    public void A_code_is_read_as_people_type_it()
    {
        Assert.Equal(28, Code.ToString().Replace("-", "", StringComparison.Ordinal).Length);
        var typed = new StringBuilder(Code.ToString().ToLowerInvariant()).Replace('0', 'o').Replace('1', 'l').Replace("-", "  ").ToString();
        Assert.Equal(Code, SheetCode.Read(typed).Value);
        Assert.True(Code.IsOf(Manifest));
        Assert.False(Code.IsOf(Manifest.Replace('a', 'b')));
    }

    [Fact(DisplayName = "任何一个字符看错、任何两个字符颠倒，校验位都能发现")]
    public void Every_slip_is_found()
    {
        var code = Code.ToString().Replace("-", "", StringComparison.Ordinal);
        for (var i = 0; i < code.Length; i++)
        {
            foreach (var letter in Alphabet.Where(letter => letter != code[i]))
                Assert.Equal("sheet.code-damaged", SheetCode.Read($"{code[..i]}{letter}{code[(i + 1)..]}").Refusal?.Code);
        }
        for (var first = 0; first < SheetCode.MatterLength + 16; first++)
        {
            for (var second = first + 1; second < SheetCode.MatterLength + 16; second++)
            {
                if (code[first] == code[second]) continue;
                var swapped = code.ToCharArray();
                (swapped[first], swapped[second]) = (swapped[second], swapped[first]);
                Assert.Equal("sheet.code-damaged", SheetCode.Read(new string(swapped)).Refusal?.Code);
            }
        }
    }

    [Theory(DisplayName = "不是内容码的，说明内容码是什么样")]
    [InlineData("")]
    [InlineData("https://example.invalid/")]
    [InlineData("0000-0000")]
    [InlineData("二维码二维码二维码二维码二维码二维码二维码二维码二维码二")]
    public void Other_codes_are_none_of_ours(string text) => Assert.Equal("sheet.no-code", SheetCode.Read(text).Refusal?.Code);
}
