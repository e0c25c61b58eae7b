using Gongkai.Documents.Data;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Publishing;
using Gongkai.Domain.Requests;
using static Gongkai.Testing.LedgerBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Folding;

/// <summary>A ledger that cannot be read is refused by the entry, never half counted.</summary>
public sealed class DamagedLedgerTests
{
    private static readonly FoldEntry Good = ALedger().Received("2026-03-02").Entries[0];

    public static TheoryData<string, FoldEntry> Damaged => new()
    {
        { "不是台账条目", Good with { FactsText = "{}" } },
        { "内容为空", Good with { FactsText = "" } },
        { "截断", Good with { FactsText = Good.FactsText[..^9] } },
        { "代码不认识", Good with { FactsText = Good.FactsText.Replace("naturalPerson", "robot", StringComparison.Ordinal) } },
        { "缺字段", Good with { FactsText = Good.FactsText.Replace("\"applicant\"", "\"applicent\"", StringComparison.Ordinal) } },
        { "类型不对", Good with { FactsText = Good.FactsText.Replace("\"naturalPerson\"", "7", StringComparison.Ordinal) } },
        { "更新版本的种类", Good with { Kind = "request.received/2" } },
        { "种类写坏", Good with { Kind = "request" } },
    };

    [Theory(DisplayName = "读不懂的条目：指明是第几条")]
    [MemberData(nameof(Damaged))]
    public void NamesTheEntry(string why, FoldEntry entry)
    {
        var refusal = Fold(entry).Refusal;

        Assert.True(refusal?.Code == "ledger.entry-unreadable", why);
        Assert.Contains("第 1 条", refusal.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "次序颠倒的台账不折算")]
    public void RefusesAWrongOrder() => Assert.Equal("ledger.out-of-order", Fold(Good, Good).Refusal?.Code);

    [Fact(DisplayName = "不指明对象的更正不折算")]
    public void RefusesACorrectionOfNothing()
    {
        var entries = ALedger().Received("2026-03-02").VoidedEntry(1).Entries;

        Assert.Equal("ledger.correction-without-target", Fold(entries[0], entries[1] with { Corrects = null }).Refusal?.Code);
        Assert.Equal("ledger.correction-without-target", Fold(entries[0], entries[1] with { Corrects = 2 }).Refusal?.Code);
    }

    [Fact(DisplayName = "更正后的内容读不懂：指明是哪一条更正")]
    public void NamesADamagedReplacement()
    {
        var nonsense = new InstrumentRepealed(InstrumentKind.Regulation, Expired: false);

        Assert.Contains("第 2 条", Fold([.. ALedger().Received("2026-03-02").Corrected(1, "2026-03-02", nonsense).Entries]).Refusal?.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "更正只能作废、不能改写")]
    public void RefusesARewrittenCorrection()
    {
        var facts = new RequestReceived(ApplicantKind.Other, ReceiptChannel.Counter);
        var entries = ALedger().Received("2026-03-02").Corrected(1, "2026-03-02", facts).Corrected(2, "2026-03-02", facts).Entries;

        Assert.Equal("ledger.correction-of-correction", Fold([.. entries]).Refusal?.Code);
    }

    [Fact(DisplayName = "与年报无关的种类不看内容")]
    public void PassesOverOtherKinds() => Assert.False(Fold(Good with { Kind = "meeting.held/1", FactsText = "" }).IsRefused);

    private static Outcome<FoldedReport> Fold(params FoldEntry[] entries) =>
        AnnualReportFold.Fold(entries, "示范区应急管理局", 2026, long.MaxValue, BuiltInForms.Form2021);
}
