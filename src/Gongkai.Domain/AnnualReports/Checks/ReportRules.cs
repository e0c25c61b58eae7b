namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>The rules of the check (检查规则表), all of them, in the order in which findings of one severity are told.</summary>
public static class ReportRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<ReportRule> All { get; } =
    [
        new("report.year", Severity.Error, "标题、统计期限、总体情况所写年度一致", YearAndForm.Year),
        new("report.form", Severity.Error, "表二不混用两种格式", YearAndForm.Form),
        new("requests.row-sum", Severity.Error, "表三每行：六类申请人之和等于总计", TieOutRules.RowSum),
        new("requests.column-identity", Severity.Error, "表三每列：本年新收＋上年结转＝办理总计＋结转下年度", TieOutRules.ColumnIdentity),
        new("requests.outcome-sum", Severity.Error, "表三每列：（一）至（六）各行之和等于（七）总计", TieOutRules.OutcomeSum),
        new("requests.other-sum", Severity.Error, "表三（六）其他处理：分项之和等于合计行（两者都印出时）", TieOutRules.OtherSum),
        new("disputes.sum", Severity.Error, "表四每组：四种结果之和等于总计", TieOutRules.DisputeSum),
        new("counts.negative", Severity.Error, "件数不是负数", CountRules.Negative),
        new("counts.fraction", Severity.Error, "件数是整数", CountRules.Fraction),
        new("requests.carried-in", Severity.Warning, "表三每列：上年结转等于上一年年报的结转下年度", AcrossYears.CarriedIn),
        new("report.form-of-year", Severity.Warning, "2021年度起用2021年格式，此前用2019年格式", YearAndForm.FormOfYear),
        new("tables.missing", Severity.Warning, "三张表齐全", SectionRules.MissingTable),
        new("sections.missing", Severity.Warning, "六个部分齐全", SectionRules.Missing),
        new("sections.order", Severity.Warning, "各部分的序号与次序符合格式", SectionRules.Order),
        new("words.year", Severity.Warning, "正文讲的是本年度", YearAndForm.Sentence),
        new("words.against-tables", Severity.Warning, "正文数字与表格一致", WordsAgainstTables.Mismatch),
        new("text.leftover", Severity.Warning, "没有模板或文字处理软件的残留", TextRules.Leftover),
        new("words.fee-against-ledger", Severity.Warning, "第六部分所写信息处理费等于台账所记（由台账汇总的年报）", FeeAgainstLedger.Mismatch),
        new("words.scope", Severity.Hint, "正文写明数字的口径", WordsAgainstTables.OtherScope),
        new("proactive.roll-forward", Severity.Hint, "现行有效件数＝上一年现行有效＋本年制发－本年废止", AcrossYears.InForce),
        new("proactive.regulation-maker", Severity.Hint, "没有规章制定权的机关不填规章", ProactiveRules.RegulationMaker),
        new("proactive.running-total", Severity.Hint, "2019年格式的处理决定数量是决定件数，不是事项个数", ProactiveRules.RunningTotal),
        new("report.single-other-row", Severity.Hint, "2021年格式（六）其他处理分三行", YearAndForm.SingleOtherRow),
        new("tables.blank", Severity.Hint, "单元格不留空白", CountRules.Blank),
        new("tables.unreadable", Severity.Hint, "单元格都能可靠读出", CountRules.Unreadable),
        new("sections.empty", Severity.Hint, "各部分有实质内容", SectionRules.Empty),
        new("text.fee-not-stated", Severity.Hint, "第六部分写明收取信息处理费情况", TextRules.FeeNotStated),
        new("text.other-role", Severity.Hint, "没有别的机关的职责用语", TextRules.OtherRole),
        new("text.higher-site", Severity.Hint, "所写网站与本机关所在网站一致", TextRules.HigherSite),
        new("text.superseded-basis", Severity.Hint, "不引用已被取代的格式文件", TextRules.SupersededBasis),
        new("text.duplicated", Severity.Hint, "没有重复的字词", TextRules.Duplicated),
        new("text.broken-sentence", Severity.Hint, "没有残缺的句子", TextRules.BrokenSentence),
    ];
}
