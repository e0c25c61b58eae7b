namespace Gongkai.Documents.Tests.Reading.Generated;

/// <summary>Lays out the three tables with the quirks.</summary>
internal sealed class PrintedTables(PlannedReport report)
{
    private static readonly string[] ColumnLabels = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
    private static readonly string[] ResultLabels = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    private static readonly string[] GroupLabels = ["行政复议", "未经复议直接起诉", "复议后起诉"];

    private readonly Quirks _quirks = report.Quirks;

    public IEnumerable<Piece> Proactive()
    {
        var blocks = report.Form == "2019" ? Blocks2019() : Blocks2021();
        return _quirks.Proactive == ProactiveCut.One
            ? [new Table([.. blocks.SelectMany(rows => rows)])]
            : blocks.SelectMany(rows => (Piece[])[new Table(rows), new Words("")]);
    }

    private List<List<List<SetCell>>> Blocks2021() =>
    [
        Block("一", ["本年制发件数", "本年废止件数", "现行有效件数"], [("规章", ["regulations.issued", "regulations.repealed", "regulations.inForce"]), ("行政规范性文件", ["normativeDocuments.issued", "normativeDocuments.repealed", "normativeDocuments.inForce"])]),
        Block("五", ["本年处理决定数量"], [("行政许可", ["licences"])]),
        Block("六", ["本年处理决定数量"], [("行政处罚", ["penalties"]), ("行政强制", ["coercions"])]),
        Block("八", ["本年收费金额（单位：万元）"], [("行政事业性收费", ["feesWanYuan"])]),
    ];

    private List<List<List<SetCell>>> Blocks2019()
    {
        string[] yearly = ["上一年项目数量", "本年增/减", "处理决定数量"];
        return
        [
            Block("一", ["本年新制作数量", "本年新公开数量", "对外公开总数量"], [("规章", ["regulations.made", "regulations.newlyPublic", "regulations.totalPublic"]), ("规范性文件", ["normativeDocuments.made", "normativeDocuments.newlyPublic", "normativeDocuments.totalPublic"])]),
            Block("五", yearly, [("行政许可", Yearly("licences")), ("其他对外管理服务事项", Yearly("otherServices"))]),
            Block("六", yearly, [("行政处罚", Yearly("penalties")), ("行政强制", Yearly("coercions"))]),
            Block("八", yearly[..2], [("行政事业性收费", ["fees.previous", "fees.change"])]),
            Block("九", ["采购项目数量", "采购总金额"], [("政府集中采购", ["procurement.count", "procurement.amount"])]),
        ];
        static string[] Yearly(string row) => [$"{row}.previous", $"{row}.change", $"{row}.decisions"];
    }

    private List<List<SetCell>> Block(string item, string[] heads, (string Label, string[] Keys)[] rows)
    {
        // The last column takes what is left of the three.
        List<SetCell> Row(string label, IReadOnlyList<string> texts) =>
            [new SetCell(label), .. texts.Select((text, index) => new SetCell(text, index == texts.Count - 1 ? 4 - texts.Count : 1))];
        return
        [
            [new SetCell(Label($"第二十条第（{item}）项"), 4)],
            Row(Label("信息内容"), [.. heads.Select(head => Label(Wrapped(head)))]),
            .. rows.Select(row => Row(Label(row.Label), [.. row.Keys.Select(key => Number("proactive." + key))])),
        ];
    }

    public IEnumerable<Piece> Requests()
    {
        var head = RequestHead();
        if (_quirks.Requests == RequestsCut.None) return [new Table([.. head, .. RequestRows(report.Lines)])];
        var cut = 6 + report.Year % 9;
        var second = RequestRows([.. report.Lines.Skip(cut)]);
        return
        [
            new Table([.. head, .. RequestRows([.. report.Lines.Take(cut)])]),
            new Words(_quirks.Requests == RequestsCut.WithHead ? "— 3 —" : "- 3 -"),
            new Table(_quirks.Requests == RequestsCut.WithHead ? [.. head, .. second] : second),
        ];
    }

    private int LabelColumns => _quirks.RowHeads switch { RowHeads.Flat => 1, RowHeads.SplitGroup or RowHeads.Numbered => 4, _ => 3 };

    private List<List<SetCell>> RequestHead()
    {
        var corner = Label("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）");
        var labels = ColumnLabels.Select(label => Label(Wrapped(label))).ToArray();
        if (_quirks.Heads == Heads.Shortened) labels = [.. labels.Select(label => label.Length > 3 ? label[..^1] : label)];
        List<SetCell> remark = _quirks.RowHeads == RowHeads.Remarked ? [new SetCell("备注")] : [];
        List<SetCell> Tail() => _quirks.RowHeads == RowHeads.Remarked ? [new SetCell("")] : [];
        return _quirks.Heads switch
        {
            Heads.Flat => [[new SetCell(corner, LabelColumns), .. labels.Select(label => new SetCell(label)), .. remark]],
            Heads.Filled =>
            [
                [new SetCell(corner, LabelColumns, 3), new SetCell(Label("申请人情况"), 7), .. remark],
                [new SetCell(labels[0]), new SetCell(Label("法人或其他组织"), 5), new SetCell(labels[6]), .. Tail()],
                [new SetCell(""), .. labels[1..6].Select(label => new SetCell(label)), new SetCell(""), .. Tail()],
            ],
            // The spans of 自然人 and 总计 are lost: the third line slips to the left, as in badly exported pages.
            Heads.Broken =>
            [
                [new SetCell(corner, LabelColumns, 3), new SetCell(Label("申请人情况"), 7), .. remark],
                [new SetCell(labels[0]), new SetCell(Label("法人或其他组织"), 5), new SetCell(labels[6]), .. Tail()],
                [.. labels[1..6].Select(label => new SetCell(label))],
            ],
            _ =>
            [
                [new SetCell(corner, LabelColumns, 3), new SetCell(Label("申请人情况"), 7), .. remark.Select(cell => cell with { RowSpan = 3 })],
                [new SetCell(labels[0], 1, 2), new SetCell(Label("法人或其他组织"), 5), new SetCell(labels[6], 1, 2)],
                [.. labels[1..6].Select(label => new SetCell(label))],
            ],
        };
    }

