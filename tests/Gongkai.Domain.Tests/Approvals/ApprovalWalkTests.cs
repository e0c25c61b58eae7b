using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;

namespace Gongkai.Domain.Tests.Approvals;

public sealed class ApprovalWalkTests
{
    [Fact(DisplayName = "答复文书：核稿、合法性审核、签发依次走完，没有请人会签的不停在会签")]
    public void A_letter_goes_through_its_chain()
    {
        var approval = AnApproval.On("document").Submitted();
        Assert.Equal("核稿", approval.Stands().Waiting?.Step.Name);
        Assert.Equal("合法性审核", approval.Given("check", "核稿人").Stands().Waiting?.Step.Name);
        Assert.Equal("签发", approval.Given("legality", "公职律师").Stands().Waiting?.Step.Name);

        var standing = approval.Given("sign", "局长").Stands();

        Assert.Equal(ApprovalState.Approved, standing.State);
        Assert.Equal([StepState.Given, StepState.Given, StepState.NotNeeded, StepState.Given], standing.Steps.Select(step => step.State));
    }

    [Fact(DisplayName = "会签：几个人同时会签，次序不限，齐了才往下走")]
    public void Countersigning_runs_in_parallel()
    {
        var approval = AnApproval.On("document").Submitted("拟稿人", AnApproval.Text, "财务科长", "办公室主任")
            .Given("check", "核稿人").Given("legality", "公职律师").Given("countersign", "办公室主任");
        Assert.Equal([AnApproval.Person("财务科长")], approval.Stands().Pending);
        Assert.Equal("approval.not-asked", approval.MayDecide(AnApproval.Who("办公室主任"), "countersign").Refusal?.Code);
        Assert.False(approval.MayDecide(AnApproval.Who("财务科长"), "countersign").IsRefused);
        Assert.Equal("签发", approval.Given("countersign", "财务科长").Stands().Waiting?.Step.Name);
    }

    [Fact(DisplayName = "退回以后重新送审，从头审起")]
    public void A_draft_sent_back_starts_anew()
    {
        var approval = AnApproval.On("document").Submitted().Given("check", "核稿人").SentBack("legality", "公职律师");
        Assert.Equal(ApprovalState.SentBack, approval.Stands().State);
        var refusal = approval.MayDecide(AnApproval.Who("核稿人", PostRole.Reviewer), "check");
        Assert.True(refusal.IsRefused);

        var again = approval.Submitted("拟稿人", AnApproval.OtherText).Stands(AnApproval.OtherText);
        Assert.Equal((2, "核稿"), (again.Round, again.Waiting?.Step.Name));
    }

    [Fact(DisplayName = "内容改动一个字，此前的审批全部作废，并说出是在谁之后改的")]
    public void A_change_of_substance_voids()
    {
        var standing = AnApproval.On("three-reviews").Submitted().Given("first", "王某").OnDay("2026-03-05").Given("second", "李某").Stands(AnApproval.OtherText);
        Assert.Equal(ApprovalState.Voided, standing.State);
        Assert.Null(standing.Waiting);
        Assert.Equal("内容在2026年3月5日复审（李某）之后改动，此前的审批全部作废，须重新送审。", standing.Note);
        Assert.Equal(standing.Note, ApprovalRights.Release(standing)?.Message);
    }

    [Fact(DisplayName = "签发之后编号、写日期、用印，审批仍然有效；签发之前不能编号")]
    public void Reserved_fields_void_nothing()
    {
        var officer = AnApproval.Who("经办", PostRole.Officer);
        var approval = AnApproval.On("two-persons").Submitted();
        Assert.Equal("approval.not-signed-off", ApprovalRights.Fill(approval.Stands(), officer)?.Code);
        approval.Given("sign", "局长");
        foreach (var field in Enum.GetValues<ReservedField>())
        {
            Assert.Null(ApprovalRights.Fill(approval.Stands(), officer));
            approval.Add("经办", new ReservedFieldFilled(field, "sha256:00", officer.Person));
        }
        Assert.Null(ApprovalRights.Release(approval.Stands()));
        Assert.Equal(Enum.GetValues<ReservedField>().Length, approval.Stands().Filled.Count);
    }

