using Gongkai.Domain.Agencies;

namespace Gongkai.Domain.Approvals;

/// <summary>Somebody who asks to act in an approval (审批人), with the posts held on the day of the act.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">The name, for sentences and for the form.</param>
/// <param name="Roles">The posts.</param>
public sealed record Approver(PersonId Person, string Name, IReadOnlySet<PostRole> Roles);

/// <summary>The right to decide a step (办理权限).</summary>
/// <param name="Step">The step.</param>
/// <param name="For">Whose post is exercised by delegation, or null for the own one.</param>
public sealed record StepRight(ApprovalStep Step, PersonId? For);

/// <summary>
/// Who may do what (审批权限): the same answer for the page, the greyed button, the link and the command. One rule is hard, 经办与审批分离:
/// nobody approves their own draft. Everything else is data, so an office of two can run the whole of it.
/// </summary>
public static class ApprovalRights
{
    /// <summary>Whether somebody may decide the step they have before them, for or against.</summary>
    /// <param name="standing">Where it stands now.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="delegations">What others delegated.</param>
    /// <param name="day">Day of the decision.</param>
    /// <param name="step">Code of the step they saw waiting.</param>
    /// <param name="manifest">Hash of the content they saw.</param>
    /// <returns>The right, or why not.</returns>
    public static Outcome<StepRight> Decide(
        ApprovalStanding standing, Approver who, IEnumerable<Delegation> delegations, DateOnly day, string step, string manifest)
    {
        if (standing.IsDrafter(who.Person)) return ApprovalRefusals.OwnDraft;
        if (standing.State == ApprovalState.Voided) return ApprovalRefusals.Voided(standing);
        if (standing.Steps.FirstOrDefault(seen => seen.Step.Code == step) is { State: StepState.Given or StepState.Skipped } taken)
            return ApprovalRefusals.Taken(standing, taken, who);
        if (standing.Waiting is not { } waiting) return ApprovalRefusals.NothingWaits(standing);
        if (waiting.Step.Code != step) return ApprovalRefusals.NotYourTurn(waiting.Step);
        if (standing.Manifest != manifest) return ApprovalRefusals.ContentMoved;
        return waiting.Step.Kind == StepKind.Countersign
            ? Countersign(standing, waiting.Step, who, delegations, day)
            : Review(waiting.Step, who, delegations, day);
    }

    /// <summary>Whether somebody may submit it, or submit it anew.</summary>
    public static Refusal? Submit(ApprovalStanding standing, Approver who, IReadOnlyCollection<PersonId> drafters, IReadOnlyList<PersonId> countersigners)
    {
        if (!drafters.Contains(who.Person)) return ApprovalRefusals.OnlyDrafters("送审");
        if (!who.Roles.Contains(PostRole.Officer)) return ApprovalRefusals.NoPost("承办人");
        if (countersigners.FirstOrDefault(drafters.Contains) is { Value: var id } && id != default) return ApprovalRefusals.DrafterCountersigns;
        return standing.State is ApprovalState.Drafting or ApprovalState.SentBack or ApprovalState.Withdrawn or ApprovalState.Voided
            ? null
            : ApprovalRefusals.AlreadySubmitted(standing);
    }

    /// <summary>Whether somebody may take it back.</summary>
    public static Refusal? Withdraw(ApprovalStanding standing, Approver who, IReadOnlyCollection<PersonId> drafters)
    {
        if (!drafters.Contains(who.Person)) return ApprovalRefusals.OnlyDrafters("撤回");
        return standing.State is ApprovalState.Waiting or ApprovalState.Approved or ApprovalState.Voided ? null : ApprovalRefusals.NothingToWithdraw(standing);
    }

    /// <summary>Whether somebody may leave out the waiting step.</summary>
    public static Refusal? Skip(ApprovalStanding standing, Approver who, string step, string manifest)
    {
        if (standing.IsDrafter(who.Person)) return ApprovalRefusals.OwnDraft;
        if (standing.Waiting is not { } waiting) return ApprovalRefusals.NothingWaits(standing);
        if (waiting.Step.Code != step) return ApprovalRefusals.NotYourTurn(waiting.Step);
        if (standing.Manifest != manifest) return ApprovalRefusals.ContentMoved;
        return waiting.Step.SkippedBy.Any(who.Roles.Contains) ? null : ApprovalRefusals.NotSkippable(waiting.Step);
    }