    private List<List<SetCell>> RequestRows(IReadOnlyList<RequestLine> lines)
    {
        List<List<SetCell>> rows = [];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            rows.Add(
            [
                .. RowLabel(lines, i),
                .. PlannedReport.Columns.Select(column => new SetCell(Number($"requests.{line.Key}.{column}"))),
                .. (SetCell[])(_quirks.RowHeads == RowHeads.Remarked ? [new SetCell(i == 2 ? "含上年结转" : "")] : []),
            ]);
        }
        return rows;
    }

    private List<SetCell> RowLabel(IReadOnlyList<RequestLine> lines, int i)
    {
        var (line, result) = (lines[i], Label("三、本年度办理结果"));
        var (label, group) = (Label(line.Label), Label(line.Group));
        var isFirstResult = line.Group.Length > 0 && (i == 0 || lines[i - 1].Group.Length == 0);
        var isFirstOfGroup = i == 0 || lines[i - 1].Group != line.Group;
        var results = lines.Skip(i).TakeWhile(next => next.Group.Length > 0).Count();
        var members = lines.Skip(i).TakeWhile(next => next.Group == line.Group).Count();
        switch (_quirks.RowHeads)
        {
            case RowHeads.Flat: return [new SetCell(label)];
            case RowHeads.Unmerged:
                return line.Group switch
                {
                    "" => [new SetCell(label), new SetCell(""), new SetCell("")],
                    "-" => [new SetCell(result), new SetCell(label), new SetCell("")],
                    _ => [new SetCell(result), new SetCell(group), new SetCell(label)],
                };
        }
        List<SetCell> cells = _quirks.RowHeads == RowHeads.Numbered ? [new SetCell($"{report.Lines.ToList().IndexOf(line) + 1}")] : [];
        var extra = _quirks.RowHeads == RowHeads.SplitGroup ? 1 : 0;
        if (line.Group.Length == 0) return [.. cells, new SetCell(label, 3 + extra)];
        if (isFirstResult) cells.Add(new SetCell(result, 1, results));
        if (line.Group == "-") return [.. cells, new SetCell(label, 2 + extra)];
        if (isFirstOfGroup)
        {
            var close = group.IndexOfAny(['）', ')']) + 1;
            if (extra == 0) cells.Add(new SetCell(group, 1, members));
            else cells.AddRange([new SetCell(group[..close], 1, members), new SetCell(group[close..], 1, members)]);
        }
        return [.. cells, new SetCell(label)];
    }

    public IEnumerable<Piece> Disputes()
    {
        List<SetCell> Results(int rowSpan = 1) => [.. ResultLabels.Select(label => new SetCell(Label(Wrapped(label)), 1, rowSpan))];
        List<SetCell> Values(string group) => [.. PlannedReport.Results.Select(result => new SetCell(Number($"disputes.{group}.{result}")))];
        switch (_quirks.Disputes)
        {
            case DisputesCut.ThreeByHead:
                return GroupLabels.Select((group, i) => new Table([[new SetCell(Label(group), 5)], Results(), Values(PlannedReport.Groups[i])]));
            case DisputesCut.ThreeByParagraph:
                return GroupLabels.SelectMany((group, i) => (Piece[])[new Words($"（{"一二三"[i]}）{group}"), new Table([Results(), Values(PlannedReport.Groups[i])])]);
            case DisputesCut.GroupsAsRows:
                return [new Table([[new SetCell("类别"), .. Results()], .. GroupLabels.Select((group, i) => (List<SetCell>)[new SetCell(Label(group)), .. Values(PlannedReport.Groups[i])])])];
        }
        List<SetCell> values = [.. PlannedReport.Groups.SelectMany(Values)];
        List<SetCell> top = [new SetCell(Label("行政复议"), 5), new SetCell(Label("行政诉讼"), 10)];
        List<SetCell> groups = [new SetCell(Label(GroupLabels[1]), 5), new SetCell(Label(GroupLabels[2]), 5)];
        return _quirks.Heads == Heads.Filled
            ? [new Table([top, [.. Results(), .. groups], [.. Enumerable.Repeat(new SetCell(""), 5), .. Results(), .. Results()], values])]
            : [new Table([top, [.. Results(2), .. groups], [.. Results(), .. Results()], values])];
    }

    private string Wrapped(string label) => _quirks.Heads == Heads.Wrapped && label.Length is > 3 and < 8 ? label[..2] + "\n" + label[2..] : label;

    private string Label(string label) => label.Length == 0 ? "" : PrintedLabel.Of(label, _quirks.Labels);

    private string Number(string key) => PrintedNumber.Of(key, report.Values[key], _quirks);
}
