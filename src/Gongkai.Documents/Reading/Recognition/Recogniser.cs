using Gongkai.Documents.Data;
using Gongkai.Documents.Reading.Intake;
using Gongkai.Documents.Reading.Model;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Checks;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>Finds the report in a document: its tables by their labels, its sections by their titles, its agency and year by its title.</summary>
internal sealed class Recogniser(SourceDocument document)
{
    private const int MaxCells = 100_000;

    private readonly CellCollector _cells = new();
    private readonly Outline _outline = new();
    private readonly List<Leftover> _leftovers = [.. document.Residue];
    private string? _publisher;
    private string _lastWords = "";

    /// <summary>Recognises, or refuses a document that is no annual report.</summary>
    public Outcome<ReadReport> Recognise()
    {
        // The three tables have some 300 cells; a site's frame adds some dozens.
        if (document.Blocks.OfType<Grid>().Sum(grid => grid.Rows.Sum(row => (long)row.Count)) > MaxCells) return FileRefusals.TooDeep;
        var form = FormChoice.Of(document.Blocks.OfType<Grid>());
        var proactive = new ProactiveTable(_cells, form);
        var requests = new RequestsTable(_cells);
        var disputes = new DisputesTable(_cells);
        foreach (var block in document.Blocks)
        {
            if (block is Grid grid) Read(grid, proactive, requests, disputes);
            else if (block is Paragraph paragraph) Read(paragraph);
        }
        var title = TitleLines.Read(document.Title, _outline.Preface, _publisher);
        if (_cells.Cells.Count == 0 && _outline.Headings < 2 && (title.Text.Length == 0 || _outline.Headings == 0)) return FileRefusals.NoReport;
        var sections = _outline.Sections(title.Text);
        _leftovers.InsertRange(0, sections.SelectMany(section => LeftoverScan.In(section.Text, $"section {section.Number}")));
        var report = Infer(new AnnualReport(title.Agency, title.Year, form.Code, Cells(form), sections));
        return new ReadReport(report, document.Format, _leftovers);
    }

    private void Read(Grid grid, ProactiveTable proactive, RequestsTable requests, DisputesTable disputes)
    {
        var table = 0;
        if (proactive.Read(grid)) table = 1;
        if (requests.Read(grid)) table = 2;
        if (disputes.Read(grid, _lastWords)) table = 3;
        if (table == 0)
        {
            if (_outline.Headings == 0) ReadMetadata(grid);
            return;
        }
        _leftovers.AddRange(LeftoverScan.In(string.Join('\n', grid.Cells.Select(cell => cell.Text)), $"table {table}"));
    }

    private void Read(Paragraph paragraph)
    {
        if (PageNumber.Is(paragraph.Text)) return;
        _outline.Add(paragraph.Text);
        // The heading of section four names all groups at once, and so none.
        if (!string.IsNullOrWhiteSpace(paragraph.Text)) _lastWords = LabelBook.Sections.Exact(LabelText.Of(paragraph.Text).Han) is null ? paragraph.Text : "";
        if (_outline.Headings == 0 && paragraph.Text.Length < 60) _publisher ??= PublisherIn(paragraph.Text);
    }

    // 名称, 发布机构 and the like stand in a small table above the report.
    private void ReadMetadata(Grid grid)
    {
        foreach (var row in grid.Rows)
        {
            for (var i = 0; i + 1 < row.Count; i++)
            {
                var label = row[i].Label.Han;
                if (label is "名称" or "标题") _outline.Add(row[i + 1].Text);
                else if (label is "发布机构" or "发文机关" or "公开机构" or "发布单位") _publisher ??= NameOrNull(row[i + 1].Text);
            }
        }
    }

    private static string? PublisherIn(string line)
    {
        var colon = line.IndexOfAny(['：', ':']);
        return colon > 0 && LabelText.Of(line[..colon]).Han is "发布机构" or "发文机关" or "公开机构" or "发布单位" ? NameOrNull(line[(colon + 1)..]) : null;
    }

    private static string? NameOrNull(string text) => CjkText.Fold(text) is { Length: >= 2 and <= 40 } name ? name : null;

    private AnnualReport Infer(AnnualReport report)
    {
        var resolved = TieOutInference.ResolveBlanks(report);
        var settled = TieOutInference.SettleAmbiguous(resolved, key => !_cells.Contradicted.Contains(key));
        return ReferenceEquals(settled, resolved) ? resolved : TieOutInference.ResolveBlanks(settled);
    }

    private Dictionary<CellKey, ReportCell> Cells(ReportForm form)
    {
        var hasSingleOther = _cells.Cells.ContainsKey(CellKey.SingleOther);
        return _cells.Cells.ToDictionary(pair => pair.Key, pair => new ReportCell(
            pair.Key, pair.Value.State, pair.Value.Value, pair.Value.Printed, CellPlaces.Of(pair.Key, form, hasSingleOther), pair.Value.Candidates, null));
    }
}
