using System.Text.Json.Nodes;
using Gongkai.App.Data;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Disputes;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Publishing;

namespace Gongkai.App.Imports;

/// <summary>
/// Turns the lines of a file into acts in the order they happened, against a register: numbers that are taken, matters that do not exist
/// and days in the wrong order are problems of their lines.
/// </summary>
internal sealed class ImportPlan
{
    private readonly Register _register;

    private readonly RequestPlan _requests;

    private ImportPlan(Register register)
    {
        _register = register;
        _requests = new RequestPlan(this, register);
    }

    public List<PlannedAct> Acts { get; } = [];

    public List<ImportProblem> Problems { get; } = [];

    /// <summary>What is taken and yet irregular: rules that the acts broke (超期答复…).</summary>
    public List<ImportProblem> Notices { get; } = [];

    /// <summary>Makes the plan; where it has problems nothing of it is to be recorded.</summary>
    public static ImportPlan Make(IReadOnlyList<ActLine> lines, Register register)
    {
        var plan = new ImportPlan(register);
        foreach (var line in lines.OrderBy(Stage).ThenBy(line => line.On).ThenBy(Ends).ThenBy(line => line.Line)) plan.Take(line);
        plan.OpenBooks([.. lines.OfType<BooksOpenedLine>()], lines);
        foreach (var sheet in lines.OfType<ReturnLine>().GroupBy(line => line.Number)) plan.Sign([.. sheet]);
        return plan;
    }

    /// <summary>What opens a matter comes before what goes on with it, whatever the order of the lines.</summary>
    private static int Stage(ActLine line) => line switch
    {
        RequestBroughtForwardLine or DisputeBroughtForwardLine => 0,
        RequestReceivedLine or DisputeFiledLine or InstrumentIssuedLine => 1,
        _ => 2,
    };

    /// <summary>On one day the end comes last.</summary>
    private static bool Ends(ActLine line) => line is RequestClosedLine or RequestVoidedLine or DisputeConcludedLine or InstrumentRepealedLine;

    private void Take(ActLine line)
    {
        switch (line)
        {
            case RequestReceivedLine received: _requests.Receive(received); break;
            case RequestBroughtForwardLine forward: _requests.BringForward(forward); break;
            case ClockLine happened: _requests.Happen(happened); break;
            case RequestClosedLine closed: _requests.Close(closed); break;
            case RequestVoidedLine voided: _requests.Void(voided); break;
            case DisputeFiledLine filed: File(filed); break;
            case DisputeBroughtForwardLine forward: BringForward(forward); break;
            case DisputeConcludedLine concluded: Conclude(concluded); break;
            case InstrumentIssuedLine issued: Issue(issued); break;
            case InstrumentRepealedLine repealed: Repeal(repealed); break;
            case DecisionMadeLine decision: Decide(decision); break;
            case FeeCollectedLine fee: Acts.Add(PlannedAct.Of(new AdministrativeFeeCollected(fee.Fen), Guid.CreateVersion7(), fee, ("number", fee.Number))); break;
        }
    }

    private void File(DisputeFiledLine line)
    {
        var row = new Dispute
        {
            Id = Guid.CreateVersion7(),
            AgencyId = _register.Agency,
            Number = line.Number,
            Route = line.Route,
            FiledOn = line.On,
        };
        if (!_register.Disputes.TryAdd(line.Number, row)) Refuse(line, $"复议诉讼 {line.Number} 已经登记过。");
        else Plan(new DisputeFiled(line.Route), _register.Add(row).Id, line);
    }

    private void BringForward(DisputeBroughtForwardLine line)
    {
        var row = new Dispute
        {
            Id = Guid.CreateVersion7(),
            AgencyId = _register.Agency,
            Number = line.Number,
            Route = line.Route,
            BroughtForward = true,
        };
        if (!_register.Disputes.TryAdd(line.Number, row)) Refuse(line, $"复议诉讼 {line.Number} 已经登记过。");
        else Plan(new DisputeBroughtForward(line.Route), _register.Add(row).Id, line);
    }

