using Gongkai.Documents.Sheets;

namespace Gongkai.App.Imports;

/// <summary>The template of an import file: every column, and an example of every act that can be copied and changed.</summary>
public static class ImportTemplate
{
    private static readonly (ActColumn Column, string Value)[][] Examples =
    [
        Row(ImportedAct.BooksOpened, "", "2026-01-01", (ActColumn.Cell, "行政规范性文件现行有效件数"), (ActColumn.Value, "5")),
        Row(ImportedAct.BooksOpened, "", "2026-01-01", (ActColumn.Cell, "上年结转申请"), (ActColumn.Value, "1")),
        Row(ImportedAct.RequestBroughtForward, "2025-0031", "2026-01-01", (ActColumn.Applicant, "自然人")),
        Row(ImportedAct.RequestReceived, "2026-0001", "2026-03-02", (ActColumn.Applicant, "自然人"), (ActColumn.Channel, "网络")),
        Row(ImportedAct.RequestClosed, "2026-0001", "2026-03-24", (ActColumn.Outcome, "予以公开")),
        Row(ImportedAct.RequestReceived, "2026-0002", "2026-03-02", (ActColumn.Applicant, "商业企业"), (ActColumn.Channel, "当面")),
        Row(ImportedAct.RequestVoided, "2026-0002", "2026-03-03", (ActColumn.Note, "重复登记")),
        Row(ImportedAct.RequestReceived, "2026-0003", "2026-03-09", (ActColumn.Applicant, "自然人"), (ActColumn.Channel, "当面")),
        Row(ImportedAct.ClarificationRequested, "2026-0003", "2026-03-12", (ActColumn.Until, "2026-03-26")),
        Row(ImportedAct.Clarified, "2026-0003", "2026-03-19"),
        Row(ImportedAct.ConsultationStarted, "2026-0003", "2026-03-23", (ActColumn.Consultation, "1"), (ActColumn.Party, "第三方")),
        Row(ImportedAct.ConsultationDelivered, "2026-0003", "2026-03-25", (ActColumn.Consultation, "1")),
        Row(ImportedAct.ConsultationEnded, "2026-0003", "2026-04-03", (ActColumn.Consultation, "1"), (ActColumn.Answered, "是")),
        Row(ImportedAct.RequestExtended, "2026-0003", "2026-04-10", (ActColumn.WorkingDays, "20"), (ActColumn.ConsentedOn, "2026-04-09")),
        Row(ImportedAct.FeeNoticed, "2026-0003", "2026-04-13", (ActColumn.Yuan, "380")),
        Row(ImportedAct.ProcessingFeePaid, "2026-0003", "2026-04-20", (ActColumn.Yuan, "380")),
        Row(ImportedAct.RequestClosed, "2026-0003", "2026-05-08", (ActColumn.Outcome, "部分公开")),
        Row(ImportedAct.DisputeFiled, "示复〔2026〕1号", "2026-05-11", (ActColumn.Route, "行政复议")),
        Row(ImportedAct.DisputeConcluded, "示复〔2026〕1号", "2026-07-08", (ActColumn.Result, "结果维持")),
        Row(ImportedAct.InstrumentIssued, "示应急规〔2026〕1号", "2026-03-05", (ActColumn.Instrument, "行政规范性文件"), (ActColumn.Title, "示范管理办法"), (ActColumn.Lead, "是")),
        Row(ImportedAct.InstrumentRepealed, "示应急规〔2026〕1号", "2026-12-30", (ActColumn.Expired, "否")),
        Row(ImportedAct.DecisionMade, "示应急罚〔2026〕1号", "2026-04-09", (ActColumn.Decision, "行政处罚")),
        Row(ImportedAct.FeeCollected, "", "2026-06-30", (ActColumn.Yuan, "1200.00")),
        Row(ImportedAct.ReturnSigned, "报2026-许可", "2027-01-06", (ActColumn.Unit, "行政审批科"), (ActColumn.Period, "2026"), (ActColumn.Cell, "行政许可"), (ActColumn.Value, "14"), (ActColumn.Signer, "王某"), (ActColumn.Source, "xukexitong")),
        Row(ImportedAct.ReturnSigned, "报2026-零报告", "2027-01-06", (ActColumn.Unit, "办公室"), (ActColumn.Period, "2026"), (ActColumn.Cell, "表四全部"), (ActColumn.Value, "0"), (ActColumn.Signer, "陈某"), (ActColumn.Note, "登记簿空，无来信")),
    ];

    /// <summary>CSV with Chinese headings, for WPS and Excel.</summary>
    public static byte[] Csv() => SheetWriter.Csv(Headings, Rows);

    /// <summary>A workbook with Chinese headings.</summary>
    public static byte[] Workbook() => SheetWriter.Workbook("台账", Headings, Rows);

    /// <summary>JSON Lines with the codes of the columns, for programs.</summary>
    public static byte[] JsonLines() => SheetWriter.JsonLines([.. ActColumn.All.Select(column => column.Code)], Rows);

    private static IReadOnlyList<string> Headings => [.. ActColumn.All.Select(column => column.Heading)];

    private static IEnumerable<IReadOnlyList<string>> Rows => Examples.Select(example =>
        (IReadOnlyList<string>)[.. ActColumn.All.Select(column => example.FirstOrDefault(entry => entry.Column == column).Value ?? "")]);

    private static (ActColumn, string)[] Row(ImportedAct act, string number, string on, params (ActColumn, string)[] others) =>
        [(ActColumn.Act, ActWords.Act.WordOf(act)), (ActColumn.Number, number), (ActColumn.On, on), .. others];
}
