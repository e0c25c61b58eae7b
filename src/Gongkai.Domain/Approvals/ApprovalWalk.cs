using Gongkai.Domain.Agencies;

namespace Gongkai.Domain.Approvals;

/// <summary>
/// Walks through the acts of an approval in order (审批推算). An act that the rules did not allow at its moment counts nowhere, whoever wrote
/// it into the ledger: the one who drafted cannot approve by any sequence of acts, and a word on another content is no word on this one.
/// </summary>
public sealed class ApprovalWalk
{
    private readonly ApprovalChain _chain;
    private readonly Dictionary<ReservedField, ApprovalEvent> _filled = [];
    private readonly HashSet<long> _confirmed = [];
    private List<ApprovalEvent>[] _opinions;
    private StepState[] _steps;
    private ApprovalState _state = ApprovalState.Drafting;
    private ApprovalEvent? _submitted, _urgent;
    private int _round, _at;

    private ApprovalWalk(ApprovalChain chain)
    {
        _chain = chain;
        (_steps, _opinions) = Fresh();
    }

    private ApprovalSubmitted? Submission => (ApprovalSubmitted?)_submitted?.Act;

    /// <summary>The last submission, which says on which edition of which chain the present round runs; null before the first.</summary>
    public static ApprovalSubmitted? LastSubmission(IEnumerable<ApprovalEvent> events) =>
        events.Select(happened => happened.Act).OfType<ApprovalSubmitted>().LastOrDefault();

    /// <summary>Computes where an approval stands.</summary>
    /// <param name="chain">The edition named by the last submission, or the one it would be submitted on.</param>
    /// <param name="events">Its acts in the order of the ledger.</param>
    /// <param name="manifest">Hash of the content as it is now.</param>
    public static ApprovalStanding Of(ApprovalChain chain, IEnumerable<ApprovalEvent> events, string manifest)
    {
        var walk = new ApprovalWalk(chain);
        foreach (var happened in events) walk.Apply(happened);
        return walk.Standing(manifest);
    }

    private void Apply(ApprovalEvent happened)
    {
        if (_state == ApprovalState.Released && happened.Act is not (ProxyConfirmed or ReservedFieldFilled)) return;
        switch (happened.Act)
        {
            case ApprovalSubmitted: Submit(happened); break;
            case ApprovalGiven given when Counts(given.Opinion): Give(happened, given.Opinion); break;
            case ApprovalSentBack sentBack when Counts(sentBack.Opinion):
                Note(happened, StepState.SentBack);
                _state = ApprovalState.SentBack;
                break;
            case ApprovalWithdrawn when _state is ApprovalState.Waiting or ApprovalState.Approved: _state = ApprovalState.Withdrawn; break;
            case StepSkipped skipped when IsWaiting(skipped.Step, skipped.Manifest) && !IsDrafter(skipped.By) && _chain.Steps[_at].SkippedBy.Count > 0:
                Note(happened, StepState.Skipped);
                Advance();
                break;
            case UrgentPathTaken taken when _state == ApprovalState.Waiting && _urgent is null && taken.Manifest == Submission!.Manifest:
                _urgent = happened;
                Advance();
                break;
            case ProxyConfirmed confirmed when IsProxyOf(confirmed.Given, confirmed.By): _confirmed.Add(confirmed.Given); break;
            case ProxyDenied denied when IsProxyOf(denied.Given, denied.By): Deny(denied.Given); break;
            case ReservedFieldFilled filled when _state is ApprovalState.Approved or ApprovalState.Released: _filled[filled.Field] = happened; break;
            case ApprovalReleased released when _state == ApprovalState.Approved && released.Manifest == Submission!.Manifest: _state = ApprovalState.Released; break;
            default: break;
        }
    }

    private void Submit(ApprovalEvent happened)
    {
        (_submitted, _urgent, _state, _at) = (happened, null, ApprovalState.Waiting, 0);
        _round++;
        (_steps, _opinions) = Fresh();
        _filled.Clear();
        // An earlier round ran on an edition of its own; only the last one is shown step by step.
        Advance();
    }

    private bool Counts(Opinion opinion) => IsWaiting(opinion.Step, opinion.Manifest) && !IsDrafter(opinion.By)
        && (_chain.Steps[_at].Kind != StepKind.Countersign || Pending.Contains(opinion.For ?? opinion.By));

