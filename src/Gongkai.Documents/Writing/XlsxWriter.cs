using System.Xml.Linq;
using Gongkai.Documents.Writing.Sheets;

namespace Gongkai.Documents.Writing;

/// <summary>
/// Writes the official form as a workbook (年报 XLSX): one sheet per table with merged cells and numbers as numbers, and 说明 with the
/// words. Text is always text: what begins with = + - @ is never a formula.
/// </summary>
public static class XlsxWriter
{
    /// <summary>Media type of the file.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "xl/workbook.xml";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>The whole file.</summary>
    public static byte[] Write(ReportDocument document)
    {
        var package = new OfficePackage();
        package.Relate("", $"{OfficePackage.Relations}/officeDocument", Main);
        package.Add("xl/styles.xml", $"{ContentType}styles+xml", SheetStyles.Part());
        package.Relate(Main, $"{OfficePackage.Relations}/styles", "xl/styles.xml");
        List<(Sheet Sheet, string Relation)> sheets = [];
        foreach (var sheet in document.Tables.Select(table => TableSheet.Of(table, document)).Prepend(NotesSheet.Of(document)))
        {
            var path = $"xl/worksheets/sheet{sheets.Count + 1}.xml";
            package.Add(path, $"{ContentType}worksheet+xml", sheet.Part());
            sheets.Add((sheet, package.Relate(Main, $"{OfficePackage.Relations}/worksheet", path)));
        }
        package.Add(Main, $"{ContentType}sheet.main+xml", Workbook(sheets));
        package.Describe(document);
        return package.ToArray();
    }

    private static XElement Workbook(IReadOnlyList<(Sheet Sheet, string Relation)> sheets)
    {
        XNamespace relations = OfficePackage.Relations;
        var titles = sheets.Index().Where(entry => entry.Item.Sheet.PrintTitles.Length > 0);
        return SheetXml.Root(
            "workbook",
            SheetXml.Element("sheets", sheets.Index().Select(entry => SheetXml.Element(
                "sheet", new XAttribute("name", entry.Item.Sheet.Name), new XAttribute("sheetId", entry.Index + 1),
                new XAttribute(relations + "id", entry.Item.Relation)))),
            SheetXml.Element("definedNames", titles.Select(entry => SheetXml.Element(
                "definedName",
                new XAttribute("name", "_xlnm.Print_Titles"), new XAttribute("localSheetId", entry.Index), entry.Item.Sheet.PrintTitles))));
    }
}
