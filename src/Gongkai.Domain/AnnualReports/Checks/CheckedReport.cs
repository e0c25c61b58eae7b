using System.Globalization;

namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>A report under check (被检年报) with what its rules need to know besides. What several rules look at is worked out once.</summary>
public sealed class CheckedReport
{
    private readonly Lazy<Dictionary<CellKey, int>> _suspicion;

    /// <summary>What the ledger says was collected in processing fees in the year, in fen; null when there is no ledger behind the report.</summary>
    public long? ProcessingFeeFen { get; init; }

    /// <summary>Lays a report out for its rules.</summary>
    /// <param name="report">The report.</param>
    /// <param name="form">The form it was printed on.</param>
    /// <param name="words">Phrases and names that the rules about words look for.</param>
    /// <param name="residue">What the reader of the document found left lying in it.</param>
    /// <param name="previous">The same agency's report of the year before, or null.</param>
    public CheckedReport(AnnualReport report, ReportForm form, CheckWords words, IReadOnlyList<Residue> residue, AnnualReport? previous = null)
    {
        (Report, Form, Words, Residue, Previous) = (report, form, words, residue, previous);
        Body = words.BodyOf(report.Agency);
        Sections = [.. report.Sections.Select(section => new SectionText(section))];
        Tables = [.. form.Tables.Select(table => new PrintedTable(table, report))];
        Cells = [.. Tables.SelectMany(table => table.Cells)];
        Equations = TieOuts.Of(report);
        Claims = [.. ClaimReader.Read(this)];
        _suspicion = new(CountSuspicion);
    }

    /// <summary>The report.</summary>
    public AnnualReport Report { get; }

    /// <summary>The form it was printed on.</summary>
    public ReportForm Form { get; }

    /// <summary>Phrases and names that the rules about words look for.</summary>
    public CheckWords Words { get; }

    /// <summary>What the reader of the document found left lying in it.</summary>
    public IReadOnlyList<Residue> Residue { get; }

    /// <summary>The same agency's report of the year before, or null.</summary>
    public AnnualReport? Previous { get; }

    /// <summary>What the agency is, by its name.</summary>
    public ReportingBody Body { get; }

    /// <summary>The sections as the rules read them.</summary>
    internal IReadOnlyList<SectionText> Sections { get; }

    /// <summary>The three tables with the cells that were found.</summary>
    internal IReadOnlyList<PrintedTable> Tables { get; }

    /// <summary>The cells of all three.</summary>
    internal IReadOnlyList<ReportCell> Cells { get; }

    /// <summary>The tie-outs between its counts.</summary>
    internal TieOuts Equations { get; }

    /// <summary>The numbers that its words claim.</summary>
    internal IReadOnlyList<Claim> Claims { get; }

    /// <summary>Number of broken tie-outs a cell takes part in. The cell that breaks two is the one to look at first.</summary>
    public int SuspicionOf(CellKey cell) => _suspicion.Value.GetValueOrDefault(cell);

    /// <summary>What people call a cell: 表三 （七）总计 · 自然人.</summary>
    public string NameOf(CellKey cell)
    {
        // （六）其他处理 as a single row is no row of the 2021 form, but is printed in it now and then.
        if (cell.Table == "requests" && cell.Row == RequestRow.OtherSingle)
        {
            var closed = Form.LabelOf(CellKey.Request(RequestRow.Closed, cell.Column));
            return closed.Replace("（七）总计", "（六）其他处理", StringComparison.Ordinal);
        }
        return Form.LabelOf(cell);
    }

    /// <summary>
    /// True when a body named in the words (我局, 全市, 市政府办公厅) is the reporting agency itself. 全市 is a city's own, but not its
    /// bureau's.
    /// </summary>
    public bool IsOwn(string body)
    {
        if (body.Length > 1 && body[0] is '我' or '本' or '全')
            return body[1] is not ('省' or '市' or '县' or '区' or '旗' or '州') || Body is not (ReportingBody.Department or ReportingBody.Township);
        return Report.Agency is { } agency && body.Length > 2 && Short(agency).Contains(Short(body), StringComparison.Ordinal);

        static string Short(string name) => Prose.Squeeze(name).Replace("人民", "", StringComparison.Ordinal);
    }

    /// <summary>Where a cell stands and what is printed there.</summary>
    public Evidence? EvidenceOf(CellKey cell) =>
        Report.Cells.TryGetValue(cell, out var found) && found.Where is { } where ? new Evidence(where, found.Printed ?? "") : null;

    /// <summary>A number as people write it.</summary>
    public static string Write(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    private Dictionary<CellKey, int> CountSuspicion() => Equations.All
        .Where(equation => equation.BalanceIn(Report) is { Holds: false })
        .SelectMany(equation => equation.Cells)
        .GroupBy(cell => cell)
        .ToDictionary(cells => cells.Key, cells => cells.Count());
}

/// <summary>Something left lying in a document (残留), outside the text of its sections too: in a table, in a comment.</summary>
/// <param name="What">What it is, in Chinese: 书签标记.</param>
/// <param name="Place">Where, and the words themselves.</param>
public sealed record Residue(string What, Evidence Place);

/// <summary>A section as the rules read it.</summary>
internal sealed class SectionText
{
    public SectionText(ReportSection section)
    {
        Section = section;
        Paragraphs = [.. Prose.Paragraphs(section)];
        Squeezed = string.Concat(Paragraphs);
    }

    /// <summary>The section as printed.</summary>
    public ReportSection Section { get; }

    /// <summary>Its number in the form, 1 to 6; 0 for what stands before section one.</summary>
    public int Number => Section.Number;

    /// <summary>True for the sections that are written. In the others, words of a table that could not be read may be left over.</summary>
    public bool IsProse => Number is 1 or 5 or 6;

    /// <summary>Its text without white space.</summary>
    public string Squeezed { get; }

    /// <summary>Its paragraphs without white space.</summary>
    public IReadOnlyList<string> Paragraphs { get; }
}

/// <summary>A table of the form with the cells of it that a report has.</summary>
internal sealed class PrintedTable
{
    private static readonly CellKey[] SingleOtherRow = [.. CellKey.RequestColumns.Select(column => CellKey.Request(RequestRow.OtherSingle, column))];

    public PrintedTable(FormTable form, AnnualReport report)
    {
        Form = form;
        List<ReportCell> cells = new(form.Cells.Count);
        foreach (var name in form.Cells) Add(name.Key);
        if (form.Id == "requests" && form.Cells.All(name => name.Key != CellKey.SingleOther)) Array.ForEach(SingleOtherRow, Add);
        Cells = cells;

        void Add(CellKey key)
        {
            if (report.Cells.TryGetValue(key, out var cell)) cells.Add(cell);
        }
    }

    /// <summary>The table of the form.</summary>
    public FormTable Form { get; }

    /// <summary>The cells found, in the form's order; （六）其他处理 as a single row last where the form does not have it.</summary>
    public IReadOnlyList<ReportCell> Cells { get; }
}

