using System.Xml.Linq;
using Gongkai.Documents.Writing.Word;

namespace Gongkai.Documents.Writing;

/// <summary>
/// Writes the official form as a Word document (年报 DOCX): A4, type area and type sizes of GB/T 9704-2012, the form's tables with true
/// merged cells, and the customary faces by name with the ones to fall back to.
/// </summary>
public static class DocxWriter
{
    /// <summary>Media type of the file.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Main = "word/document.xml";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>The whole file. Text that no document may hold (control characters) is left out.</summary>
    public static byte[] Write(ReportDocument document)
    {
        var package = new OfficePackage();
        package.Relate("", $"{OfficePackage.Relations}/officeDocument", Main);
        AddPart(package, "styles", WordStyles.Styles());
        AddPart(package, "settings", WordStyles.Settings());
        AddPart(package, "fontTable", WordFonts.Table());
        var layout = new PageLayout(
            AddPart(package, "footer", "footer1", PageLayout.Footer(odd: true)),
            AddPart(package, "footer", "footer2", PageLayout.Footer(odd: false)),
            document.IsDemo ? AddPart(package, "header", "header1", PageLayout.DemoHeader()) : null,
            document.IsDemo ? AddPart(package, "header", "header2", PageLayout.DemoHeader()) : null);
        package.Add(Main, $"{ContentType}document.main+xml", WordBody.Of(document, layout));
        package.Describe(document);
        return package.ToArray();
    }

    private static string AddPart(OfficePackage package, string kind, XElement root) => AddPart(package, kind, kind, root);

    private static string AddPart(OfficePackage package, string kind, string name, XElement root)
    {
        package.Add($"word/{name}.xml", $"{ContentType}{kind}+xml", root);
        return package.Relate(Main, $"{OfficePackage.Relations}/{kind}", $"word/{name}.xml");
    }
}
