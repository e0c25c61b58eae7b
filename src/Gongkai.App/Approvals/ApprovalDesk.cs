using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Documents.Approvals;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;

namespace Gongkai.App.Approvals;

/// <summary>
/// The approvals engine (审批). Each method asks the law of the matter again under the lock of the chain, with the content as it is at that
/// moment, so of two who decide at once one is told who was first.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
public sealed class ApprovalDesk(House house, ActRecorder recorder)
{
    /// <summary>Submits a draft (送审).</summary>
    /// <param name="key">The draft.</param>
    /// <param name="version">The version the drafter looked at.</param>
    /// <param name="who">One of its drafters.</param>
    /// <param name="countersigners">Who is asked to countersign, or nobody.</param>
    /// <param name="words">A word to those who decide, or empty.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<ApprovalStanding>> SubmitAsync(
        DraftKey key, int version, Approver who, IReadOnlyList<PersonId> countersigners, string words, CancellationToken cancellation) =>
        ActAsync(key, async (acts, file, cancellation) =>
        {
            if (ApprovalRights.Submit(file.Standing, who, file.DrafterIds, countersigners) is { } refusal) return refusal;
            if (file.Damage is { } damage) return damage;
            acts.Db.Expect(file.Draft, version);
            var chain = await ChainBook.NewestAsync(acts.Db, key.Agency, file.Draft.Form, cancellation);
            if (chain.IsRefused) return chain.Refusal;
            file.RunOn(chain.Value);
            ClearReserved(file.Draft);
            file.Record(acts, new ApprovalSubmitted(
                file.Manifest.Hash, chain.Value.Version, ApprovalChainFile.Hash(chain.Value), who.Person, file.DrafterIds, [.. countersigners.Distinct()]),
                Today(acts), who.Name, words);
            return null;
        }, cancellation);

    /// <summary>Approves the step somebody saw waiting (同意).</summary>
    /// <param name="key">The draft.</param>
    /// <param name="seen">The step and content they saw.</param>
    /// <param name="who">Who decides.</param>
    /// <param name="opinion">Their words, or empty.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<ApprovalStanding>> GiveAsync(DraftKey key, SeenStep seen, Approver who, string opinion, CancellationToken cancellation) =>
        ActAsync(key, (acts, file, cancellation) =>
            new StepDecision(seen, who, true, opinion, Today(acts), ApprovalMeans.Screen).RecordAsync(acts, file, cancellation), cancellation);

    /// <summary>Sends the draft back with a reason (退回).</summary>
    /// <inheritdoc cref="GiveAsync"/>
    /// <param name="key">The draft.</param>
    /// <param name="seen">The step and content they saw.</param>
    /// <param name="who">Who decides.</param>
    /// <param name="reason">Why; what is to be changed.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<ApprovalStanding>> SendBackAsync(DraftKey key, SeenStep seen, Approver who, string reason, CancellationToken cancellation) =>
        ActAsync(key, (acts, file, cancellation) =>
            new StepDecision(seen, who, false, reason, Today(acts), ApprovalMeans.Screen).RecordAsync(acts, file, cancellation), cancellation);

    /// <summary>Takes a draft back (撤回送审), also after the sign-off while it has not left the house.</summary>
    /// <param name="key">The draft.</param>
    /// <param name="who">One of its drafters.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<ApprovalStanding>> WithdrawAsync(DraftKey key, Approver who, string reason, CancellationToken cancellation) =>
        ActAsync(key, (acts, file, _) =>
        {
            var refusal = ApprovalRights.Withdraw(file.Standing, who, file.DrafterIds) ?? StepDecision.NoReason(reason, "撤回");
            if (refusal is null) file.Record(acts, new ApprovalWithdrawn(who.Person), Today(acts), who.Name, reason);
            return Task.FromResult(refusal);
        }, cancellation);

    /// <summary>Leaves out the waiting step, where the chain lets that be done (跳过环节).</summary>
    /// <param name="key">The draft.</param>
    /// <param name="seen">The step and content they saw.</param>
    /// <param name="who">Who decides that.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<ApprovalStanding>> SkipAsync(DraftKey key, SeenStep seen, Approver who, string reason, CancellationToken cancellation) =>
        ActAsync(key, (acts, file, _) =>
        {
            var refusal = ApprovalRights.Skip(file.Standing, who, seen.Step, seen.Manifest) ?? StepDecision.NoReason(reason, "跳过环节");
            if (refusal is null) file.Record(acts, new StepSkipped(seen.Step, who.Person, seen.Manifest), Today(acts), who.Name, reason);
            return Task.FromResult(refusal);
        }, cancellation);

    /// <summary>Takes the urgent path (紧急办理).</summary>
    /// <param name="key">The draft.</param>
    /// <param name="who">Who takes it.</param>
    /// <param name="reason">Why it is urgent.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<ApprovalStanding>> TakeUrgentPathAsync(DraftKey key, Approver who, string reason, CancellationToken cancellation) =>
        ActAsync(key, (acts, file, _) =>
        {
            var refusal = ApprovalRights.TakeUrgentPath(file.Standing, file.Chain, who) ?? StepDecision.NoReason(reason, "紧急办理");
            if (refusal is null) file.Record(acts, new UrgentPathTaken(who.Person, file.Manifest.Hash), Today(acts), who.Name, reason);
            return Task.FromResult(refusal);
        }, cancellation);

    /// <summary>Fills a reserved field after the sign-off (编号、成文日期、索引号、用印、送达).</summary>
    /// <param name="key">The draft.</param>
    /// <param name="field">Which.</param>
    /// <param name="value">The number, or the day as 2026-03-05.</param>
    /// <param name="who">Who fills it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<ApprovalStanding>> FillAsync(DraftKey key, ReservedField field, string value, Approver who, CancellationToken cancellation) =>
        ActAsync(key, (acts, file, _) =>
        {
            var refusal = ApprovalRights.Fill(file.Standing, who) ?? ReservedFields.Set(file.Draft, field, value.Trim());
            if (refusal is null) file.Record(acts, new ReservedFieldFilled(field, ReservedFields.Hash(value.Trim()), who.Person), Today(acts), who.Name, value.Trim());
            return Task.FromResult(refusal);
        }, cancellation);

    /// <summary>Does something with a draft's approval under the lock of its chain and hands back where it stands then.</summary>
    internal Task<Outcome<ApprovalStanding>> ActAsync(
        DraftKey key, Func<ActSession, ApprovalCase, CancellationToken, Task<Refusal?>> act, CancellationToken cancellation) =>
        recorder.RecordAsync<ApprovalStanding>(key.Agency, async (acts, cancellation) =>
        {
            var file = await ApprovalCase.LoadAsync(acts.Db, house, key, cancellation);
            if (file.IsRefused) return file.Refusal;
            if (await act(acts, file.Value, cancellation) is { } refusal) return refusal;
            await WaitingList.WriteAsync(acts, file.Value, cancellation);
            return file.Value.Standing;
        }, cancellation);

    internal static DateOnly Today(ActSession acts) => ChinaTime.DayOf(acts.Now);

    // A new round is signed off anew; what was filled for the round before stands in its history.
    private static void ClearReserved(Draft draft) =>
        (draft.DocumentNumber, draft.DatedOn, draft.IndexNumber, draft.SealedOn, draft.ServedOn) = (null, null, null, null, null);
}
