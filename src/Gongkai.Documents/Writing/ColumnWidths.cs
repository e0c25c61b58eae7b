using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Writing;

/// <summary>How a table's columns share the type area (版心宽 156 mm, GB/T 9704).</summary>
internal static class ColumnWidths
{
    /// <summary>Width of the type area in millimetres.</summary>
    public const double TypeArea = 156;

    /// <summary>Widths in millimetres; together the type area.</summary>
    public static IReadOnlyList<double> Of(FormTable form) => form.Id switch
    {
        "proactive" => [48, 36, 36, 36],
        "requests" => [12, 16, 44, .. Enumerable.Repeat(84.0 / 7, 7)],
        _ => [.. Enumerable.Repeat(TypeArea / form.Columns, form.Columns)],
    };

    /// <summary>Width of a cell over the columns it covers.</summary>
    public static double Of(this IReadOnlyList<double> columns, PrintedCell cell) => columns.Skip(cell.Column).Take(cell.ColumnSpan).Sum();

    /// <summary>
    /// Width of a text in em, at most: a Chinese character is one, a digit or Latin letter 0.64 in the widest face that a machine
    /// without Times New Roman falls back to.
    /// </summary>
    public static double EmOf(string text) => text.Sum(character => character < '\u2e80' ? 0.64 : 1);
}
