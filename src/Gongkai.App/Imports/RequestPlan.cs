using Gongkai.App.Data;
using Gongkai.Documents.Data;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.App.Imports;

/// <summary>The lines of requests: each needs one that is open, and its closing settles which rules were broken on the way.</summary>
/// <param name="plan">Where acts, problems and notices go.</param>
/// <param name="register">What is known.</param>
internal sealed class RequestPlan(ImportPlan plan, Register register)
{
    public void Receive(RequestReceivedLine line)
    {
        var row = Register(line, line.Applicant, line.Channel, line.On);
        if (row is null) return;
        var act = new RequestReceived(line.Applicant, line.Channel);
        register.HistoryOf(row).Add(new ClockEvent(line.On, act));
        plan.Plan(act, row.Id, line);
    }

    public void BringForward(RequestBroughtForwardLine line)
    {
        if (Register(line, line.Applicant, channel: null, receivedOn: null) is { } row) plan.Plan(new RequestBroughtForward(line.Applicant), row.Id, line);
    }

    /// <summary>What comes after the answer, or out of order, has happened all the same: it is kept.</summary>
    public void Happen(ClockLine line)
    {
        if (Find(line) is not { } request) return;
        if (request.ClosedOn is { } closed)
            plan.Notify(line, $"申请 {line.Number} 已于 {closed:yyyy-MM-dd} 办结：这一行照实登记，办结时认定的违规情形不变；有误的，请更正办结登记。");
        register.HistoryOf(request).Add(new ClockEvent(line.On, line.Act));
        plan.Plan(line.Kind, line.Facts, request.Id, line);
    }

    public void Close(RequestClosedLine line)
    {
        if (Find(line) is not { } request) return;
        if (request.ClosedOn is { } earlier)
        {
            plan.Refuse(line, $"申请 {line.Number} 已于 {earlier:yyyy-MM-dd} 办结。");
            return;
        }
        request.ClosedOn = line.On;
        request.Row = line.Row;
        var closed = new RequestClosed(line.Row, Decision: null, Breaks: []);
        plan.Plan(closed with { Breaks = BreaksOf(request, closed, line) }, request.Id, line);
    }

    public void Void(RequestVoidedLine line)
    {
        if (Find(line) is not { } request) return;
        if (request.ClosedOn is not null)
        {
            plan.Refuse(line, $"申请 {line.Number} 已经办结，不能作废登记；办结有误的，请作更正。");
            return;
        }
        request.Voided = true;
        plan.Plan(new RequestVoided(Split: false), request.Id, line);
    }

    private InformationRequest? Register(ActLine line, ApplicantKind applicant, ReceiptChannel? channel, DateOnly? receivedOn)
    {
        var row = new InformationRequest
        {
            Id = Guid.CreateVersion7(),
            AgencyId = register.Agency,
            Number = line.Number,
            Applicant = applicant,
            Channel = channel,
            ReceivedOn = receivedOn,
            BroughtForward = receivedOn is null,
        };
        if (register.Requests.TryAdd(line.Number, row)) return register.Add(row);
        plan.Refuse(line, $"申请 {line.Number} 已经登记过。");
        return null;
    }

    private InformationRequest? Find(ActLine line)
    {
        if (!register.Requests.TryGetValue(line.Number, out var request))
            plan.Refuse(line, $"没有编号为 {line.Number} 的申请。请先登记收到，或作为期初在办申请列入。");
        else if (request.Voided)
            plan.Refuse(line, $"申请 {line.Number} 的登记已经作废。");
        else if (request.HandedOverOn is { } last)
            plan.Refuse(line, $"申请 {line.Number} 已于 {last:yyyy-MM-dd} 移交承接机关。请在承接机关登记。");
        else if (line.On < request.ReceivedOn)
            plan.Refuse(line, $"日期 {line.On:yyyy-MM-dd} 早于收到日期 {request.ReceivedOn:yyyy-MM-dd}。");
        else
            return request;
        return null;
    }

    // A request brought forward has no day of receipt here, and a year without its calendar settles nothing: then nothing is alleged.
    private IReadOnlyList<string> BreaksOf(InformationRequest request, RequestClosed closed, RequestClosedLine line)
    {
        var clock = ReplyClock.Of([.. register.HistoryOf(request), new ClockEvent(line.On, closed)], register.Calendar, BuiltInClocks.Settings);
        if (clock.IsRefused) return [];
        if (clock.Value.ProvisionalNote is { } note && line.On > clock.Value.DueOn)
        {
            plan.Notify(line, $"申请 {line.Number} 是否超期答复未作认定：{note}");
            return [];
        }
        foreach (var broken in clock.Value.Breaks) plan.Notify(line, $"申请 {line.Number}：{broken.Message}（{broken.Basis}）");
        return [.. clock.Value.Breaks.Select(broken => broken.Rule).Distinct(StringComparer.Ordinal)];
    }
}
