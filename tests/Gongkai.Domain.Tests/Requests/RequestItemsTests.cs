using CsCheck;
using Gongkai.Documents.Data;
using Gongkai.Domain.Requests;

namespace Gongkai.Domain.Tests.Requests;

/// <summary>Several items, one row: 区分处理的，只计这一情形，不计其他情形.</summary>
[Law("国办公开办函〔2021〕30号")]
public sealed class RequestItemsTests
{
    private static readonly DecisionRows Rows = BuiltInDecisionRows.Table.National;

    private static readonly Gen<RequestItem[]> SomeItems =
        Gen.Enum<DecisionType>().Select(decision => new RequestItem(decision)).Array[1, 6];

    [Theory(DisplayName = "全部予以公开计（一），有给有不给计（二），全部不给只计一行")]
    [InlineData(OutcomeRow.Granted, DecisionType.Granted, DecisionType.AlreadyPublic)]
    [InlineData(OutcomeRow.PartlyGranted, DecisionType.Granted, DecisionType.RefusedThirdPartyRights)]
    [InlineData(OutcomeRow.PartlyGranted, DecisionType.NotHeld, DecisionType.Granted)]
    [InlineData(OutcomeRow.PartlyGranted, DecisionType.PartlyGranted, DecisionType.PartlyGranted)]
    [InlineData(OutcomeRow.RefusedStateSecret, DecisionType.NotHeld, DecisionType.RefusedStateSecret)]
    [InlineData(OutcomeRow.UnavailableNotHeld, DecisionType.NotOurs, DecisionType.Petition)]
    public void FoldsItems(OutcomeRow expected, DecisionType first, DecisionType second) =>
        Assert.Equal(expected, RequestItems.FoldToRow([new(first), new(second)], Rows).Value);

    [Fact(DisplayName = "全部不给时，经办人可以指定主要结果")]
    public void TheOfficerNamesTheMainOutcome() => Assert.Equal(OutcomeRow.NotProcessedPetition,
        RequestItems.FoldToRow([new(DecisionType.NotHeld), new(DecisionType.Petition)], Rows, OutcomeRow.NotProcessedPetition).Value);

    [Fact(DisplayName = "指定的主要结果必须是某一事项的答复")]
    public void TheMainOutcomeMustBeOneOfTheItems() => Assert.Equal("request.main-outcome",
        RequestItems.FoldToRow([new(DecisionType.NotHeld), new(DecisionType.Petition)], Rows, OutcomeRow.RefusedStateSecret).Refusal?.Code);

    [Fact(DisplayName = "有事项已予公开时，不能另指主要结果")]
    public void SomethingGivenLeavesNoChoice() => Assert.Equal("request.main-outcome",
        RequestItems.FoldToRow([new(DecisionType.Granted), new(DecisionType.NotHeld)], Rows, OutcomeRow.UnavailableNotHeld).Refusal?.Code);

    [Fact(DisplayName = "一个事项内区分处理的，计部分公开，不论为何不给")]
    public void AnItemGivenInPartIsPartlyGranted() => Assert.Equal(OutcomeRow.PartlyGranted,
        RequestItems.FoldToRow([new(DecisionType.PartlyGranted, DecisionType.RefusedDeliberative)], Rows).Value);

    [Fact(DisplayName = "没有事项，无从计行")]
    public void NoItemsNoRow() => Assert.Equal("request.no-items", RequestItems.FoldToRow([], Rows).Refusal?.Code);

    [Fact(DisplayName = "部分予以公开、其余不存在：多数地方计部分公开，本地口径可以计予以公开")]
    public void RegionsDifferOnWhatDoesNotExist()
    {
        var local = Rows.With([], OutcomeRow.Granted);

        Assert.Equal(OutcomeRow.Granted, RequestItems.FoldToRow([new(DecisionType.Granted), new(DecisionType.NotHeld)], local).Value);
        Assert.Equal(OutcomeRow.PartlyGranted, RequestItems.FoldToRow([new(DecisionType.Granted), new(DecisionType.RefusedEnforcementFile)], local).Value);
    }

    [Fact(DisplayName = "任何事项组合恰好计一行，与事项次序无关")]
    public void AnyItemsGiveOneRow() => SomeItems.Sample(items =>
    {
        var row = RequestItems.FoldToRow(items, Rows).Value;
        var given = items.Any(item => Rows[item.Decision].Row == OutcomeRow.Granted);

        Assert.Equal(row, RequestItems.FoldToRow([.. items.Reverse()], Rows).Value);
        Assert.True(row == OutcomeRow.PartlyGranted || items.Any(item => Rows[item.Decision].Row == row));
        Assert.Equal(given, row <= OutcomeRow.PartlyGranted && given);
    });
}