    private void Conclude(DisputeConcludedLine line)
    {
        if (!_register.Disputes.TryGetValue(line.Number, out var dispute)) Refuse(line, $"没有编号为 {line.Number} 的复议诉讼。");
        else if (dispute.HandedOverOn is { } last) Refuse(line, $"复议诉讼 {line.Number} 已于 {last:yyyy-MM-dd} 移交承接机关。请在承接机关登记。");
        else if (dispute.ConcludedOn is { } earlier) Refuse(line, $"复议诉讼 {line.Number} 已于 {earlier:yyyy-MM-dd} 审结。");
        else if (line.On < dispute.FiledOn) Refuse(line, $"审结日期 {line.On:yyyy-MM-dd} 早于收到日期 {dispute.FiledOn:yyyy-MM-dd}。");
        else
        {
            dispute.ConcludedOn = line.On;
            dispute.Result = line.Result;
            Plan(new DisputeConcluded(line.Result), dispute.Id, line);
        }
    }

    private void Issue(InstrumentIssuedLine line)
    {
        var row = new Instrument
        {
            Id = Guid.CreateVersion7(),
            AgencyId = _register.Agency,
            Kind = line.Instrument,
            Number = line.Number,
            Title = line.Title,
            IssuedOn = line.On,
            Lead = line.Lead,
        };
        if (!_register.Instruments.TryAdd(line.Number, row)) Refuse(line, $"文号 {line.Number} 已经登记过。两份文件不能同号。");
        else Plan(new InstrumentIssued(line.Instrument, line.Lead), _register.Add(row).Id, line, ("title", line.Title));
    }

    private void Repeal(InstrumentRepealedLine line)
    {
        if (!_register.Instruments.TryGetValue(line.Number, out var instrument))
            Refuse(line, $"没有文号为 {line.Number} 的文件。建账前制发的，请先用“制发文件”登记原制发日期。");
        else if (instrument.HandedOverOn is { } last) Refuse(line, $"文件 {line.Number} 已于 {last:yyyy-MM-dd} 移交承接机关。请在承接机关登记。");
        else if (instrument.RepealedOn is { } earlier) Refuse(line, $"文件 {line.Number} 已于 {earlier:yyyy-MM-dd} 失去效力。");
        else if (line.On < instrument.IssuedOn) Refuse(line, $"日期 {line.On:yyyy-MM-dd} 早于制发日期 {instrument.IssuedOn:yyyy-MM-dd}。");
        else
        {
            instrument.RepealedOn = line.On;
            instrument.Expired = line.Expired;
            Plan(new InstrumentRepealed(instrument.Kind, line.Expired, instrument.Lead), instrument.Id, line);
        }
    }

    private void Decide(DecisionMadeLine line)
    {
        if (!_register.Decisions.Add((line.Decision, line.Number)))
        {
            Refuse(line, $"决定 {line.Number} 已经登记过。");
            return;
        }
        var row = _register.Add(new AdministrativeDecision
        {
            Id = Guid.CreateVersion7(),
            AgencyId = _register.Agency,
            Kind = line.Decision,
            Number = line.Number,
            DecidedOn = line.On,
        });
        Plan(new AdministrativeDecisionMade(line.Decision), row.Id, line);
    }

    private void Sign(IReadOnlyList<ReturnLine> sheet)
    {
        foreach (var problem in ReturnSheet.Check(sheet, _register)) Problems.Add(problem);
        if (Problems.Count == 0) Acts.AddRange(ReturnSheet.Sign(sheet, _register));
    }

    private void OpenBooks(IReadOnlyList<BooksOpenedLine> figures, IReadOnlyList<ActLine> lines)
    {
        Problems.AddRange(OpeningSheet.Check(figures, lines, _register));
        if (figures.Count > 0 && Problems.Count == 0) Acts.Insert(0, OpeningSheet.Open(figures, _register));
    }

    internal void Plan<T>(T facts, Guid subject, ActLine line, params (string Name, string Value)[] references) where T : IActFacts<T> =>
        Acts.Add(PlannedAct.Of(facts, subject, line, [("number", line.Number), .. references]));

    internal void Plan(ActKind kind, JsonObject facts, Guid subject, ActLine line) =>
        Acts.Add(PlannedAct.Of(kind, facts, subject, line, ("number", line.Number)));

    internal void Notify(ActLine line, string message) => Notices.Add(new ImportProblem(line.Line, message));

    internal void Refuse(ActLine line, string message) => Problems.Add(new ImportProblem(line.Line, message));
}
