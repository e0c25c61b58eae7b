using System.Xml.Linq;
using Gongkai.Documents.Approvals;
using Gongkai.Documents.Writing;
using Gongkai.Documents.Writing.Word;
using Gongkai.Domain.Calendar;
using static Gongkai.Documents.Writing.Word.WordXml;

namespace Gongkai.Documents.Handovers;

/// <summary>Writes the sheet of a handover as a Word document (交接单 DOCX): A4, with room for three signatures.</summary>
public static class HandoverSheetDocx
{
    private const double TextWidth = 170;

    /// <summary>The whole file; the same sheet gives the same bytes.</summary>
    public static byte[] Write(HandoverSheet sheet) => SignedSheet.Write(
        $"{sheet.Agency}{sheet.Post}交接单", sheet.Agency, sheet.IsDemo,
        sheet.IsDemo ? Paragraph(WordStyles.DemoMark, Run(ApprovalSheet.DemoNotice)) : null,
        Paragraph(WordStyles.Title, Run("岗位交接单")),
        PlainTable.Of(borders: true, [30, 55, 30, 55],
        [
            Cells("机关", sheet.Agency, "岗位", sheet.Post),
            Cells("移交人", sheet.From, "接手人", sheet.To),
            Cells("接手日期", sheet.On is { } on ? DayWords.Of(on) : "", "打印日期", DayWords.Of(sheet.PrintedOn)),
        ]),
        sheet.Parts.SelectMany((part, number) => Part(part, number + 1)),
        Paragraph(WordStyles.Body, Run(HandoverSheet.Notice)),
        PlainTable.Of(borders: true, [TextWidth / 3, TextWidth / 3, TextWidth / 3],
        [
            [.. ((string[])["移交人签名：", "接手人签名：", "监交人签名："]).Select(name => (XElement[])
                [PlainTable.Left(name), PlainTable.Left("　"), PlainTable.Left("　　　　年　　月　　日")])],
        ]));

    private static IEnumerable<XElement> Part(HandoverPart part, int number)
    {
        yield return Paragraph(WordStyles.Heading, Run(LegalText.Line($"{number}. {part.Name}"))).KeptWithNext();
        if (part.Rows.Count == 0)
        {
            yield return PlainTable.Left(HandoverSheet.Nothing);
            yield break;
        }
        double[] widths = [.. part.Columns.Select(_ => TextWidth / part.Columns.Count)];
        yield return PlainTable.Of(borders: true, widths, [Cells([.. part.Columns]), .. part.Rows.Select(row => Cells([.. row]))], headRows: 1);
    }

    private static XElement[][] Cells(params string[] texts) => [.. texts.Select(text => (XElement[])[PlainTable.Left(LegalText.Line(text), small: true)])];
}
