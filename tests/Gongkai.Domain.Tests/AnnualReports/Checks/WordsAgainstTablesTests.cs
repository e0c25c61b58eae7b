using Gongkai.Domain.AnnualReports;
using Gongkai.Testing;
using static Gongkai.Testing.ReportBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Checks;

/// <summary>Numbers in the words against the tables: what is said wrongly is found, and nothing else.</summary>
[Law("条例", 50)]
public sealed class WordsAgainstTablesTests
{
    [Theory(DisplayName = "正文与表格不符的数字：警告，指出表格的那一格")]
    [InlineData("（二）依申请公开。2023年我局共收到政府信息公开申请26件，均按时答复。", "requests.received.total", 21)]
    [InlineData("（二）依申请公开。受理政府信息公开申请 ２６ 件。", "requests.received.total", 21)]
    [InlineData("（二）依申请公开。全年收到申请二十六件。", "requests.received.total", 21)]
    [InlineData("（二）依申请公开。本年度收到26件政府信息公开申请。", "requests.received.total", 21)]
    [InlineData("全年未收到政府信息公开申请。", "requests.received.total", 21)]
    [InlineData("我局没有收到公民、法人和其他组织的政府信息公开申请。", "requests.received.total", 21)]
    [InlineData("本年度无依申请公开。", "requests.received.total", 21)]
    [InlineData("（二）依申请公开。收到政府信息公开申请21件，办结26件。", "requests.closed.total", 20)]
    [InlineData("（二）依申请公开。收到申请21件，予以公开19件。", "requests.granted.total", 20)]
    [InlineData("（二）依申请公开。收到申请21件，不予公开2件、无法提供0件。", "requests.refused.stateSecret.total", 0)]
    [InlineData("（二）依申请公开。收到申请21件，上年结转1件。", "requests.carriedIn.total", 2)]
    [InlineData("（二）依申请公开。收到申请21件，另有4件结转下年度办理。", "requests.carriedOver.total", 3)]
    [InlineData("（二）依申请公开。收到申请21件，结转至2024年4件。", "requests.carriedOver.total", 3)]
    [InlineData("（二）依申请公开。收到申请21件，其中自然人申请20件。", "requests.received.naturalPerson", 21)]
    [InlineData("因政府信息公开被申请行政复议3件。", "disputes.reconsideration.total", 2)]
    [InlineData("未发生因政府信息公开引起的行政复议。", "disputes.reconsideration.total", 2)]
    [InlineData("政府信息公开行政诉讼5件。", "disputes.litigationDirect.total", 0)]
    [InlineData("全年作出行政许可决定15件。", "proactive.licences", 14)]
    [InlineData("全年作出行政处罚决定8件。", "proactive.penalties", 6)]
    [InlineData("全年制发规范性文件4件。", "proactive.normativeDocuments.issued", 3)]
    [InlineData("我局现行有效行政规范性文件8件。", "proactive.normativeDocuments.inForce", 9)]
    public void A_wrong_number_is_found(string words, string cell, decimal expected)
    {
        var finding = Assert.Single(Check.OfWords(Year(), words));
        Assert.Equal(("words.against-tables", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Equal((cell, expected), (finding.Cells[0].Value, finding.Expected));
        Assert.Equal("section 1", finding.Evidence!.Where);
    }

    [Theory(DisplayName = "正文与表格相符，或说的是别的事：没有问题")]
    [InlineData("（二）依申请公开。2023年我局共收到政府信息公开申请21件，上年结转2件，办结20件，3件结转下年度继续办理。")]
    [InlineData("（二）依申请公开。收到申请二十一件，予以公开20件、部分公开0件，不予公开0件。")]
    [InlineData("（二）依申请公开。收到申请21件，同比增加6件，增长40%。")]
    [InlineData("（二）依申请公开。2022年收到申请15件，2023年收到申请21件。")]
    [InlineData("（二）依申请公开。去年收到申请15件。")]
    [InlineData("（二）依申请公开。其中通过网络收到申请9件，通过信函收到申请12件。")]
    [InlineData("（二）依申请公开。区政府办公室收到申请17件，答复17件。")]
    [InlineData("（二）依申请公开。全区共收到政府信息公开申请95件，答复90件。")]
    [InlineData("（二）依申请公开。各部门共收到申请95件（住建局40件、教育局12件）。")]
    [InlineData("（二）依申请公开。认真办理每一件申请，与申请人一起核对需求。")]
    [InlineData("（二）依申请公开。对3件政府信息公开申请收取了信息处理费。")]
    [InlineData("（二）依申请公开。收到申请约20余件。")]
    [InlineData("全年受理网络问政182件，办理人大建议12件，收到公众意见382条。")]
    [InlineData("全年收到低保申请30件，均已办结。")]
    [InlineData("主动公开行政许可信息40件、行政处罚信息12件。")]
    [InlineData("全年办理行政复议案件320件，应诉12件。")]
    [InlineData("备案的政府信息公开行政复议案件134件。")]
    [InlineData("没有因政府信息公开被行政复议纠错、行政诉讼败诉的情况。")]
    [InlineData("因政府信息公开被申请行政复议2件，已审结1件。")]
    [InlineData("累计公开规范性文件60件，解读规范性文件5件。")]
    [InlineData("没有收到对政府信息公开工作的投诉举报。")]
    [InlineData("未收到因政府信息公开申请行政诉讼的情况。")]
    public void What_is_right_or_about_something_else_says_nothing(string words) => Assert.Empty(Check.OfWords(Year(), words));

    [Fact(DisplayName = "口径为“本年新收＋上年结转”时相符：只提示口径")]
    public void A_number_that_is_right_in_another_scope_is_a_hint()
    {
        var finding = Assert.Single(Check.OfWords(Year(), "（二）依申请公开。全年受理政府信息公开申请23件。"));
        Assert.Equal(("words.scope", Severity.Hint), (finding.Rule, finding.Severity));
        Assert.Contains("按“本年新收＋上年结转”相符（本年新收 21）", finding.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "“均获维持”而表四尚有未审结：警告")]
    public void Everything_upheld_while_something_is_pending_is_found()
    {
        var finding = Assert.Single(Check.OfWords(Year(), "信息公开类行政复议2件，均获维持。"));
        Assert.Equal(("words.against-tables", "disputes.reconsideration.upheld"), (finding.Rule, finding.Cells[0].Value));
    }

    [Fact(DisplayName = "政府年报里“全市”就是本级")]
    public void A_city_is_its_own_whole_city() => Assert.Contains(
        Check.OfWords(Year().Of("示范市人民政府"), "（二）依申请公开。全市共收到政府信息公开申请95件。"), finding => finding.Rule == "words.against-tables");

    [Fact(DisplayName = "表格读不出的数字不与正文比较")]
    public void Words_are_not_weighed_against_what_cannot_be_read() => Assert.DoesNotContain(
        Check.OfWords(Year().Without("requests.received.total", CellState.Unreadable, "2l"), "（二）依申请公开。收到政府信息公开申请26件。"),
        finding => finding.Rule != "tables.unreadable");

    /// <summary>21 came in, 2 were carried in, 20 closed and granted, 3 carried over; 2 reconsiderations, one of them pending.</summary>
    private static ReportBuilder Year() => AReport().WithRequests(received: 21, carriedIn: 2, carriedOver: 3)
        .WithRow("disputes.reconsideration", 1, 0, 0, 1, 2)
        .With("proactive.licences", 14).With("proactive.penalties", 6)
        .With("proactive.normativeDocuments.issued", 3).With("proactive.normativeDocuments.inForce", 9);
}
