using System.IO.Compression;
using System.Security;
using System.Text;

namespace Gongkai.Documents.Tests.Reading.Generated;

/// <summary>Writes a printed report as a Word document, part by part and without the product's writer.</summary>
internal static class DocxPrinter
{
    public static byte[] Write(List<Piece> pieces, Quirks quirks)
    {
        var body = string.Concat(pieces.Select(piece => piece is Words words ? Paragraph(words.Text, quirks) : Table((Table)piece, quirks)));
        body = quirks.Frame switch
        {
            Frame.Layout => $"<w:tbl><w:tr><w:tc>{Paragraph("内部资料", quirks)}</w:tc></w:tr><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>",
            Frame.Furniture => $"<w:p><w:r><w:pict><w:txbxContent>{Paragraph("盖章处", quirks)}</w:txbxContent></w:pict></w:r></w:p><w:sdt><w:sdtPr/><w:sdtContent>{body}</w:sdtContent></w:sdt>",
            _ => body,
        };
        return Package($"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>{body}<w:sectPr/></w:body></w:document>");
    }

    /// <summary>A package with this main part.</summary>
    internal static byte[] Package(string document)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Add(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>");
            Add(zip, "word/document.xml", document);
        }
        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }

    private static string Table(Table table, Quirks quirks)
    {
        var xml = new StringBuilder("<w:tbl><w:tblPr/><w:tblGrid/>");
        var rows = TextPrinter.Expand(table);
        for (var y = 0; y < rows.Count; y++)
        {
            xml.Append("<w:tr>");
            for (var x = 0; x < rows[y].Count; x++)
            {
                var (text, isFirstColumn, isFirstRow) = rows[y][x];
                if (!isFirstColumn) continue;
                var span = 1 + rows[y].Skip(x + 1).TakeWhile(place => !place.IsFirstColumn).Count();
                var reaches = y + 1 < rows.Count && x < rows[y + 1].Count && !rows[y + 1][x].IsFirstRow && rows[y + 1][x].Text == text;
                var merge = !isFirstRow ? "<w:vMerge/>" : reaches ? "<w:vMerge w:val=\"restart\"/>" : "";
                xml.Append("<w:tc><w:tcPr>").Append(span > 1 ? $"<w:gridSpan w:val=\"{span}\"/>" : "").Append(merge).Append("</w:tcPr>")
                    .Append(Paragraph(isFirstRow ? text : "", quirks)).Append("</w:tc>");
            }
            xml.Append("</w:tr>");
        }
        return xml.Append("</w:tbl>").ToString();
    }

    private static string Paragraph(string text, Quirks quirks) =>
        $"<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{string.Join("<w:r><w:br/></w:r>", text.Split('\n').Select(line => Runs(line, quirks)))}</w:p>";

    // An edited document: the old number struck out, the new one inserted in two runs, a field, a bookmark, a hidden word.
    private static string Runs(string text, Quirks quirks)
    {
        if (text.Length == 0) return "";
        if (quirks.Frame != Frame.Edited) return Run(text);
        var half = text.Length / 2;
        return $"<w:del w:id=\"1\"><w:r><w:delText>88</w:delText></w:r></w:del><w:ins w:id=\"2\">{Run(text[..half])}</w:ins><w:bookmarkStart w:id=\"3\" w:name=\"_GoBack\"/>"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> MERGEFIELD 7 </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            + $"{Run(text[half..])}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>";
    }

    private static string Run(string text) => text.Length == 0 ? "" : $"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";
}