    [Fact(DisplayName = "紧急办理：只留合法性审核和签发，记下未经哪些环节；签发不能省")]
    public void The_urgent_path_is_a_named_act()
    {
        var head = AnApproval.Who("办公室主任", PostRole.DisclosureOfficeHead);
        var approval = AnApproval.On("document").Submitted("拟稿人", AnApproval.Text, "财务科长");
        Assert.Null(ApprovalRights.TakeUrgentPath(approval.Stands(), Chain("document"), head));
        Assert.Contains("分管负责人", ApprovalRights.TakeUrgentPath(approval.Stands(), Chain("document"), AnApproval.Who("拟稿人", PostRole.Officer))!.Message, StringComparison.Ordinal);

        approval.Add("办公室主任", new UrgentPathTaken(head.Person, AnApproval.Text)).Given("legality", "公职律师");

        Assert.Equal(
            [StepState.LeftOutAsUrgent, StepState.Given, StepState.LeftOutAsUrgent, StepState.Waiting], approval.Stands().Steps.Select(step => step.State));
        Assert.Equal(ApprovalState.Approved, approval.Given("sign", "局长").Stands().State);
    }

    [Fact(DisplayName = "跳过会签由有权的人决定，其他环节不能跳过")]
    public void Only_what_the_chain_lets_is_skipped()
    {
        var leader = AnApproval.Who("局长", PostRole.Leader);
        var approval = AnApproval.On("document").Submitted("拟稿人", AnApproval.Text, "财务科长");
        Assert.Equal("approval.not-skippable", ApprovalRights.Skip(approval.Stands(), leader, "check", AnApproval.Text)?.Code);
        approval.Given("check", "核稿人").Given("legality", "公职律师");
        Assert.Null(ApprovalRights.Skip(approval.Stands(), leader, "countersign", AnApproval.Text));
        approval.Add("局长", new StepSkipped("countersign", leader.Person, AnApproval.Text));
        Assert.Equal("签发", approval.Stands().Waiting?.Step.Name);
    }

    [Fact(DisplayName = "代录列为待确认；本人确认即销，本人否认则该意见和其后的审批作废")]
    public void A_proxy_record_is_confirmed_or_denied()
    {
        var approval = AnApproval.On("three-reviews").Submitted().Given("first", "王某", means: ApprovalMeans.Proxy).Given("second", "李某").Given("final", "局长");
        var recorded = Assert.Single(approval.Stands().Unconfirmed);
        Assert.Null(ApprovalRights.Confirm(approval.Stands(), AnApproval.Person("王某"), recorded.Sequence));
        Assert.Contains("王某", ApprovalRights.Confirm(approval.Stands(), AnApproval.Person("李某"), recorded.Sequence)!.Message, StringComparison.Ordinal);

        var denied = AnApproval.On("three-reviews").Submitted().Given("first", "王某", means: ApprovalMeans.Proxy).Given("second", "李某").Given("final", "局长")
            .Add("王某", new ProxyDenied(recorded.Sequence, AnApproval.Person("王某"))).Stands();
        Assert.Equal("初审", denied.Waiting?.Step.Name);
        Assert.All(denied.Steps, step => Assert.Empty(step.Opinions));

        approval.Add("王某", new ProxyConfirmed(recorded.Sequence, AnApproval.Person("王某")));
        Assert.Empty(approval.Stands().Unconfirmed);
        Assert.Equal(ApprovalState.Approved, approval.Stands().State);
    }

    [Fact(DisplayName = "审批流程没有签发、签发能跳过、岗位不明的，不能使用")]
    public void A_chain_without_a_sign_off_is_refused()
    {
        var chain = Chain("document");
        Assert.Null(chain.Fault());
        Assert.Equal("chain.sign-off", (chain with { Steps = [.. chain.Steps.Take(2)] }).Fault()?.Code);
        Assert.Equal("chain.codes", (chain with { Steps = [chain.Steps[0], chain.Steps[0], chain.Steps[^1]] }).Fault()?.Code);
        Assert.Equal("chain.roles", (chain with { Steps = [chain.Steps[0] with { Roles = [] }, chain.Steps[^1]] }).Fault()?.Code);
        Assert.Equal("chain.sign-off-omitted", (chain with { Steps = [chain.Steps[^1] with { OnUrgentPath = false }] }).Fault()?.Code);
        Assert.Equal("chain.administrator", (chain with { UrgentRoles = [PostRole.AgencyAdministrator] }).Fault()?.Code);
    }

    private static ApprovalChain Chain(string code) => Gongkai.Documents.Data.BuiltInApprovals.Newest(code)!;
}
