using Gongkai.Domain.Disputes;
using Gongkai.Domain.Publishing;
using Gongkai.Domain.Requests;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>All registers, rebuilt from the acts of a ledger (各登记簿), for every year at once.</summary>
internal sealed class Books
{
    private readonly InstrumentRegister[] _instruments = [new("regulations"), new("normativeDocuments")];
    private readonly ActRegister[] _decisions = [new(subjectOnce: true), new(subjectOnce: true), new(subjectOnce: true)];
    private readonly List<Act> _openedTwice = [];

    /// <summary>Section three.</summary>
    public CaseRegister Requests { get; } = new(Enum.GetValues<ApplicantKind>().Length);

    /// <summary>Section four.</summary>
    public CaseRegister Disputes { get; } = new(Enum.GetValues<DisputeRoute>().Length);

    /// <summary>Section two, first block: a register per row.</summary>
    public IReadOnlyList<InstrumentRegister> Instruments => _instruments;

    /// <summary>行政事业性收费, in fen.</summary>
    public ActRegister Fees { get; } = new(subjectOnce: false);

    /// <summary>信息处理费 by year.</summary>
    public Dictionary<int, ProcessingFees> ProcessingFees { get; } = [];

    /// <summary>The signed returns.</summary>
    public ReturnBook Returns { get; } = new();

    /// <summary>Where the register of requests was opened, or null.</summary>
    public OpeningAct? RequestsOpened { get; private set; }

    /// <summary>Where the register of disputes was opened, or null.</summary>
    public OpeningAct? DisputesOpened { get; private set; }

    /// <summary>Opening acts that opened again what was open already; what they say again does not count.</summary>
    public IReadOnlyList<Act> OpenedTwice => _openedTwice;

    /// <summary>许可、处罚、强制决定.</summary>
    public ActRegister Decisions(AdministrativeDecisionKind kind) => _decisions[(int)kind];

    /// <summary>Rebuilds the registers.</summary>
    public static Books Of(IEnumerable<Act> acts)
    {
        var books = new Books();
        foreach (var act in acts) books.Record(act);
        return books;
    }

    private void Record(in Act act)
    {
        switch (act.Facts)
        {
            case RequestReceived received: Requests.Begin(act, (int)received.Applicant, broughtForward: false); break;
            case RequestBroughtForward open: Requests.Begin(act, (int)open.Applicant, broughtForward: true); break;
            case RequestTakenOver: Requests.TakeOver(act); break;
            case RequestClosed closed: Requests.End(act, (int)closed.Row); break;
            case RequestVoided: Requests.Void(act); break;
            case ProcessingFeePaid paid: FeesOf(act.On.Year).Add(act, paid.Fen); break;
            case DisputeFiled filed: Disputes.Begin(act, (int)filed.Route, broughtForward: false); break;
            case DisputeBroughtForward pending: Disputes.Begin(act, (int)pending.Route, broughtForward: true); break;
            case DisputeTakenOver: Disputes.TakeOver(act); break;
            case DisputeConcluded concluded: Disputes.End(act, (int)concluded.Result); break;
            case InstrumentIssued { Lead: true } issued: _instruments[(int)issued.Instrument].Issued.Add(act); break;
            case InstrumentTakenOver { Lead: true } taken: _instruments[(int)taken.Instrument].TakenOver.Add(act); break;
            case InstrumentRepealed { Lead: true } repealed: _instruments[(int)repealed.Instrument].Repealed.Add(act); break;
            case AdministrativeDecisionMade made: _decisions[(int)made.Decision].Add(act); break;
            case AdministrativeFeeCollected fee: Fees.Add(act, fee.Fen); break;
            case AggregateReturn signed: Returns.Add(act.Sequence, signed); break;
            case AgencyTookOver took: TakeOver(act, took); break;
            case BooksOpened opened: Open(act, opened); break;
        }
    }

    private ProcessingFees FeesOf(int year)
    {
        if (!ProcessingFees.TryGetValue(year, out var fees)) ProcessingFees.Add(year, fees = new ProcessingFees());
        return fees;
    }

    private void TakeOver(in Act act, AgencyTookOver took)
    {
        foreach (var register in _instruments)
            if (took.InForce.TryGetValue(register.Row, out var count)) register.TakenOver.Add(act, count);
    }

    private void Open(in Act act, BooksOpened opened)
    {
        var (year, sequence) = (act.On.Year, act.Sequence);
        var again = (opened.Requests && RequestsOpened is not null) || (opened.Disputes && DisputesOpened is not null);
        if (opened.Requests) RequestsOpened ??= new OpeningAct(year, sequence, 0);
        if (opened.Disputes) DisputesOpened ??= new OpeningAct(year, sequence, 0);
        foreach (var register in _instruments)
        {
            if (!opened.InForce.TryGetValue(register.Row, out var count)) continue;
            again |= register.Opening is not null;
            register.Opening ??= new OpeningAct(year, sequence, count);
        }
        if (again) _openedTwice.Add(act);
    }
}
