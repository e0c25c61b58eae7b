using System.Xml.Linq;
using static Gongkai.Documents.Writing.Word.WordXml;

namespace Gongkai.Documents.Writing.Word;

/// <summary>The main part: the report's blocks in Word's words.</summary>
internal static class WordBody
{
    public static XElement Of(ReportDocument document, PageLayout layout)
    {
        List<ReportBlock> blocks = [.. ReportBlock.Of(document)];
        var body = blocks.SelectMany((block, index) => Write(block, isLastText: blocks.ElementAtOrDefault(index + 1) is ReportBlock.Signature));
        return Root("document", Element("body", body, layout.Section()));
    }

    private static IEnumerable<XElement> Write(ReportBlock block, bool isLastText) => block switch
    {
        ReportBlock.Title title => [Paragraph(WordStyles.Title, title.Lines.SelectMany((line, index) => LineOf(line, index)))],
        ReportBlock.Heading heading => [Paragraph(WordStyles.Heading, Run(heading.Text))],
        ReportBlock.Paragraph paragraph => [Write(paragraph, isLastText)],
        ReportBlock.Table table => [Paragraph(WordStyles.Gap), WordTable.Of(table.Printed), Paragraph(WordStyles.Gap)],
        ReportBlock.Signature signature =>
        [
            Paragraph(WordStyles.Body).KeptWithNext(),
            Paragraph(WordStyles.Signature, Run(signature.Agency)).KeptWithNext(),
            Paragraph(WordStyles.Signature, Run(signature.Day)),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    // A heading of its own is not left at the foot of a page, nor a signature alone on the last one.
    private static XElement Write(ReportBlock.Paragraph block, bool isLastText)
    {
        var paragraph = Paragraph(
            WordStyles.Body,
            block.Lead.Length > 0 ? Run(block.Lead, WordStyles.Lead) : null,
            block.Text.Length > 0 ? Run(block.Text) : null);
        return isLastText || block.Text.Length == 0 ? paragraph.KeptWithNext() : paragraph;
    }

    private static IEnumerable<XElement> LineOf(string line, int index) => index == 0 ? [Run(line)] : [Element("r", Element("br")), Run(line)];
}
