using System.Globalization;
using Gongkai.App.Imports;
using Gongkai.Documents.Sheets;

namespace Gongkai.App.Agencies.Imports;

/// <summary>A line of the table with its words, and the problems found in it (导入行).</summary>
internal sealed class AgencyLine(SheetRow row, List<ImportProblem> problems)
{
    public const string Region = "区划";
    public const string Agency = "机关";
    public const string Person = "人员";

    public int Number => row.Line;

    public string Kind => Text(AgencyColumn.Line) ?? "";

    /// <summary>What stands in a column; null where it is blank.</summary>
    public string? Text(string column) => row.Values.GetValueOrDefault(column);

    public void Refuse(string message) => problems.Add(new ImportProblem(row.Line, message));

    /// <summary>What must stand in a column; null with a problem where it does not.</summary>
    public string? Need(string column)
    {
        var text = Text(column);
        if (text is null) Refuse($"没有填写“{column}”。");
        return text;
    }

    /// <summary>One of two words; null where the column is blank or has another word, which is a problem.</summary>
    public bool? Either(string column, string yes, string no)
    {
        var text = Text(column);
        if (text is not null && text != yes && text != no) Refuse($"“{column}”只能填“{yes}”或“{no}”，不能填“{text}”。");
        return text == yes ? true : text == no ? false : null;
    }

    /// <summary>A day; null where the column is blank or holds no day, which is a problem.</summary>
    public DateOnly? Day(string column)
    {
        var text = Text(column);
        if (text is null) return null;
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Refuse($"“{column}”的日期“{text}”读不出。请写成 2026-03-05。");
        return null;
    }
}
