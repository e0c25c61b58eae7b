using Gongkai.App.Acts;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Approvals;

/// <summary>
/// One decision of one step (审批意见), however it came: on screen, by a link, on paper or by word of mouth. All of them pass the same rules.
/// </summary>
/// <param name="Seen">The step and the content it speaks of.</param>
/// <param name="Who">Who decided.</param>
/// <param name="Approves">False when it sends the draft back.</param>
/// <param name="Words">Opinion or reason.</param>
/// <param name="On">The day it was decided.</param>
/// <param name="Means">How it came.</param>
/// <param name="RecordedBy">Who recorded it for another, or null.</param>
/// <param name="Proof">Hash of the file that proves it, or null.</param>
internal sealed record StepDecision(
    SeenStep Seen, Approver Who, bool Approves, string Words, DateOnly On, ApprovalMeans Means, Approver? RecordedBy = null, string? Proof = null)
{
    /// <summary>Longest opinion, in characters.</summary>
    private const int MaxWords = 4000;

    /// <summary>Records it, or says why not.</summary>
    public async Task<Refusal?> RecordAsync(ActSession acts, ApprovalCase file, CancellationToken cancellation)
    {
        if (Words.Length > MaxWords) return new Refusal("approval.too-long", $"意见超过 {MaxWords} 字，没有记入。请写简短，长的作附件。");
        if (!Approves && NoReason(Words, "退回") is { } none) return none;
        if (file.Damage is { } damage) return damage;
        if (WrongDay(acts, file.Standing) is { } wrong) return wrong;
        if (RecordedBy is { } recorder && ApprovalRights.Record(file.Chain, recorder, Who, Means) is { } not) return not;
        var right = ApprovalRights.Decide(
            file.Standing, Who, await Delegations.ReadAsync(acts.Db, file.Draft.AgencyId, Who.Person, cancellation), On, Seen.Step, Seen.Manifest);
        if (right.IsRefused) return right.Refusal;
        var opinion = new Opinion(Seen.Step, Who.Person, right.Value.For, Means, Seen.Manifest, RecordedBy?.Person, Proof);
        if (Approves) file.Record(acts, new ApprovalGiven(opinion), On, Who.Name, Words, RecordedBy?.Name);
        else file.Record(acts, new ApprovalSentBack(opinion), On, Who.Name, Words, RecordedBy?.Name);
        return null;
    }

    /// <summary>The refusal of an act whose reason is missing, or null.</summary>
    public static Refusal? NoReason(string reason, string what) => string.IsNullOrWhiteSpace(reason)
        ? new Refusal("approval.no-reason", $"没有写明理由。{what}必须写明理由，请填写后再办理。")
        : null;

    private Refusal? WrongDay(ActSession acts, ApprovalStanding standing)
    {
        if (On > ApprovalDesk.Today(acts)) return new Refusal("approval.future", $"{DayWords.Of(On)}还没有到：审批日期不能晚于今天。");
        return standing.Submitted is { } submitted && On < submitted.On
            ? new Refusal("approval.before-submission", $"{DayWords.Of(On)}早于送审之日{DayWords.Of(submitted.On)}，请核对审批日期。")
            : null;
    }
}
