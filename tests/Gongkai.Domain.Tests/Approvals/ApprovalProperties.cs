using CsCheck;
using Gongkai.Documents.Data;
using Gongkai.Domain.Approvals;
using static Gongkai.Domain.Tests.Approvals.AnApproval;

namespace Gongkai.Domain.Tests.Approvals;

public sealed class ApprovalProperties
{
    private static readonly string[] Names = ["甲", "乙", "丙", "丁"];

    private static readonly string[] Steps = [.. BuiltInApprovals.Chains.SelectMany(chain => chain.Steps).Select(step => step.Code).Distinct()];

    /// <summary>Any act by anybody on any content, lawful or not, as somebody could have written it into the ledger.</summary>
    private static readonly Gen<(string Who, IApprovalAct Act)> Acts =
        from kind in Gen.Int[0, 11]
        from who in OneOf(Names)
        from other in OneOf(Names)
        from step in OneOf(Steps)
        from manifest in Gen.Frequency((4, Gen.Const(Text)), (1, Gen.Const(OtherText)))
        from means in Gen.Enum<ApprovalMeans>()
        from earlier in Gen.Long[1, 20]
        let opinion = new Opinion(step, Person(who), null, means, manifest, Person(other), null)
        select (who, kind switch
        {
            0 => (IApprovalAct)new ApprovalSentBack(opinion),
            1 => new ApprovalWithdrawn(Person(who)),
            2 => new StepSkipped(step, Person(who), manifest),
            3 => new UrgentPathTaken(Person(who), manifest),
            4 => new ProxyConfirmed(earlier, Person(who)),
            5 => new ProxyDenied(earlier, Person(who)),
            6 => new ReservedFieldFilled(ReservedField.DocumentNumber, "sha256:00", Person(who)),
            7 => new ApprovalSubmitted(manifest, default, "", Person(who), [Person(who), Person(other)], []),
            _ => new ApprovalGiven(opinion),
        });

    private static readonly Gen<AnApproval> Histories =
        from chain in OneOf([.. BuiltInApprovals.Chains])
        from acts in Acts.List[0, 40]
        select acts.Aggregate(On(chain).Submitted("甲", Text, "丙"), (approval, act) => approval.Add(act.Who, act.Act));

    [Fact(DisplayName = "任何一串行为，都不能让拟稿人审批自己的稿")]
    public void No_sequence_of_acts_lets_a_drafter_approve() => Histories.Sample(approval =>
    {
        foreach (var manifest in (string[])[Text, OtherText])
        {
            var standing = approval.Stands(manifest);
            foreach (var opinion in standing.Steps.SelectMany(step => step.Opinions))
            {
                var by = ApprovalRights.OpinionOf(opinion.Act)?.By ?? ((StepSkipped)opinion.Act).By;
                Assert.False(standing.IsDrafter(by));
            }
            Assert.Equal(standing.State is ApprovalState.Waiting, standing.Waiting is not null);
            if (standing.State is ApprovalState.Approved) Assert.Contains(standing.Steps[^1].Opinions, opinion => opinion.Act is ApprovalGiven);
        }
    }, iter: 4000);

    [Fact(DisplayName = "任何一串行为之后，内容一改审批即作废；改回原样又与原来一致")]
    public void Any_change_of_substance_voids() => Histories.Sample(approval =>
    {
        var submitted = approval.Stands().Submission!.Manifest;
        var before = approval.Stands(submitted);
        var after = approval.Stands(submitted + "x");
        if (before.State is ApprovalState.Waiting or ApprovalState.Approved) Assert.Equal(ApprovalState.Voided, after.State);
        Assert.Null(after.Waiting);
        Assert.NotNull(ApprovalRights.Release(after));
    }, iter: 2000);

    [Fact(DisplayName = "任何一串行为之后，填写预留栏不改变审批状态")]
    public void Filling_reserved_fields_never_voids() => Gen.Select(Histories, Gen.Enum<ReservedField>()).Sample((approval, field) =>
    {
        var manifest = approval.Stands().Submission!.Manifest;
        var before = approval.Stands(manifest);
        var after = approval.Add("丁", new ReservedFieldFilled(field, "sha256:00", Person("丁"))).Stands(manifest);
        Assert.Equal(before.State, after.State);
        Assert.Equal(before.Steps.Select(step => step.State), after.Steps.Select(step => step.State));
    }, iter: 2000);

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
