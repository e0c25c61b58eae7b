using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;

namespace Gongkai.Domain.Approvals;

/// <summary>An act of an approval as it was recorded (审批记录).</summary>
/// <param name="Sequence">Its entry in the ledger.</param>
/// <param name="On">The day it was done.</param>
/// <param name="Who">Name of who did it, for sentences.</param>
/// <param name="Act">The act.</param>
public sealed record ApprovalEvent(long Sequence, DateOnly On, string Who, IApprovalAct Act);

/// <summary>Where an approval is (审批状态).</summary>
public enum ApprovalState
{
    /// <summary>拟稿中, never submitted.</summary>
    Drafting,

    /// <summary>审批中.</summary>
    Waiting,

    /// <summary>已退回.</summary>
    SentBack,

    /// <summary>已撤回送审.</summary>
    Withdrawn,

    /// <summary>已签发.</summary>
    Approved,

    /// <summary>内容已改动，审批作废.</summary>
    Voided,

    /// <summary>已放行.</summary>
    Released,
}

/// <summary>Where one step is (环节状态).</summary>
public enum StepState
{
    /// <summary>未到.</summary>
    Ahead,

    /// <summary>待办.</summary>
    Waiting,

    /// <summary>已同意.</summary>
    Given,

    /// <summary>已退回.</summary>
    SentBack,

    /// <summary>经批准跳过.</summary>
    Skipped,

    /// <summary>紧急办理，未经此环节.</summary>
    LeftOutAsUrgent,

    /// <summary>无需办理: nobody was asked to countersign.</summary>
    NotNeeded,
}

/// <summary>A step of the present round (环节办理情况).</summary>
/// <param name="Step">The step.</param>
/// <param name="State">Where it is.</param>
/// <param name="Opinions">The acts that decided it, in order.</param>
public sealed record StepStanding(ApprovalStep Step, StepState State, IReadOnlyList<ApprovalEvent> Opinions);

/// <summary>
/// Where an approval stands (审批进度), computed from its acts and from the content as it is now. It is never stored: what is stored for
/// lists is a copy of this.
/// </summary>
/// <param name="State">The state.</param>
/// <param name="Round">Number of the present round, 0 before the first.</param>
/// <param name="Submission">The submission of the round, or null.</param>
/// <param name="Submitted">Its record, or null.</param>
/// <param name="Steps">The steps of the round.</param>
/// <param name="Pending">Who has still to countersign when the waiting step is a countersignature.</param>
/// <param name="Urgent">The act that took the urgent path in this round, or null.</param>
/// <param name="Unconfirmed">Proxy records of this round that nobody confirmed yet.</param>
/// <param name="Filled">The last filling of each reserved field since the sign-off.</param>
/// <param name="Manifest">Hash of the content as it is now.</param>
/// <param name="Note">Why it is void, or another sentence to show above it; null when there is nothing to say.</param>
public sealed record ApprovalStanding(
    ApprovalState State,
    int Round,
    ApprovalSubmitted? Submission,
    ApprovalEvent? Submitted,
    IReadOnlyList<StepStanding> Steps,
    IReadOnlyList<PersonId> Pending,
    ApprovalEvent? Urgent,
    IReadOnlyList<ApprovalEvent> Unconfirmed,
    IReadOnlyDictionary<ReservedField, ApprovalEvent> Filled,
    string Manifest,
    string? Note)
{
    /// <summary>The step that waits, or null.</summary>
    public StepStanding? Waiting => Steps.FirstOrDefault(step => step.State == StepState.Waiting);

    /// <summary>The last opinion of the round, or null.</summary>
    public ApprovalEvent? LastOpinion => Steps.SelectMany(step => step.Opinions).MaxBy(opinion => opinion.Sequence);

    /// <summary>True for who drafted what the round is about.</summary>
    public bool IsDrafter(PersonId person) => Submission is { } submission && (submission.By == person || submission.Drafters.Contains(person));

    internal static string VoidNote(ApprovalEvent? last, ApprovalEvent submitted, IReadOnlyList<StepStanding> steps)
    {
        if (last is null) return $"内容在{DayWords.Of(submitted.On)}送审之后改动，须重新送审。";
        var step = steps.First(step => step.Opinions.Contains(last)).Step.Name;
        return $"内容在{DayWords.Of(last.On)}{step}（{last.Who}）之后改动，此前的审批全部作废，须重新送审。";
    }
}
