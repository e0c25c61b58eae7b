using System.Text;
using System.Xml;

namespace Gongkai.Documents.Secrets;

/// <summary>The text of one part of an office document (OOXML, OpenDocument, OFD), and what place in the document it has.</summary>
internal static class PackageText
{
    // Where a line ends, in whatever vocabulary: paragraphs, rows, cells, shared strings, text objects.
    private static readonly HashSet<string> LineElements =
        ["p", "h", "tc", "tr", "br", "cr", "si", "c", "is", "v", "row", "comment", "txbxContent", "table-cell", "TextObject", "oddHeader", "evenHeader",
         "firstHeader", "oddFooter", "evenFooter", "firstFooter", "textpath", "property", "user-defined", "sheet"];

    // What a drawn word, a sheet, a property or a picture is called stands in an attribute.
    private static readonly HashSet<string> TextAttributes = ["string", "name", "descr", "title", "Title", "Name"];

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static bool IsMarkup(string part) =>
        part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    public static bool IsEmbedded(string part) => part.Contains("embeddings/", StringComparison.OrdinalIgnoreCase)
        || part.StartsWith("Object ", StringComparison.Ordinal) || part.Contains("Attach", StringComparison.OrdinalIgnoreCase);

    public static SecretMark? Find(string part, byte[] xml)
    {
        try
        {
            return MarkedText.Find(Read(xml, PlaceOf(part) == TextPlace.Property), PlaceOf(part));
        }
        catch (XmlException)
        {
            return SecretExamination.Unexaminable("damaged");
        }
    }

    private static TextPlace PlaceOf(string part)
    {
        if (part.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase) || part is "meta.xml" or "OFD.xml" || part.EndsWith("workbook.xml", StringComparison.Ordinal))
            return TextPlace.Property;
        string[] margins = ["header", "footer", "slideMaster", "slideLayout", "vmlDrawing", "styles.xml", "Annot", "Tpl"];
        return margins.Any(margin => part.Contains(margin, StringComparison.OrdinalIgnoreCase)) ? TextPlace.Margin : TextPlace.Body;
    }

    private static string Read(byte[] xml, bool isProperties)
    {
        var text = new StringBuilder();
        using var reader = XmlReader.Create(new MemoryStream(xml, writable: false), Settings);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (isProperties || LineElements.Contains(reader.LocalName)) text.Append('\n');
                    else if (reader.LocalName == "tab") text.Append('\t');
                    AppendAttributes(text, reader);
                    if (reader.IsEmptyElement && LineElements.Contains(reader.LocalName)) text.Append('\n');
                    break;
                case XmlNodeType.EndElement when LineElements.Contains(reader.LocalName) || isProperties && reader.LocalName is not ("property" or "user-defined"):
                    text.Append('\n');
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    text.Append(Part(reader.Value));
                    break;
            }
        }
        return text.ToString();
    }

    // &C and the like divide a sheet's header into left, centre and right.
    private static string Part(string value) => value.Contains('&', StringComparison.Ordinal)
        ? System.Text.RegularExpressions.Regex.Replace(value, "&(?:\"[^\"]*\"|[0-9]+|[LCRPNDTAFGBIUESXYZ])", "\n")
        : value;

    private static void AppendAttributes(StringBuilder text, XmlReader reader)
    {
        if (!reader.HasAttributes) return;
        var element = reader.LocalName;
        while (reader.MoveToNextAttribute())
        {
            if (!TextAttributes.Contains(reader.LocalName) || reader.Value.Length == 0) continue;
            // A property's name is the field, and its value follows.
            text.Append('\n').Append(reader.Value).Append(element is "property" or "user-defined" ? '：' : '\n');
        }
        reader.MoveToElement();
    }
}
