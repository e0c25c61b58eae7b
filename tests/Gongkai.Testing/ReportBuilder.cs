using Gongkai.Documents.Data;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Testing;

/// <summary>Builds an annual report cell by cell. It starts with every cell of its form zero, which ties out.</summary>
public sealed class ReportBuilder
{
    private readonly Dictionary<CellKey, ReportCell> _cells;
    private readonly List<ReportSection> _sections = [];
    private readonly string _form;
    private string? _agency = "示范区应急管理局";
    private int? _year;

    private ReportBuilder(string form, int year)
    {
        (_form, _year) = (form, year);
        _cells = BuiltInForms.WithCode(form).Cells.ToDictionary(key => key, key => ReportCell.OfNumber(key, 0));
    }

    /// <summary>A report on the form in force.</summary>
    public static ReportBuilder AReport(int year = 2023) => new("2021", year);

    /// <summary>A report on the form of 2019.</summary>
    public static ReportBuilder AnOldReport(int year = 2020) => new("2019", year);

    public ReportBuilder Of(string? agency)
    {
        _agency = agency;
        return this;
    }

    public ReportBuilder In(int? year)
    {
        _year = year;
        return this;
    }

    public ReportBuilder With(string cell, decimal value)
    {
        var key = new CellKey(cell);
        _cells[key] = ReportCell.OfNumber(key, value);
        return this;
    }

    /// <summary>A row of section three or four, in the order of its columns.</summary>
    public ReportBuilder WithRow(string row, params decimal[] values)
    {
        var columns = row.StartsWith("requests.", StringComparison.Ordinal) ? CellKey.RequestColumns : CellKey.DisputeColumns;
        foreach (var (column, value) in columns.Zip(values)) With($"{row}.{column}", value);
        return this;
    }

    /// <summary>Requests of natural persons only: what came in, was carried in, granted and carried over; the report still ties out.</summary>
    public ReportBuilder WithRequests(decimal received, decimal carriedIn = 0, decimal carriedOver = 0)
    {
        var closed = received + carriedIn - carriedOver;
        foreach (var (row, value) in (ReadOnlySpan<(string, decimal)>)[("received", received), ("carriedIn", carriedIn), ("granted", closed), ("closed", closed), ("carriedOver", carriedOver)])
            WithRow($"requests.{row}", value, 0, 0, 0, 0, 0, value);
        return this;
    }

    public ReportBuilder Without(string cell, CellState state, string? printed = null)
    {
        var key = new CellKey(cell);
        _cells[key] = ReportCell.Without(key, state, printed);
        return this;
    }

    public ReportBuilder NotPrinting(Func<CellKey, bool> cells)
    {
        foreach (var key in _cells.Keys.Where(cells).ToList()) _cells.Remove(key);
        return this;
    }

    public ReportBuilder Section(int number, string title, string text)
    {
        _sections.Add(new ReportSection(number, title, text));
        return this;
    }

    /// <summary>Six sections that say nothing wrong; <paramref name="overview"/> stands in section one.</summary>
    public ReportBuilder WithSections(string overview = "本年度我局认真做好政府信息公开工作。", string matters = "本年度未收取信息处理费。") => this
        .Section(1, "总体情况", overview)
        .Section(2, "主动公开政府信息情况", "")
        .Section(3, "收到和处理政府信息公开申请情况", "")
        .Section(4, "政府信息公开行政复议、行政诉讼情况", "")
        .Section(5, "存在的主要问题及改进情况", "主要问题是解读形式不够丰富，下一步将加以改进。")
        .Section(6, "其他需要报告的事项", matters);

    public AnnualReport Build() => new(_agency, _year, _form, _cells, _sections);
}
