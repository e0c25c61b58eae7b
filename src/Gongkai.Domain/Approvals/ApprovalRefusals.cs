using Gongkai.Domain.Agencies;
using static Gongkai.Domain.Calendar.DayWords;

namespace Gongkai.Domain.Approvals;

/// <summary>Every way an approval says no, on one page.</summary>
internal static class ApprovalRefusals
{
    public static readonly Refusal OwnDraft = new("approval.own-draft", "本件由您拟稿，经办与审批分离：不能由您审批。请交其他有权审批的人办理。");

    public static readonly Refusal ContentMoved = new("approval.content-moved", "您打开之后内容有改动，您的意见没有记入。请重新打开，看过现在的内容再办理。");

    public static readonly Refusal NotAskedToCountersign = new("approval.not-asked", "本件没有请您会签，或者您已经会签过。");

    public static readonly Refusal DrafterCountersigns = new("approval.drafter-countersigns", "会签人里有拟稿人：自己不能会签自己拟的稿。请改请别人会签。");

    public static readonly Refusal AlreadyUrgent = new("approval.already-urgent", "本件已经按紧急办理，不用再办。");

    public static readonly Refusal NothingToConfirm = new("approval.nothing-to-confirm", "没有这一条待确认的代录：它已经确认过，或者已随重新送审失效。");

    public static readonly Refusal RecordsOwn = new("approval.records-own", "登记的是您本人的意见：请直接在网上办理，不用代录。");

    public static readonly Refusal NotSignedOff = new("approval.not-signed-off", "本件还没有签发：文号、成文日期、用印和送达在签发之后登记。");

    public static readonly Refusal AlreadyReleased = new("approval.already-released", "本件已经放行，不能再次放行。");

    public static Refusal Voided(ApprovalStanding standing) => new("approval.voided", standing.Note!);

    public static Refusal Taken(ApprovalStanding standing, StepStanding taken, Approver who)
    {
        var last = taken.Opinions[^1];
        var did = last.Act is StepSkipped ? "跳过" : "同意";
        if (ApprovalRights.OpinionOf(last.Act)?.By == who.Person)
            return new Refusal("approval.done-by-you", $"您已于{Of(last.On)}{did}“{taken.Step.Name}”，不用再办。");
        var now = standing.Waiting is { } waiting ? $"现在轮到“{waiting.Step.Name}”。" : "审批已经走完。";
        return new Refusal("approval.taken", $"“{taken.Step.Name}”已由{last.Who}于{Of(last.On)}{did}，您的意见没有记入。{now}");
    }

    public static Refusal NothingWaits(ApprovalStanding standing) => standing.State switch
    {
        ApprovalState.Drafting => new("approval.not-submitted", "本件还在拟稿，没有送审。"),
        ApprovalState.SentBack => new("approval.sent-back", $"本件已由{standing.LastOpinion!.Who}于{Of(standing.LastOpinion.On)}退回，等拟稿人修改后重新送审；您的意见没有记入。"),
        ApprovalState.Withdrawn => new("approval.withdrawn", "拟稿人已经撤回本件，等重新送审后再办理；您的意见没有记入。"),
        ApprovalState.Voided => Voided(standing),
        ApprovalState.Released => new("approval.released", "本件已经放行，审批已经走完。"),
        _ => new("approval.approved", "本件已经签发，审批已经走完。"),
    };

    public static Refusal NotYourTurn(ApprovalStep waiting) => new("approval.not-this-step", $"现在轮到“{waiting.Name}”，这一步还没有到。");

    public static Refusal NotYourStep(ApprovalStep step) => new("approval.not-your-step", $"“{step.Name}”由{Names(step.Roles)}办理，您没有这个岗位，今天也没有受委托代行。");

    public static Refusal NotSkippable(ApprovalStep step) => step.SkippedBy.Count == 0
        ? new("approval.not-skippable", $"“{step.Name}”不能跳过。")
        : new("approval.not-skippable", $"“{step.Name}”只能由{Names(step.SkippedBy)}决定跳过。");

    public static Refusal NotUrgent(ApprovalChain chain) => chain.UrgentRoles.Count == 0
        ? new("approval.no-urgent-path", $"“{chain.Name}”没有规定紧急办理，请按环节审批。")
        : new("approval.no-urgent-path", $"紧急办理由{Names(chain.UrgentRoles)}决定。");

    public static Refusal NotYoursToConfirm(ApprovalEvent recorded) => new("approval.not-yours-to-confirm", $"这条代录记的是{recorded.Who}的意见，只能由本人确认。");

    public static Refusal NoProxy(ApprovalChain chain) => new("approval.no-proxy", $"“{chain.Name}”不允许代录：请本人在网上办理，或者用纸质呈批单。");

    public static Refusal NoPost(string post) => new("approval.no-post", $"这件事由{post}办理，您没有这个岗位。");

    public static Refusal OnlyDrafters(string what) => new("approval.only-drafters", $"只有拟稿人能{what}。要接着写，请先登记为拟稿人；登记之后不能再审批本件。");

    public static Refusal AlreadySubmitted(ApprovalStanding standing) => standing.State == ApprovalState.Waiting
        ? new("approval.already-submitted", $"本件正在审批（{standing.Waiting!.Step.Name}）。要修改，请先撤回。")
        : new("approval.already-approved", "本件已经签发。要修改，请先撤回，修改后重新送审。");

    public static Refusal NothingToWithdraw(ApprovalStanding standing) => standing.State == ApprovalState.Released
        ? new("approval.released", "本件已经放行，不能撤回送审。要更正，请另行办理。")
        : new("approval.nothing-to-withdraw", "本件不在审批中，不用撤回。");

    public static Refusal NotApproved(ApprovalStanding standing) => new("approval.not-approved",
        standing.Waiting is { } waiting ? $"还没有签发，现在停在“{waiting.Step.Name}”：不能放行。" : $"{NothingWaits(standing).Message}不能放行。");

    private static string Names(IReadOnlyList<PostRole> roles) => string.Join("、", roles.Select(PostWords.Of));
}