    /// <summary>Whether somebody may take the urgent path.</summary>
    public static Refusal? TakeUrgentPath(ApprovalStanding standing, ApprovalChain chain, Approver who)
    {
        if (standing.Waiting is null) return ApprovalRefusals.NothingWaits(standing);
        if (standing.Urgent is not null) return ApprovalRefusals.AlreadyUrgent;
        return chain.UrgentRoles.Any(who.Roles.Contains) ? null : ApprovalRefusals.NotUrgent(chain);
    }

    /// <summary>Whether somebody may confirm or deny a proxy record.</summary>
    public static Refusal? Confirm(ApprovalStanding standing, PersonId who, long given)
    {
        if (standing.Unconfirmed.FirstOrDefault(opinion => opinion.Sequence == given) is not { } recorded) return ApprovalRefusals.NothingToConfirm;
        return OpinionOf(recorded.Act)!.By == who ? null : ApprovalRefusals.NotYoursToConfirm(recorded);
    }

    /// <summary>Whether somebody may record the decision of another, from paper or from the spoken word.</summary>
    public static Refusal? Record(ApprovalChain chain, Approver recorder, Approver decider, ApprovalMeans means)
    {
        if (recorder.Person == decider.Person) return ApprovalRefusals.RecordsOwn;
        if (!recorder.Roles.Contains(PostRole.Officer)) return ApprovalRefusals.NoPost("承办人");
        return means == ApprovalMeans.Proxy && !chain.AllowsProxy ? ApprovalRefusals.NoProxy(chain) : null;
    }

    /// <summary>Whether somebody may fill a reserved field.</summary>
    public static Refusal? Fill(ApprovalStanding standing, Approver who) => standing.State switch
    {
        ApprovalState.Voided => ApprovalRefusals.Voided(standing),
        not (ApprovalState.Approved or ApprovalState.Released) => ApprovalRefusals.NotSignedOff,
        _ => who.Roles.Contains(PostRole.Officer) ? null : ApprovalRefusals.NoPost("承办人"),
    };

    /// <summary>Whether it may leave the house with the content it has now.</summary>
    public static Refusal? Release(ApprovalStanding standing) => standing.State switch
    {
        ApprovalState.Approved => null,
        ApprovalState.Voided => ApprovalRefusals.Voided(standing),
        ApprovalState.Released => ApprovalRefusals.AlreadyReleased,
        _ => ApprovalRefusals.NotApproved(standing),
    };

    /// <summary>The opinion in an act that gives one, or null.</summary>
    public static Opinion? OpinionOf(IApprovalAct act) => act switch
    {
        ApprovalGiven given => given.Opinion,
        ApprovalSentBack sentBack => sentBack.Opinion,
        _ => null,
    };

    private static Outcome<StepRight> Review(ApprovalStep step, Approver who, IEnumerable<Delegation> delegations, DateOnly day)
    {
        if (step.Roles.Any(who.Roles.Contains)) return new StepRight(step, null);
        return delegations.FirstOrDefault(delegated => delegated.To == who.Person && delegated.Holds(day) && step.Roles.Contains(delegated.Role)) is { } held
            ? new StepRight(step, held.From)
            : ApprovalRefusals.NotYourStep(step);
    }

    private static Outcome<StepRight> Countersign(
        ApprovalStanding standing, ApprovalStep step, Approver who, IEnumerable<Delegation> delegations, DateOnly day)
    {
        if (standing.Pending.Contains(who.Person)) return new StepRight(step, null);
        return delegations.FirstOrDefault(delegated => delegated.To == who.Person && delegated.Holds(day) && standing.Pending.Contains(delegated.From)) is { } held
            ? new StepRight(step, held.From)
            : ApprovalRefusals.NotAskedToCountersign;
    }
}
