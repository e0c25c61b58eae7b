using Gongkai.Domain.Requests;

namespace Gongkai.Domain.Tests.Requests;

/// <summary>复议法23: reconsideration first, and saying so.</summary>
public sealed class RemedyTests
{
    [Theory(DisplayName = "依条例14、15、16不予公开的，2024年1月1日起应当先申请复议")]
    [Law("复议法", 23, 1, 4)]
    [Law("复议法", 23, 2)]
    [InlineData(DecisionType.RefusedStateSecret, "2024-01-01", RemedyClause.ReconsiderationFirst)]
    [InlineData(DecisionType.RefusedThirdPartyRights, "2026-08-02", RemedyClause.ReconsiderationFirst)]
    [InlineData(DecisionType.RefusedEnforcementFile, "2026-08-02", RemedyClause.ReconsiderationFirst)]
    [InlineData(DecisionType.RefusedStateSecret, "2023-12-31", RemedyClause.ReconsiderationOrLitigation)]
    [InlineData(DecisionType.AdministrativeInquiry, "2026-08-02", RemedyClause.ReconsiderationOrLitigation)]
    [InlineData(DecisionType.NotHeld, "2026-08-02", RemedyClause.ReconsiderationOrLitigation)]
    [InlineData(DecisionType.Petition, "2026-08-02", RemedyClause.ReconsiderationOrLitigation)]
    [InlineData(DecisionType.Withdrawn, "2026-08-02", RemedyClause.ReconsiderationOrLitigation)]
    public void ByDecisionAndDay(DecisionType decision, string servedOn, RemedyClause expected) =>
        Assert.Equal(expected, Remedy.For([new(decision)], DateOnly.ParseExact(servedOn, "yyyy-MM-dd", null)));

    [Fact(DisplayName = "部分公开看不给的部分依据什么")]
    [Law("复议法", 23, 1, 4)]
    public void PartlyGrantedDependsOnWhatWasWithheld()
    {
        var day = new DateOnly(2026, 8, 2);

        Assert.Equal(RemedyClause.ReconsiderationFirst, Remedy.For([new(DecisionType.PartlyGranted, DecisionType.RefusedInternalAffairs)], day));
        Assert.Equal(RemedyClause.ReconsiderationFirst, Remedy.For([new(DecisionType.Granted), new(DecisionType.RefusedDeliberative)], day));
        Assert.Equal(RemedyClause.ReconsiderationOrLitigation, Remedy.For([new(DecisionType.PartlyGranted, DecisionType.RequiresCreation)], day));
    }
}
