using System.Globalization;
using System.Xml.Linq;
using Gongkai.Documents.Approvals;
using Gongkai.Documents.Writing;
using Gongkai.Documents.Writing.Word;
using Gongkai.Domain.Calendar;
using static Gongkai.Documents.Writing.Word.WordXml;

namespace Gongkai.Documents.Retention;

/// <summary>Writes the list of records to be destroyed as a Word document (销毁清册 DOCX): A4, with room for the signatures.</summary>
public static class DestructionSheetDocx
{
    private const double TextWidth = 170;

    private static readonly double[] Widths = [12, 36, 56, 24, 18, 24];

    /// <summary>The whole file; the same list gives the same bytes.</summary>
    public static byte[] Write(DestructionSheet sheet) => SignedSheet.Write(
        $"{sheet.Agency}销毁清册{sheet.Number}", sheet.Agency, sheet.IsDemo,
        sheet.IsDemo ? Paragraph(WordStyles.DemoMark, Run(ApprovalSheet.DemoNotice)) : null,
        Paragraph(WordStyles.Title, Run("档案销毁清册")),
        PlainTable.Of(borders: true, [30, 55, 30, 55],
        [
            Cells("机关", sheet.Agency, "清册编号", sheet.Number),
            Cells("编制人", sheet.PreparedBy, "编制日期", DayWords.Of(sheet.PreparedOn)),
            Cells("审批编码", sheet.ApprovalCode, "件数", sheet.Lines.Count.ToString(CultureInfo.InvariantCulture)),
            Cells("销毁日期", sheet.DestroyedOn is { } on ? DayWords.Of(on) : "", "监销人", sheet.Witnesses ?? ""),
        ]),
        Paragraph(WordStyles.Gap),
        PlainTable.Of(borders: true, Widths, [Cells("序号", "种类", "题名", "办结日期", "期限", "保管至"), .. sheet.Lines.Select(Row)], headRows: 1),
        Paragraph(WordStyles.Body, Run(DestructionSheet.Notice)),
        PlainTable.Of(borders: true, [TextWidth / 3, TextWidth / 3, TextWidth / 3],
        [
            [.. ((string[])["批准人签名：", "监销人签名：", "监销人签名："]).Select(name => (XElement[])
                [PlainTable.Left(name), PlainTable.Left("　"), PlainTable.Left("　　　　年　　月　　日")])],
        ]));

    private static XElement[][] Row(DestructionLine line, int index) => Cells(
        (index + 1).ToString(CultureInfo.InvariantCulture), line.Kind, line.Name, DayWords.Of(line.EndedOn),
        $"{line.Years.ToString(CultureInfo.InvariantCulture)}年", DayWords.Of(line.KeptUntil));

    private static XElement[][] Cells(params string[] texts) => [.. texts.Select(text => (XElement[])[PlainTable.Left(LegalText.Line(text), small: true)])];
}
