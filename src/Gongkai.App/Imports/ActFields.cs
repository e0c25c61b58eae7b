using System.Globalization;
using Gongkai.Documents.Sheets;

namespace Gongkai.App.Imports;

/// <summary>The fields of one line, read one by one; what cannot be read is noted, and the line is then not used.</summary>
/// <param name="row">The line.</param>
/// <param name="problems">Where problems are noted.</param>
internal sealed class ActFields(SheetRow row, List<ImportProblem> problems)
{
    /// <summary>Acts before the revised 条例 (2019-05-15) only occur as opening figures; a day far off is a slip of the hand.</summary>
    private static readonly DateOnly Earliest = new(2008, 5, 1);

    private static readonly DateOnly Latest = new(2100, 12, 31);

    private const decimal MostYuan = 1_000_000_000_000;

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    public int Line => row.Line;

    public string Optional(ActColumn column) =>
        row.Values.TryGetValue(column.Heading, out var value) || row.Values.TryGetValue(column.Code, out value) ? value : "";

    public string Required(ActColumn column, int maxLength = 200)
    {
        var value = Optional(column);
        if (value.Length == 0) Note($"缺少“{column.Heading}”。", column);
        else if (value.Length > maxLength) Note($"“{column.Heading}”超过 {maxLength} 个字。", column);
        return value;
    }

    public DateOnly Day(ActColumn column) => Required(column).Length == 0 ? default : OptionalDay(column)!.Value;

    public DateOnly? OptionalDay(ActColumn column)
    {
        var value = Optional(column);
        if (value.Length == 0) return null;
        if (!DateOnly.TryParseExact(value, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            Note($"“{column.Heading}”写的是“{Shorten(value)}”，不是日期。请写成 2026-03-05。", column);
        else if (day < Earliest || day > Latest)
            Note($"“{column.Heading}”{value} 不在 {Earliest:yyyy-MM-dd} 至 {Latest:yyyy-MM-dd} 之间。", column);
        return day;
    }

    public T Word<T>(ActColumn column, ActWords<T> words) where T : struct, Enum
    {
        var value = Required(column);
        if (value.Length == 0) return default;
        if (!words.TryFind(value, out var member)) Note($"“{column.Heading}”写的是“{Shorten(value)}”，应为：{words.Choices}。", column);
        return member;
    }

    public int Count(ActColumn column, int otherwise, int most) =>
        Optional(column).Length == 0 ? otherwise : (int)Amount(column, 0, 1, most);

    public bool YesNo(ActColumn column, bool otherwise)
    {
        switch (Optional(column))
        {
            case "": return otherwise;
            case "是" or "true" or "1": return true;
            case "否" or "false" or "0": return false;
            case var value:
                Note($"“{column.Heading}”写的是“{Shorten(value)}”，应为：是、否。", column);
                return otherwise;
        }
    }

    public decimal Amount(ActColumn column, int decimals, decimal least, decimal most)
    {
        var value = Required(column).Replace(",", "", StringComparison.Ordinal);
        if (value.Length == 0) return 0;
        if (!decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            || amount != decimal.Round(amount, decimals) || amount < least || amount > most)
        {
            Note($"“{column.Heading}”写的是“{Shorten(value)}”，应为 {least} 至 {most} 的{(decimals == 0 ? "整数" : $"数，至多 {decimals} 位小数")}。", column);
            return 0;
        }
        return amount;
    }

    /// <summary>An amount of yuan, in fen.</summary>
    public long Fen() => (long)(Amount(ActColumn.Yuan, 2, -MostYuan, MostYuan) * 100);

    public void Note(string message, ActColumn? column = null) => problems.Add(new ImportProblem(row.Line, message, column?.Code));

    private static string Shorten(string value) => value.Length <= 30 ? value : value[..30] + "…";
}
