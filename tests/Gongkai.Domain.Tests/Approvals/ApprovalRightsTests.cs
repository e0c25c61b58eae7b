using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using static Gongkai.Domain.Tests.Approvals.AnApproval;

namespace Gongkai.Domain.Tests.Approvals;

public sealed class ApprovalRightsTests
{
    private static readonly PostRole[] Everything = [.. Enum.GetValues<PostRole>()];

    [Fact(DisplayName = "经办与审批分离：身兼所有岗位，也不能审批自己拟的稿")]
    public void Nobody_approves_their_own_draft()
    {
        var drafter = Who("拟稿人", Everything);
        var approval = On("document").Submitted();
        foreach (var (step, by) in (ReadOnlySpan<(string, string)>)[("check", "甲"), ("legality", "乙"), ("sign", "丙")])
        {
            Assert.Equal("approval.own-draft", approval.MayDecide(drafter, step).Refusal?.Code);
            Assert.Equal("approval.own-draft", ApprovalRights.Skip(approval.Stands(), drafter, step, Text)?.Code);
            approval.Given(step, "拟稿人");
            Assert.Equal(step, approval.Stands().Waiting?.Step.Code);
            approval.Given(step, by);
        }
        Assert.Equal(ApprovalState.Approved, approval.Stands().State);
    }

    [Theory(DisplayName = "两个人的机关什么都能办：一人拟稿，另一人身兼数职走完每一步")]
    [InlineData("three-reviews")]
    [InlineData("document")]
    [InlineData("two-persons")]
    public void An_office_of_two_runs_every_chain(string chain)
    {
        var other = Who("另一人", Everything);
        var approval = On(chain).Submitted();
        while (approval.Stands().Waiting is { } waiting)
        {
            Assert.Null(approval.MayDecide(other, waiting.Step.Code).Value.For);
            approval.Given(waiting.Step.Code, "另一人");
        }
        Assert.Equal(ApprovalState.Approved, approval.Stands().State);
    }

    [Fact(DisplayName = "每个环节只有写明的岗位能办，说出由谁办")]
    public void A_step_is_for_its_posts()
    {
        var approval = On("document").Submitted();
        foreach (var role in Everything)
        {
            var outcome = approval.MayDecide(Who("某人", role), "check");
            Assert.Equal(role is PostRole.Reviewer or PostRole.DisclosureOfficeHead, !outcome.IsRefused);
            if (outcome.IsRefused) Assert.Contains("核稿人、工作机构负责人", outcome.Refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory(DisplayName = "委托代行：只在委托的日期内、委托的岗位上有效，记明代谁")]
    [InlineData("2026-03-01", false)]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-03-06", true)]
    [InlineData("2026-03-07", false)]
    public void A_delegation_holds_on_its_days(string day, bool holds)
    {
        var approval = On("document").Submitted().OnDay(day).Delegated("王某", "李某", PostRole.Reviewer, "2026-03-02", "2026-03-06");
        var outcome = approval.MayDecide(Who("李某"), "check");
        Assert.Equal(holds, !outcome.IsRefused);
        if (holds) Assert.Equal(Person("王某"), outcome.Value.For);
        approval.Given("check", "核稿人");
        Assert.True(approval.MayDecide(Who("李某"), "legality").IsRefused);
    }

    [Fact(DisplayName = "两人同时审批，后到的人看到是谁先办了、现在到哪一步")]
    public void The_second_of_two_reads_who_was_first()
    {
        var approval = On("document").Submitted().Given("check", "王某");
        Assert.Equal(
            "“核稿”已由王某于2026年3月2日同意，您的意见没有记入。现在轮到“合法性审核”。",
            approval.MayDecide(Who("李某", PostRole.Reviewer), "check").Refusal?.Message);
        Assert.Equal("approval.done-by-you", approval.MayDecide(Who("王某", PostRole.Reviewer), "check").Refusal?.Code);
    }

    [Fact(DisplayName = "看的是改动之前的内容，意见不记入")]
    public void A_word_on_another_content_is_not_taken() =>
        Assert.Equal("approval.content-moved", On("document").Submitted().MayDecide(Who("王某", PostRole.Reviewer), "check", Text, OtherText).Refusal?.Code);

    [Fact(DisplayName = "代录：本人不能代自己录，不是承办人不能录，流程不许就不录")]
    public void A_proxy_record_has_its_rules()
    {
        var chain = Gongkai.Documents.Data.BuiltInApprovals.Newest("document")!;
        var (officer, leader) = (Who("经办", PostRole.Officer), Who("局长", PostRole.Leader));
        Assert.Null(ApprovalRights.Record(chain, officer, leader, ApprovalMeans.Proxy));
        Assert.Equal("approval.records-own", ApprovalRights.Record(chain, leader, leader, ApprovalMeans.Proxy)?.Code);
        Assert.Equal("approval.no-post", ApprovalRights.Record(chain, Who("路人"), leader, ApprovalMeans.Paper)?.Code);
        Assert.Equal("approval.no-proxy", ApprovalRights.Record(chain with { AllowsProxy = false }, officer, leader, ApprovalMeans.Proxy)?.Code);
        Assert.Null(ApprovalRights.Record(chain with { AllowsProxy = false }, officer, leader, ApprovalMeans.Paper));
    }

    [Fact(DisplayName = "拟稿人不在会签人之列；不是拟稿人不能送审、不能撤回")]
    public void Submitting_is_the_drafters()
    {
        var drafter = Who("拟稿人", PostRole.Officer);
        var standing = On("document").Stands();
        Assert.Null(ApprovalRights.Submit(standing, drafter, [drafter.Person], [Person("财务科长")]));
        Assert.Equal("approval.drafter-countersigns", ApprovalRights.Submit(standing, drafter, [drafter.Person], [drafter.Person])?.Code);
        Assert.Equal("approval.only-drafters", ApprovalRights.Submit(standing, Who("别人", PostRole.Officer), [drafter.Person], [])?.Code);
        Assert.Equal("approval.already-submitted", ApprovalRights.Submit(On("document").Submitted().Stands(), drafter, [drafter.Person], [])?.Code);
        Assert.Equal("approval.only-drafters", ApprovalRights.Withdraw(On("document").Submitted().Stands(), Who("别人", PostRole.Officer), [drafter.Person])?.Code);
    }
}
