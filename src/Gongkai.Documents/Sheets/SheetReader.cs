using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using ExcelDataReader;
using Gongkai.Documents.Reading.Intake;
using Gongkai.Domain;

namespace Gongkai.Documents.Sheets;

/// <summary>Reads a table (读取表格文件) by what its bytes are, not by its name: XLSX, JSON Lines, or CSV in UTF-8 or GB18030.</summary>
public static class SheetReader
{
    /// <summary>Most rows that are read; more is refused.</summary>
    public const int MaxRows = 500_000;

    private const int MaxColumns = 200;

    private const long MaxInflated = 512L << 20;

    // ExcelDataReader asks for code page 1252 before it looks at the file.
    static SheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads the whole table. Nothing is returned of a file that is damaged anywhere.</summary>
    public static Outcome<Sheet> Read(byte[] bytes)
    {
        if (bytes.Length == 0) return Damaged("文件是空的。请检查是否选错了文件。");
        if (bytes is [0x50, 0x4B, ..]) return ReadWorkbook(bytes);
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..]) return Damaged("这是旧版 .xls 或加密的文件。请在 WPS 或 Excel 中另存为 .xlsx 或 CSV。");
        var decoded = TextDecoder.Decode(bytes);
        // A report may be read past a damaged letter; a number that goes into the ledger may not.
        if (decoded.IsRefused || decoded.Value.Contains('\uFFFD', StringComparison.Ordinal)) return NoTable;
        try
        {
            return decoded.Value.TrimStart() is ['{', ..] ? ReadJsonLines(decoded.Value) : ReadCsv(decoded.Value);
        }
        catch (Exception error) when (error is CsvHelperException or JsonException or InvalidOperationException)
        {
            return NoTable;
        }
    }

    private static Outcome<Sheet> ReadCsv(string text)
    {
        var options = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", "\t", ";"],
            BadDataFound = null,
            MissingFieldFound = null,
            MaxFieldSize = 100_000,
        };
        using var csv = new CsvReader(new StringReader(text), options);
        if (!csv.Read() || !csv.ReadHeader()) return Damaged("文件里没有表头。");
        return Collect(csv.HeaderRecord!, Rows());

        IEnumerable<(int, IEnumerable<string?>)> Rows()
        {
            while (csv.Read()) yield return (csv.Parser.RawRow, csv.Parser.Record ?? []);
        }
    }

    private static Outcome<Sheet> ReadWorkbook(byte[] bytes)
    {
        try
        {
            if (InflatesTooFar(bytes)) return Damaged($"文件解开后超过 {MaxInflated >> 20} MB，不读取。请只保留要导入的表。");
            using var workbook = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
            if (!workbook.Read()) return Damaged("工作簿的第一张表是空的。");
            return Collect(Fields().ToList(), Rows());

            IEnumerable<string?> Fields() => Enumerable.Range(0, Math.Min(workbook.FieldCount, MaxColumns)).Select(column => Text(workbook.GetValue(column)));

            IEnumerable<(int, IEnumerable<string?>)> Rows()
            {
                for (var line = 2; workbook.Read(); line++) yield return (line, Fields());
            }
        }
#pragma warning disable CA1031 // Damaged parts surface from the library as whatever they tripped over; none of it is our state.
        catch (Exception error) when (error is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return NoTable;
        }
    }

    // What a few kilobytes inflate to is not known before: declared lengths may lie, so it is counted.
    private static bool InflatesTooFar(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
        var left = MaxInflated;
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            int count;
            while ((count = part.Read(buffer)) > 0)
            {
                if ((left -= count) < 0) return true;
            }
        }
        return false;
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static Outcome<Sheet> ReadJsonLines(string text)
    {
        List<SheetRow> rows = [];
        var columns = new List<string>();
        var line = 0;
        foreach (var record in text.EnumerateLines())
        {
            line++;
            if (record.IsWhiteSpace()) continue;
            if (rows.Count == MaxRows) return TooMany();
            using var document = JsonDocument.Parse(record.ToString(), new JsonDocumentOptions { MaxDepth = 3 });
            if (document.RootElement.ValueKind != JsonValueKind.Object) return Damaged($"第 {line} 行不是 JSON 对象。");
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var field in document.RootElement.EnumerateObject())
            {
                if (!columns.Contains(field.Name)) columns.Add(field.Name);
                var value = field.Value.ValueKind switch
                {
                    JsonValueKind.String => field.Value.GetString()!.Trim(),
                    JsonValueKind.Null => "",
                    _ => field.Value.GetRawText(),
                };
                if (value.Length > 0) values[field.Name] = value;
            }
            rows.Add(new SheetRow(line, values));
        }
        return new Sheet(columns, rows);
    }

    private static Outcome<Sheet> Collect(IReadOnlyList<string?> head, IEnumerable<(int Line, IEnumerable<string?> Fields)> records)
    {
        var columns = head.Take(MaxColumns).Select(name => name?.Trim() ?? "").ToList();
        var twice = columns.Where(name => name.Length > 0).GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(name => name.Count() > 1);
        if (twice is not null) return Damaged($"表头“{twice.Key}”出现了两次。");
        List<SheetRow> rows = [];
        foreach (var (line, fields) in records)
        {
            var values = columns.Zip(fields, (name, field) => (Name: name, Value: field?.Trim() ?? ""))
                .Where(pair => pair.Name.Length > 0 && pair.Value.Length > 0)
                .ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
            if (values.Count == 0) continue;
            if (rows.Count == MaxRows) return TooMany();
            rows.Add(new SheetRow(line, values));
        }
        return new Sheet(columns, rows);
    }

    private static Refusal TooMany() => new("sheet.too-many-rows", $"文件超过 {MaxRows} 行。请分成几个文件导入。");

    private static Refusal NoTable => Damaged("文件已损坏，或者不是 CSV、XLSX、JSON Lines。请重新导出。");

    private static Refusal Damaged(string message) => new("sheet.unreadable", message);
}
