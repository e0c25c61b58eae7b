using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Gongkai.Documents.Sheets;

/// <summary>Writes a table of text (写出表格文件).</summary>
public static class SheetWriter
{
    private static readonly JsonSerializerOptions Chinese = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>CSV with a byte order mark: without it Excel takes Chinese for its own code page.</summary>
    public static byte[] Csv(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            foreach (var row in rows.Prepend(columns))
            {
                foreach (var field in row) csv.WriteField(field);
                csv.NextRecord();
            }
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>One JSON object a line; blank fields are left out.</summary>
    public static byte[] JsonLines(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var fields = columns.Zip(row).Where(pair => pair.Second.Length > 0).ToDictionary(pair => pair.First, pair => pair.Second);
            text.Append(JsonSerializer.Serialize(fields, Chinese)).Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A workbook of one sheet; every cell is text, so that numbers such as 2026-0001 stay what they are.</summary>
    public static byte[] Workbook(string sheetName, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = workbook.AddWorkbookPart();
            var part = book.AddNewPart<WorksheetPart>();
            var frozenHead = new SheetView(new Pane
            {
                VerticalSplit = 1,
                TopLeftCell = "A2",
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            })
            { WorkbookViewId = 0 };
            part.Worksheet = new Worksheet(
                new SheetViews(frozenHead),
                new Columns(new Column { Min = 1, Max = (uint)columns.Count, Width = 16, CustomWidth = true }),
                new SheetData(rows.Prepend(columns).Select(row => new Row(row.Select(Text)))));
            book.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = sheetName }));
        }
        return stream.ToArray();
    }

    private static Cell Text(string value) => new(new InlineString(new Text(value))) { DataType = CellValues.InlineString };
}
