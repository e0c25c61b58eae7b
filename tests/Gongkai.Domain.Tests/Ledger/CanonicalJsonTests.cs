using System.Text.Json.Nodes;
using CsCheck;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Tests.Ledger;

/// <summary>RFC 8785 restricted to what a fact may hold; the vectors must never change, for old entries were hashed with them.</summary>
public sealed class CanonicalJsonTests
{
    [Theory(DisplayName = "规范形式：键按码元排序，没有空白，只转义必须转义的")]
    [InlineData("""{"b":1,"a":[true,false,null],"A":{}}""", """{"A":{},"a":[true,false,null],"b":1}""")]
    [InlineData("""{ "公开" : "年报" , "é":"é" }""", """{"é":"é","公开":"年报"}""")]
    [InlineData("""{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}""",
        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}")]
    [InlineData("""["\u0000\u001f\b\t\n\f\r\"\\/\u007f\u2028"]""", "[\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\u007f\u2028\"]")]
    [InlineData("[0,-1,9007199254740991,-9007199254740991]", "[0,-1,9007199254740991,-9007199254740991]")]
    [InlineData("[]", "[]")]
    [InlineData("null", "null")]
    public void Golden_vectors(string json, string canonical) => Assert.Equal(canonical, CanonicalJson.Write(JsonNode.Parse(json)));

    [Theory(DisplayName = "小数、过大的整数、半个字符，没有规范形式")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("99999999999999999999")]
    public void What_has_no_canonical_form_is_a_bug(string json) => Assert.Throws<FormatException>(() => CanonicalJson.Write(JsonNode.Parse(json)));

    [Fact(DisplayName = "半个字符没有规范形式")]
    public void A_lone_surrogate_is_a_bug()
    {
        Assert.Throws<FormatException>(() => CanonicalJson.Write(JsonValue.Create("\ud83d")));
        Assert.Throws<FormatException>(() => CanonicalJson.Write(JsonValue.Create("a\ude00b")));
        Assert.Throws<FormatException>(() => CanonicalJson.Write(new JsonObject { ["\ud83d"] = 1 }));
    }

    [Fact(DisplayName = "读回再写，一个字节不变；键的先后不影响结果")]
    public void Writing_what_was_read_changes_nothing() =>
        Gen.Select(Gen.String.Where(IsWhole), Gen.Long[-CanonicalJson.MaxInteger, CanonicalJson.MaxInteger]).List[0, 8].Sample(fields =>
        {
            var distinct = fields.DistinctBy(field => field.Item1).ToList();
            var (forth, back) = (new JsonObject(), new JsonObject());
            foreach (var (key, value) in distinct) forth[key] = value;
            foreach (var (key, value) in Enumerable.Reverse(distinct)) back[key] = value;
            var text = CanonicalJson.Write(forth);
            Assert.Equal(text, CanonicalJson.Write(back));
            Assert.Equal(text, CanonicalJson.Write(JsonNode.Parse(text)));
            Assert.DoesNotContain('\n', text);
        });

    private static bool IsWhole(string text) => text.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar);
}
