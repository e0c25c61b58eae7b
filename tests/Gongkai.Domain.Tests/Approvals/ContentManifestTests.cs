using System.Text.Json;
using CsCheck;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Tests.Approvals;

public sealed class ContentManifestTests
{
    [Fact(DisplayName = "报批内容的规范文本与校验码，十年后也要算出同一个")]
    public void The_canonical_text_is_fixed()
    {
        var manifest = new ContentManifest(
            "reply", 1, new Dictionary<string, string?> { ["title"] = "关于“示范”的答复", ["body"] = "第一行\n第二行", ["attribute"] = null },
            [new ManifestFile("附件1.pdf", "ab"), new ManifestFile("附件2.pdf", "cd")]);
        Assert.Equal(
            """{"fields":{"attribute":null,"body":"第一行\n第二行","title":"关于“示范”的答复"},"files":[{"name":"附件1.pdf","sha256":"ab"},{"name":"附件2.pdf","sha256":"cd"}],"type":"reply","v":1}""",
            manifest.Text);
        Assert.Equal("sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(manifest.Text))), manifest.Hash);
    }

    [Fact(DisplayName = "字段、附件、附件次序，动一处校验码就不同")]
    public void Anything_else_gives_another_hash() => Gen.Select(Gen.String, Gen.String, Gen.String).Where(IsText).Sample((title, body, name) =>
    {
        string[] hashes =
        [
            Hash(title, body, [name, "b"]), Hash(title + "。", body, [name, "b"]), Hash(title, body + " ", [name, "b"]),
            Hash(title, body, [name + "x", "b"]), Hash(title, body, [name]), Hash(title, body, ["b" + name, name]),
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    });

    [Fact(DisplayName = "审批的各种记录写进台账，读出来一字不差")]
    public void Facts_are_read_back()
    {
        var (one, two) = (new PersonId(Guid.CreateVersion7()), new PersonId(Guid.CreateVersion7()));
        var opinion = new Opinion("check", one, two, ApprovalMeans.Paper, "sha256:00", two, "ab");
        Same(new ApprovalGiven(opinion));
        Same(new ApprovalSentBack(opinion with { For = null, RecordedBy = null, Proof = null }));
        Same(new ApprovalWithdrawn(one));
        Same(new StepSkipped("check", one, "sha256:00"));
        Same(new UrgentPathTaken(one, "sha256:00"));
        Same(new ApprovalReleased("sha256:00", one));
        Same(new ProxyConfirmed(7, one));
        Same(new ProxyDenied(7, one));
        Same(new SheetFiled("ab", 3, "sha256:00"));
        Same(new ReservedFieldFilled(ReservedField.ServedOn, "sha256:00", one));
        Same(new DelegationGiven(new Delegation(one, two, PostRole.Leader, new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 6))));
        Same(new DelegationEnded(one));
        var submitted = new ApprovalSubmitted("sha256:00", new ChainVersion("document", 3, true), "sha256:01", one, [one, two], [two]);
        Assert.Equal(CanonicalJson.Write(submitted.Write()), CanonicalJson.Write(Read<ApprovalSubmitted>(submitted).Write()));
        Assert.Equal(submitted.Chain, Read<ApprovalSubmitted>(submitted).Chain);
    }

    private static void Same<T>(T facts) where T : IActFacts<T> => Assert.Equal(facts, Read<T>(facts));

    private static T Read<T>(T facts) where T : IActFacts<T>
    {
        using var document = JsonDocument.Parse(CanonicalJson.Write(facts.Write()));
        return T.Read(document.RootElement);
    }

    private static bool IsText((string, string, string) texts) =>
        new[] { texts.Item1, texts.Item2, texts.Item3 }.All(text => !text.Any(char.IsSurrogate)) && texts.Item3 != "b";

    private static string Hash(string title, string body, string[] files) => new ContentManifest(
        "t", 1, new Dictionary<string, string?> { ["title"] = title, ["body"] = body }, files.Select(name => new ManifestFile(name, "ab"))).Hash;
}
