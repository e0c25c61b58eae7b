using CsCheck;
using Gongkai.Domain.Agencies;

namespace Gongkai.Domain.Tests;

/// <summary>A mask shows what its rule says and never more; what is odd is masked entirely.</summary>
public sealed class PersonalMaskTests
{
    [Theory(DisplayName = "个人信息的掩码，一类一个样子")]
    [InlineData(PersonalValue.IdentityNumber, "321302199001011234", "321302********1234")]
    [InlineData(PersonalValue.IdentityNumber, "32130219900101123x", "321302********123X")]
    [InlineData(PersonalValue.IdentityNumber, "321302 19900101 1234", "321302********1234")]
    [InlineData(PersonalValue.IdentityNumber, "321302900101123", "****")]
    [InlineData(PersonalValue.IdentityNumber, "G12345678", "****")]
    [InlineData(PersonalValue.MobilePhone, "13812345678", "138****5678")]
    [InlineData(PersonalValue.MobilePhone, "+86 138-1234-5678", "138****5678")]
    [InlineData(PersonalValue.MobilePhone, "１３８１２３４５６７８", "138****5678")]
    [InlineData(PersonalValue.MobilePhone, "12345", "****")]
    [InlineData(PersonalValue.MobilePhone, "13812345678转2", "****")]
    [InlineData(PersonalValue.Landline, "0511-84412345", "0511-****45")]
    [InlineData(PersonalValue.Landline, "（010）62345678", "010-****78")]
    [InlineData(PersonalValue.Landline, "84412345", "****")]
    [InlineData(PersonalValue.Email, "zhang.san@example.cn", "z***@example.cn")]
    [InlineData(PersonalValue.Email, "a@example.cn", "***@example.cn")]
    [InlineData(PersonalValue.Email, "没有邮箱", "****")]
    [InlineData(PersonalValue.Name, "张三", "张*")]
    [InlineData(PersonalValue.Name, "张三丰", "张**")]
    [InlineData(PersonalValue.Name, "欧阳测试", "欧阳**")]
    [InlineData(PersonalValue.Name, "欧阳", "欧*")]
    [InlineData(PersonalValue.Name, "张", "****")]
    [InlineData(PersonalValue.Name, "买买提·阿不都", "****")]
    [InlineData(PersonalValue.Name, "John Smith", "****")]
    [InlineData(PersonalValue.Name, "示范贸易有限公司", "****")]
    [InlineData(PersonalValue.Address, "江苏省镇江市京口区正东路1号", "江苏省镇江市京口区****")]
    [InlineData(PersonalValue.Address, "江苏省镇江市句容市华阳街道1号", "江苏省镇江市句容市****")]
    [InlineData(PersonalValue.Address, "北京市朝阳区某某街1号", "北京市朝阳区****")]
    [InlineData(PersonalValue.Address, "哈尔滨市道里区中央大街1号", "哈尔滨市道里区****")]
    [InlineData(PersonalValue.Address, "示范区和平路12号3幢", "示范区****")]
    [InlineData(PersonalValue.Address, "句容市幸福小区3栋", "句容市****")]
    [InlineData(PersonalValue.Address, "幸福小区3栋", "****")]
    [InlineData(PersonalValue.Address, "和平路12号", "****")]
    [InlineData(PersonalValue.Address, "城西街道工业区8号", "****")]
    [InlineData(PersonalValue.Other, "随便什么", "****")]
    [InlineData(PersonalValue.Name, "", "****")]
    public void A_mask_of_each_kind(PersonalValue kind, string value, string mask) => Assert.Equal(mask, PersonalMask.Of(kind, value));

    [Fact(DisplayName = "无论写进什么，掩码露出的不多于规则所许")]
    public void A_mask_never_shows_more() =>
        Gen.Select(Gen.Enum<PersonalValue>(), Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789X+-张三欧阳市区县路@.a"], 0, 30])).Sample((kind, value) =>
        {
            var shown = PersonalMask.Of(kind, value).Split('*', StringSplitOptions.RemoveEmptyEntries);
            var most = kind switch
            {
                PersonalValue.Name => 2,
                PersonalValue.IdentityNumber => 10,
                PersonalValue.MobilePhone => 7,
                PersonalValue.Landline => 7,
                PersonalValue.Email => value.Length,
                PersonalValue.Address => 27,
                _ => 0,
            };
            var hasHiddenPart = PersonalMask.Of(kind, value).Contains("**", StringComparison.Ordinal) || kind == PersonalValue.Name;
            return shown.Sum(part => part.Length) <= most && hasHiddenPart
                && (kind != PersonalValue.Address || !shown.Any(part => part.Any(char.IsAsciiDigit)));
        });

    [Fact(DisplayName = "证件号的出生年月日永远不露")]
    public void The_day_of_birth_is_never_shown() => Gen.String[Gen.Char["0123456789"], 18, 18].Sample(number =>
        !PersonalMask.Of(PersonalValue.IdentityNumber, number).Contains(number[6..14], StringComparison.Ordinal));

    [Theory(DisplayName = "同一个值的不同写法，比对时是同一个")]
    [InlineData(PersonalValue.MobilePhone, "+86 138 1234 5678", "13812345678")]
    [InlineData(PersonalValue.MobilePhone, "8613812345678", "１３８-１２３４-５６７８")]
    [InlineData(PersonalValue.IdentityNumber, "32130219900101123x", "321302 19900101 123X")]
    [InlineData(PersonalValue.Email, "Zhang@Example.CN", "zhang@example.cn ")]
    [InlineData(PersonalValue.Name, "买买提·阿不都", "买买提•阿不都")]
    [InlineData(PersonalValue.Address, "和平路１２号，3幢", "和平路12号3幢")]
    public void Spellings_of_one_value_compare_equal(PersonalValue kind, string one, string other) =>
        Assert.Equal(PersonalForm.Of(kind, one), PersonalForm.Of(kind, other));
}
