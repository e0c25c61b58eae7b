using System.Xml.Linq;
using Gongkai.Documents.Writing;
using Gongkai.Documents.Writing.Word;
using Gongkai.Domain.Calendar;
using static Gongkai.Documents.Writing.Word.WordXml;

namespace Gongkai.Documents.Approvals;

/// <summary>Writes the approval sheet as a Word document (呈批单 DOCX): A4, with the code in the head of every page.</summary>
public static class ApprovalSheetDocx
{
    private const string Main = "word/document.xml";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const double NameWidth = 28;
    private const double TextWidth = 142;
    private const double PictureSide = 30;

    /// <summary>The whole file; the same sheet gives the same bytes.</summary>
    public static byte[] Write(ApprovalSheet sheet)
    {
        var package = new OfficePackage();
        package.Relate("", $"{OfficePackage.Relations}/officeDocument", Main);
        AddPart(package, "styles", WordStyles.Styles());
        AddPart(package, "fontTable", WordFonts.Table());
        package.Add("word/media/code.png", "image/png", SheetPicture.Of(sheet.Code).Png());
        var picture = package.Relate("word/header1.xml", $"{OfficePackage.Relations}/image", "word/media/code.png");
        package.Add("word/header1.xml", $"{ContentType}header+xml", Head(sheet, picture));
        var head = package.Relate(Main, $"{OfficePackage.Relations}/header", "word/header1.xml");
        package.Add(Main, $"{ContentType}document.main+xml", Body(sheet, head));
        package.Describe($"{sheet.Agency}{sheet.Form}", sheet.Agency, sheet.IsDemo);
        return package.ToArray();
    }

    private static void AddPart(OfficePackage package, string kind, XElement root)
    {
        package.Add($"word/{kind}.xml", $"{ContentType}{kind}+xml", root);
        package.Relate(Main, $"{OfficePackage.Relations}/{kind}", $"word/{kind}.xml");
    }

    private static XElement Head(ApprovalSheet sheet, string picture) => Root(
        "hdr",
        PlainTable.Of(borders: false, [TextWidth - 6, PictureSide + 4],
        [
            [
                [PlainTable.Left(LegalText.Line(sheet.Agency)), PlainTable.Left($"内容码：{sheet.Code}"), PlainTable.Left(ApprovalSheet.Notice)],
                [Element("p", Element("pPr", Value("pStyle", WordStyles.SmallTable), Element("spacing", Attribute("line", 240), Attribute("lineRule", "auto"))),
                    Element("r", WordPicture.Inline(picture, PictureSide, $"内容码 {sheet.Code}")))],
            ],
        ]),
        Paragraph(WordStyles.Gap));

    private static XElement Body(ApprovalSheet sheet, string head) => Root("document", Element(
        "body",
        sheet.IsDemo ? Paragraph(WordStyles.DemoMark, Run(ApprovalSheet.DemoNotice)) : null,
        Paragraph(WordStyles.Title, Run(LegalText.Line(sheet.Form))),
        PlainTable.Of(borders: true, [NameWidth, TextWidth],
        [
            .. sheet.Lines.Select(line => Row(line.Name, "", LegalText.Paragraphs(line.Text))),
            .. sheet.Attachments.Count == 0 ? [] : new[] { Row("附件", "", sheet.Attachments) },
            .. sheet.Steps.SelectMany(Step),
        ]),
        sheet.Remarks.Select(remark => PlainTable.Left(LegalText.Line(remark))),
        Paragraph(WordStyles.Heading, Run("正文")),
        LegalText.Paragraphs(sheet.Body).Select(paragraph => Paragraph(WordStyles.Body, Run(paragraph))),
        PlainTable.Left($"{DayWords.Of(sheet.PrintedOn)}打印"),
        Element(
            "sectPr",
            Element("headerReference", Attribute("type", "default"), new XAttribute((XNamespace)OfficePackage.Relations + "id", head)),
            Element("pgSz", Attribute("w", Twips(210)), Attribute("h", Twips(297))),
            Element("pgMar", Attribute("top", Twips(52)), Attribute("right", Twips(20)), Attribute("bottom", Twips(18)), Attribute("left", Twips(20)),
                Attribute("header", Twips(12)), Attribute("footer", Twips(10)), Attribute("gutter", 0)))));

    private static IEnumerable<XElement[][]> Step(SheetStep step)
    {
        foreach (var opinion in step.Opinions)
            yield return Row(step.Name, step.By, [.. LegalText.Paragraphs(opinion.Words), $"{opinion.Who}　{DayWords.Of(opinion.On)}（{opinion.Means}）"]);
        if (step.Remark is { } remark) yield return Row(step.Name, step.By, [remark]);
        else if (step.Opinions.Count == 0) yield return Row(step.Name, step.By, ["　", "　", "　", "签名：　　　　　　　　　　　　年　　月　　日"]);
    }

    private static XElement[][] Row(string name, string by, IEnumerable<string> texts) =>
        [[PlainTable.Left(name), .. by.Length == 0 ? [] : new[] { PlainTable.Left(LegalText.Line(by), small: true) }], [.. texts.DefaultIfEmpty("").Select(text => PlainTable.Left(LegalText.Line(text)))]];
}
