using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Writing.Sheets;

/// <summary>The sheet of one table (表二、表三、表四): its title, the mark of a demonstration, and the grid.</summary>
internal static class TableSheet
{
    private const double LineHeight = 15;

    /// <summary>Somewhat wider than on paper: what is too wide for a page is shrunk to it.</summary>
    private const double CharactersPerMillimetre = 0.85;

    public static Sheet Of(PrintedTable table, ReportDocument document)
    {
        var top = document.IsDemo ? 2 : 1;
        var widths = ColumnWidths.Of(table.Form).Select((width, column) => WidthOf(table, column, width));
        var sheet = new Sheet(table.Form.ShortTitle, [.. widths], document.IsDemo)
        {
            Frozen = table.HeadRows == 0 ? default : (top + table.HeadRows, table.LabelColumns),
            // The table of section three is taller than wide.
            Landscape = table.Columns > 10,
            OnePage = true,
        };
        sheet.Open(0, 2 * LineHeight);
        sheet.Put(0, 0, SheetStyle.Title, table.Caption);
        sheet.Merge(0, 0, 1, table.Columns);
        if (document.IsDemo)
        {
            sheet.Open(1, LineHeight);
            sheet.Put(1, 0, SheetStyle.Demo, DemoMark.Sentence);
            sheet.Merge(1, 0, 1, table.Columns);
        }
        for (var row = 0; row < table.Rows; row++)
        {
            sheet.Open(top + row, HeightOf(table, row, sheet));
            for (var column = 0; column < table.Columns; column++) Put(sheet, top + row, column, table[row, column], row);
        }
        foreach (var cell in table.Cells.Where(cell => cell.RowSpan > 1 || cell.ColumnSpan > 1))
            sheet.Merge(top + cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan);
        return sheet;
    }

    // A number wider than its column would show as 1E+09.
    private static double WidthOf(PrintedTable table, int column, double millimetres) => table.Cells
        .Where(cell => cell.Key is not null && cell.Column == column && cell.ColumnSpan == 1)
        .Select(cell => 2 * ColumnWidths.EmOf(cell.Text) + 1)
        .Append(Math.Round(millimetres * CharactersPerMillimetre, 2))
        .Max();

    private static void Put(Sheet sheet, int row, int column, PrintedCell cell, int tableRow)
    {
        if (cell.Row != tableRow || cell.Column != column) sheet.Put(row, column, StyleOf(cell), "");
        else if (cell.Number is { } number) sheet.Put(row, column, number);
        else sheet.Put(row, column, StyleOf(cell), cell.Text);
    }

    private static SheetStyle StyleOf(PrintedCell cell) => cell switch
    {
        { Heads: FormHeading.Column } => SheetStyle.ColumnHeading,
        { Heads: FormHeading.Row } => SheetStyle.RowHeading,
        { Number: not null } => SheetStyle.Number,
        _ => SheetStyle.Words,
    };

    // Office programs do not fit the height of a row to merged cells.
    private static double HeightOf(PrintedTable table, int row, Sheet sheet) => 6 + LineHeight * table.StartingIn(row)
        .Where(cell => cell.Key is null && cell.RowSpan == 1)
        .Select(cell => Math.Ceiling(2 * ColumnWidths.EmOf(cell.Text) / (sheet.WidthOf(cell.Column, cell.ColumnSpan) - 1)))
        .Append(1)
        .Max();
}
