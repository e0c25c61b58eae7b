using Gongkai.Documents.Data;
using Gongkai.Documents.Reading.Model;
using Gongkai.Documents.Reading.Recognition;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Reading.Text;

/// <summary>
/// Finds table rows in a run of bare lines, one cell to a line: a label that belongs to the forms, and the values after it. Where values
/// are missing, the distances between the lines must prove which are blank, or the row stays unreadable.
/// </summary>
internal sealed class CellFlow(List<Block> blocks, bool isOlderForm)
{
    private const int MaxLabel = 60;
    private const int MaxLabelLines = 4;
    // No table has as many lines between two rows; a hostile text may.
    private const int MaxPending = 200;

    private readonly List<FlowLine> _labels = [];
    private readonly List<FlowLine> _values = [];
    private readonly List<FlowRow> _rows = [];
    private string? _lastRequest;

    /// <summary>Takes the next line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">Its number in the text.</param>
    public void Add(string line, int number)
    {
        var text = line.Trim();
        if (text.Length == 0 || PageNumber.Is(text)) return;
        var current = new FlowLine(text, number, number);
        if (_values.Count >= MaxPending) CloseRow(number);
        if (text.Length <= MaxLabel && (_labels.Count > 0 || _values.Count > 0) && IsValue(text))
        {
            _values.Add(current);
        }
        else if (_values.Count > 0 && _values[^1].End == number - 1 && IsRemark(text))
        {
            _values[^1] = new FlowLine($"{_values[^1].Text}\n{text}", _values[^1].Start, number);
        }
        else if (IsLabel(text))
        {
            if (_values.Count > 0) CloseRow(number);
            if (_labels.Count >= MaxPending) EndTable();
            _labels.Add(current);
        }
        else
        {
            CloseRow(number);
            EndTable();
            blocks.Add(new Paragraph(text));
        }
    }

    /// <summary>Ends what is open.</summary>
    public void End()
    {
        CloseRow(int.MaxValue);
        EndTable();
    }

    private static bool IsLabel(string text)
    {
        if (text.Length > MaxLabel || text.Contains('。', StringComparison.Ordinal)) return false;
        var label = LabelText.Of(text);
        // （三） and 不予公开 may stand on lines of their own.
        if (label.Han.Length == 0) return label.Ordinal != '\0';
        if (label.EndsInNumber || LabelBook.Sections.Exact(label.Han) is not null) return false;
        return !label.Han.EndsWith("报告", StringComparison.Ordinal) && !label.Han.EndsWith("年报", StringComparison.Ordinal);
    }

    private static bool IsValue(string text) => NumberCell.IsValue(text) || NumberCell.Read(text, NumberKind.WanYuan).State != CellState.Unreadable;

    private static bool IsRemark(string text) => text[0] is '（' or '(' or '［' or '[' || text.StartsWith("其中", StringComparison.Ordinal);

    private void CloseRow(int next)
    {
        if (_values.Count == 0) return;
        var heads = LabelBook.DisputeHeads.Scan(string.Concat(_labels.Select(line => LabelText.Of(line.Text).Han))).Where(CellKey.DisputeColumns.Contains).ToList();
        if (heads.Distinct().Count() == CellKey.DisputeColumns.Count)
        {
            _rows.Add(new FlowRow([.. _labels.Select(line => line.Text)], null, heads.Count, _labels[^1].End, [.. _values], next));
        }
        else if (FindLabel() is { } found)
        {
            AddBlankRows(_labels.Take(_labels.Count - found.Lines).ToList(), found.Key, _labels[^found.Lines].Start);
            List<string> head = [.. _labels.Take(_labels.Count - found.Lines).Select(line => line.Text).Where(IsHead)];
            var label = string.Concat(_labels.Skip(_labels.Count - found.Lines).Select(line => line.Text));
            _rows.Add(new FlowRow(head, label, found.Columns, _labels[^1].End, [.. _values], next));
            if (found.IsRequest) _lastRequest = found.Key;
        }
        else
        {
            EndTable();
            blocks.AddRange(_labels.Concat(_values).Select(line => new Paragraph(line.Text)));
        }
        _labels.Clear();
        _values.Clear();
    }

    // The fewest lines that make up a label of the forms; a label may be wrapped over several.
    private (string Key, int Lines, int Columns, bool IsRequest)? FindLabel()
    {
        var text = "";
        for (var count = 1; count <= Math.Min(MaxLabelLines, _labels.Count); count++)
        {
            text = _labels[^count].Text + text;
            if (Match(text, _lastRequest) is { } found) return (found.Key, count, found.Columns, found.IsRequest);
        }
        return null;
    }

    private (string Key, int Columns, bool IsRequest, bool IsWeak)? Match(string text, string? previous)
    {
        var label = LabelText.Of(text);
        if ((LabelBook.Proactive.Exact(label.Han) ?? LabelBook.Proactive.Nearest(label.Han)) is { } row) return (row, ColumnsOf(row), false, false);
        return RequestRowFinder.Find([new GridCell(text, 0, 0, 1, 1)], previous) is { } request
            ? (request.Key, CellKey.RequestColumns.Count, true, request.IsWeak)
            : null;
    }

    private int ColumnsOf(string row) => (isOlderForm ? BuiltInForms.Form2019 : BuiltInForms.Form2021).Cells
        .Count(key => key.Table == "proactive" && (key.Value.Split('.')[1] == row || row == "fees" && key.Column == "feesWanYuan"));

    // A row all of whose values are blank leaves only its label among the lines before the next row.
    private void AddBlankRows(List<FlowLine> lines, string following, int next)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (Match(lines[i].Text, _lastRequest) is not { IsWeak: false } found) continue;
            if (found.Key == "other" && following.StartsWith("other.", StringComparison.Ordinal)) continue;
            _rows.Add(new FlowRow([], lines[i].Text, found.Columns, lines[i].End, [], i + 1 < lines.Count ? lines[i + 1].Start : next));
            if (found.IsRequest) _lastRequest = found.Key;
        }
    }

    // A numbered 其他 is a row, not a column.
    private static bool IsHead(string text)
    {
        var label = LabelText.Of(text);
        return label.Ordinal == '\0' && (LabelBook.ProactiveColumns.Exact(label.Han) ?? LabelBook.ProactiveColumns.Nearest(label.Han)
            ?? LabelBook.RequestColumns.Exact(label.Han) ?? LabelBook.RequestHeads.Exact(label.Han)) is not null;
    }

    private void EndTable()
    {
        if (_rows.Count > 0)
        {
            var spacing = FlowSpacing.Of(_rows);
            List<IReadOnlyList<string>> rows = [];
            foreach (var row in _rows)
            {
                if (row.Head.Count > 0) rows.Add(row.Head);
                IReadOnlyList<string> label = row.Label is null ? [] : [row.Label];
                rows.Add([.. label, .. spacing.Fill(row)]);
            }
            blocks.Add(Grid.OfTexts(rows, isAligned: false));
            _lastRequest = null;
        }
        _rows.Clear();
        blocks.AddRange(_labels.Select(line => new Paragraph(line.Text)));
        _labels.Clear();
    }
}