    private bool IsDrafter(PersonId person) => Submission!.By == person || Submission.Drafters.Contains(person);

    private bool IsWaiting(string step, string manifest) =>
        _state == ApprovalState.Waiting && _chain.Steps[_at].Code == step && manifest == Submission!.Manifest;

    private IEnumerable<PersonId> Pending => Submission!.Countersigners.Distinct().Where(asked =>
        !_opinions[_at].Select(opinion => opinion.Act).OfType<ApprovalGiven>().Any(given => (given.Opinion.For ?? given.Opinion.By) == asked));

    private void Give(ApprovalEvent happened, Opinion opinion)
    {
        _opinions[_at].Add(happened);
        if (_chain.Steps[_at].Kind == StepKind.Countersign && Pending.Any()) return;
        _steps[_at] = StepState.Given;
        Advance();
    }

    private void Note(ApprovalEvent happened, StepState state)
    {
        _opinions[_at].Add(happened);
        _steps[_at] = state;
    }

    /// <summary>Goes on to the next step that somebody has to decide.</summary>
    private void Advance()
    {
        while (_at < _steps.Length)
        {
            if (_steps[_at] is StepState.Ahead or StepState.Waiting)
            {
                var step = _chain.Steps[_at];
                _steps[_at] = _urgent is not null && !step.OnUrgentPath ? StepState.LeftOutAsUrgent
                    : step.Kind == StepKind.Countersign && Submission!.Countersigners.Count == 0 ? StepState.NotNeeded
                    : StepState.Waiting;
                if (_steps[_at] == StepState.Waiting) return;
            }
            _at++;
        }
        _state = ApprovalState.Approved;
    }

    // What came after relied on the denied word: from there on everything is decided anew.
    private void Deny(long given)
    {
        var denied = Array.FindIndex(_opinions, opinions => opinions.Any(opinion => opinion.Sequence == given));
        var reopens = _state is ApprovalState.Approved or ApprovalState.Waiting || Find(given)!.Act is ApprovalSentBack;
        for (var step = denied; step < _steps.Length; step++)
        {
            _opinions[step].RemoveAll(opinion => opinion.Sequence >= given);
            _steps[step] = StepState.Ahead;
        }
        _at = denied;
        _filled.Clear();
        if (!reopens) return;
        _state = ApprovalState.Waiting;
        Advance();
    }

    private bool IsProxyOf(long sequence, PersonId person) =>
        Find(sequence) is { Act: var act } && ApprovalRights.OpinionOf(act) is { Means: ApprovalMeans.Proxy } opinion && opinion.By == person;

    private ApprovalEvent? Find(long sequence) => _opinions.SelectMany(opinions => opinions).FirstOrDefault(opinion => opinion.Sequence == sequence);

    private (StepState[] Steps, List<ApprovalEvent>[] Opinions) Fresh() =>
        (new StepState[_chain.Steps.Count], [.. _chain.Steps.Select(_ => new List<ApprovalEvent>())]);

    private ApprovalStanding Standing(string manifest)
    {
        var voided = _submitted is not null && manifest != Submission!.Manifest
            && _state is ApprovalState.Waiting or ApprovalState.Approved or ApprovalState.Released;
        // A step waits for somebody only while the round runs: not after it was withdrawn or its content changed.
        var waits = !voided && _state == ApprovalState.Waiting;
        List<StepStanding> steps = [.. _chain.Steps.Select((step, index) => new StepStanding(
            step, _steps[index] == StepState.Waiting && !waits ? StepState.Ahead : _steps[index], _opinions[index]))];
        var last = _opinions.SelectMany(opinions => opinions).MaxBy(opinion => opinion.Sequence);
        return new ApprovalStanding(
            voided && _state != ApprovalState.Released ? ApprovalState.Voided : _state, _round, Submission, _submitted, steps,
            waits && _chain.Steps[_at].Kind == StepKind.Countersign ? [.. Pending] : [],
            _urgent,
            [.. _opinions.SelectMany(opinions => opinions).Where(opinion =>
                opinion.Act is ApprovalGiven { Opinion.Means: ApprovalMeans.Proxy } or ApprovalSentBack { Opinion.Means: ApprovalMeans.Proxy }
                && !_confirmed.Contains(opinion.Sequence))],
            _filled, manifest, voided ? ApprovalStanding.VoidNote(last, _submitted!, steps) : null);
    }
}
