using System.Text.RegularExpressions;
using Gongkai.Documents.Sheets;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Requests;

namespace Gongkai.App.Imports;

/// <summary>Reads the lines of an import file, each by itself, and notes every problem with its line.</summary>
internal static partial class ActLineParser
{
    /// <summary>Reads all lines; where there are problems the lines are not to be used.</summary>
    public static (IReadOnlyList<ActLine> Lines, IReadOnlyList<ImportProblem> Problems) Parse(Sheet sheet)
    {
        List<ImportProblem> problems = [];
        var known = ActColumn.All.SelectMany(column => (string[])[column.Code, column.Heading]).ToHashSet(StringComparer.Ordinal);
        foreach (var column in sheet.Columns.Where(column => column.Length > 0 && !known.Contains(column)))
            problems.Add(new ImportProblem(1, $"不认识的列“{column}”。可用的列见 gongkai ledger template。"));
        List<ActLine> lines = [];
        foreach (var row in sheet.Rows)
        {
            var before = problems.Count;
            if (row.Values.Values.Any(value => value.Any(char.IsControl)))
            {
                problems.Add(new ImportProblem(row.Line, "有换行或不可见的控制字符。请删去后再导入。"));
                continue;
            }
            var line = Parse(new ActFields(row, problems));
            if (problems.Count == before) lines.Add(line!);
        }
        if (sheet.Rows.Count == 0) problems.Add(new ImportProblem(1, "文件里一条登记也没有。"));
        return (lines, problems);
    }

    private static ActLine? Parse(ActFields fields)
    {
        var act = fields.Optional(ActColumn.Act);
        if (!ActWords.Act.TryFind(act, out var kind))
        {
            fields.Note(act.Length == 0 ? "缺少“类别”。" : $"“类别”写的是“{act}”，应为：{ActWords.Act.Choices}。");
            return null;
        }
        // Fees and opening figures need no number of their own; everything else is known to people by one.
        var number = kind is ImportedAct.FeeCollected or ImportedAct.BooksOpened ? fields.Optional(ActColumn.Number) : fields.Required(ActColumn.Number, 100);
        var day = fields.Day(ActColumn.On);
        var note = fields.Optional(ActColumn.Note);
        var line = fields.Line;
        return kind switch
        {
            ImportedAct.RequestReceived => new RequestReceivedLine(
                line, number, day, note, fields.Word(ActColumn.Applicant, ActWords.Applicant), fields.Word(ActColumn.Channel, ActWords.Channel)),
            ImportedAct.RequestBroughtForward => new RequestBroughtForwardLine(
                line, number, day, note, fields.Word(ActColumn.Applicant, ActWords.Applicant)),
            ImportedAct.RequestClosed => new RequestClosedLine(line, number, day, note, Row(fields)),
            ImportedAct.RequestVoided => new RequestVoidedLine(line, number, day, note),
            ImportedAct.DisputeFiled => new DisputeFiledLine(line, number, day, note, fields.Word(ActColumn.Route, ActWords.Route)),
            ImportedAct.DisputeBroughtForward => new DisputeBroughtForwardLine(line, number, day, note, fields.Word(ActColumn.Route, ActWords.Route)),
            ImportedAct.DisputeConcluded => new DisputeConcludedLine(line, number, day, note, fields.Word(ActColumn.Result, ActWords.Result)),
            ImportedAct.InstrumentIssued => new InstrumentIssuedLine(
                line, number, day, note, fields.Word(ActColumn.Instrument, ActWords.Instrument), fields.Required(ActColumn.Title),
                fields.YesNo(ActColumn.Lead, otherwise: true)),
            ImportedAct.InstrumentRepealed => new InstrumentRepealedLine(line, number, day, note, fields.YesNo(ActColumn.Expired, otherwise: false)),
            ImportedAct.DecisionMade => new DecisionMadeLine(line, number, day, note, fields.Word(ActColumn.Decision, ActWords.Decision)),
            ImportedAct.FeeCollected => new FeeCollectedLine(line, number, day, note, fields.Fen()),
            ImportedAct.ReturnSigned => Return(fields, line, number, day, note),
            ImportedAct.BooksOpened => Opening(fields, line, number, day, note),
            _ => ClockLineParser.Parse(kind, fields, number, day, note),
        };
    }

    private static OutcomeRow Row(ActFields fields)
    {
        var value = fields.Required(ActColumn.Outcome);
        if (value.Length == 0) return default;
        if (!CellWords.TryFindOutcome(value, out var row))
            fields.Note($"“{ActColumn.Outcome.Heading}”写的是“{value}”，应为表三第三项的一行，如：予以公开、部分公开、属于国家秘密、本机关不掌握相关政府信息、其他。");
        return row;
    }

    private static ReturnLine Return(ActFields fields, int line, string number, DateOnly day, string note)
    {
        var period = fields.Required(ActColumn.Period);
        if (!ReturnPeriod.TryParse(period, out var span) && period.Length > 0)
            fields.Note($"“{ActColumn.Period.Heading}”写的是“{period}”，应为一年 2026、一季 2026-Q1 或一月 2026-03。");
        var name = fields.Required(ActColumn.Cell);
        var cells = CellWords.FindCells(name);
        if (cells.Count == 0 && name.Length > 0)
            fields.Note($"“{ActColumn.Cell.Heading}”写的是“{name}”，不是年报里的格子。例：行政许可、行政规范性文件 · 本年制发件数、表三全部、requests.received.naturalPerson。");
        var isFee = cells is [{ Value: "proactive.feesWanYuan" }];
        var value = fields.Amount(ActColumn.Value, isFee ? 4 : 0, 0, 10_000_000_000);
        if (cells.Count > 1 && value != 0) fields.Note("整张表只能报 0；有数的格子请逐格填报。");
        var source = fields.Optional(ActColumn.Source);
        if (!SourceCode().IsMatch(source)) fields.Note($"“{ActColumn.Source.Heading}”只能用字母、数字和连字符，至多 40 个。");
        return new ReturnLine(
            line, number, day, note, fields.Required(ActColumn.Unit, 60), span, cells, value, fields.Required(ActColumn.Signer, 60), source);
    }

    private static BooksOpenedLine Opening(ActFields fields, int line, string number, DateOnly day, string note)
    {
        if (day is { Month: not 1 } or { Day: not 1 }) fields.Note("建账日应为某年的 1 月 1 日。");
        var name = fields.Required(ActColumn.Cell);
        OpeningFigure figure = default;
        if (name.Length > 0 && !CellWords.TryFindOpening(name, out figure))
            fields.Note($"“{ActColumn.Cell.Heading}”写的是“{name}”，建账时应为：规章现行有效件数、行政规范性文件现行有效件数、上年结转申请、尚未审结复议诉讼。");
        return new BooksOpenedLine(line, number, day, note, figure, (long)fields.Amount(ActColumn.Value, 0, 0, 10_000_000));
    }

    [GeneratedRegex("^[A-Za-z0-9-]{0,40}$")]
    private static partial Regex SourceCode();
}
