namespace Gongkai.Documents.Sheets;

/// <summary>A table of text (表格数据) from a CSV, XLSX or JSON Lines file: named columns and numbered rows.</summary>
/// <param name="Columns">Column names as written, trimmed.</param>
/// <param name="Rows">The rows that are not wholly blank.</param>
public sealed record Sheet(IReadOnlyList<string> Columns, IReadOnlyList<SheetRow> Rows);

/// <summary>One row (行).</summary>
/// <param name="Line">Its line in the file as an editor shows it, from 1; the head of a table is line 1.</param>
/// <param name="Values">Column name to trimmed text; blank values are left out.</param>
public sealed record SheetRow(int Line, IReadOnlyDictionary<string, string> Values);
