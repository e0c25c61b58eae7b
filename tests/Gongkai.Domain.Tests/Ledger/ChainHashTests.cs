using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Tests.Ledger;

/// <summary>The bytes that are hashed, computed here once by hand: a program that gives others cannot verify what was written before.</summary>
public sealed class ChainHashTests
{
    private static readonly LedgerFacts Facts = new(
        new ChainId(Guid.Parse("019caa2f-7f9e-7b8a-8e65-3f1d4e8f0a11")), 2, new ActKind("request.received", 1),
        new SubjectId(Guid.Parse("019caa2f-8000-7000-8000-000000000001")), new DateOnly(2026, 3, 2),
        new DateTime(2026, 3, 2, 1, 2, 3, DateTimeKind.Utc).AddMicroseconds(456_789), null,
        new JsonObject { ["channel"] = "web", ["applicant"] = "naturalPerson" });

    private const string FactsText =
        """{"at":"2026-03-02T01:02:03.456789Z","chain":"019caa2f-7f9e-7b8a-8e65-3f1d4e8f0a11","corrects":null,"facts":{"applicant":"naturalPerson","channel":"web"},"kind":"request.received/1","on":"2026-03-02","seq":2,"subject":"019caa2f-8000-7000-8000-000000000001","v":1}""";

    [Fact(DisplayName = "台账条目的正文逐字如此")]
    public void The_text_of_an_entry()
    {
        Assert.Equal(FactsText, Facts.Write());
        var read = LedgerFacts.Read(FactsText);
        Assert.Equal(FactsText, read.Write());
        Assert.Equal(Facts with { Facts = read.Facts }, read);
    }

    [Fact(DisplayName = "非公开部分的正文和摘要逐字如此")]
    public void The_private_part()
    {
        var part = new PrivatePart("测试员", "补登", new Dictionary<string, string> { ["number"] = "示范〔2026〕1号" });
        Assert.Equal("""{"refs":{"number":"示范〔2026〕1号"},"who":"测试员","why":"补登"}""", Encoding.UTF8.GetString(part.Write()));
        Assert.Equal("sha256:845341a0fd00e1a69ace2ee48438fbeb459c368c1c432f77a257ddf9b6d9743d", ChainHash.Sha256.OfPrivate([.. Enumerable.Range(0, 16).Select(i => (byte)i)], part.Write()));
        var read = PrivatePart.Read(part.Write());
        Assert.Equal((part.Who, part.Why, part.References["number"]), (read.Who, read.Why, read.References["number"]));
    }

    [Fact(DisplayName = "条目的校验码逐字如此：前一条、正文、非公开部分的摘要，各占一行")]
    public void The_hash_of_an_entry()
    {
        Assert.Equal("sha256:dd06f0c045ef15c72107f7affc6cc58aad21e8483a37aad66353e86bee051a38", ChainHash.Sha256.OfEntry("sha256:aa", FactsText, "sha256:bb"));
        Assert.Equal("sha256:11a13519d193900f927a5745b61c928265a4ccb7a03129e9bba727ed99ed0904", ChainHash.Sha256.OfEntry("", "{}", "sha256:bb"));
    }

    [Theory(DisplayName = "读不懂的正文，不当作条目")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"v":2}""")]
    [InlineData("""{"v":"1"}""")]
    public void A_text_that_is_no_entry_is_refused(string text) => Assert.Throws<FormatException>(() => LedgerFacts.Read(text));

    [Fact(DisplayName = "正文里任何一个字符变了，校验码就不同；读不懂时只说读不懂")]
    public void Any_other_character_gives_another_hash()
    {
        for (var at = 0; at < FactsText.Length; at++)
        {
            var altered = string.Concat(FactsText.AsSpan(0, at), FactsText[at] == '7' ? "3" : "7", FactsText.AsSpan(at + 1));
            Assert.NotEqual(ChainHash.Sha256.OfEntry("", FactsText, ""), ChainHash.Sha256.OfEntry("", altered, ""));
            Assert.True(Record.Exception(() => LedgerFacts.Read(altered)) is null or FormatException, $"{at}: {altered}");
        }
    }
}
