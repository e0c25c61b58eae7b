using System.Text;
using Gongkai.Documents.Data;
using Gongkai.Domain.Requests;

namespace Gongkai.Domain.Tests.Requests;

/// <summary>The table of decisions and rows.</summary>
public sealed class DecisionRowsTests
{
    [Fact(DisplayName = "每种答复恰好对应一行，每一行至少有一种答复")]
    public void EveryDecisionHasOneRow()
    {
        var lines = BuiltInDecisionRows.Table.National.Lines.ToList();

        Assert.Equal(Enum.GetValues<DecisionType>(), lines.Select(line => line.Decision));
        Assert.Equal(Enum.GetValues<OutcomeRow>(), lines.Select(line => line.Row).Distinct().Order());
        Assert.All(lines, line => Assert.NotEmpty(line.Source));
    }

    [Theory(DisplayName = "没有全国性规定的答复默认计入（六）3.其他，并注明不确定")]
    [InlineData(DecisionType.NotGovernmentInformation)]
    [InlineData(DecisionType.Consultation)]
    [InlineData(DecisionType.ArchivedElsewhere)]
    [InlineData(DecisionType.PartyInformation)]
    [InlineData(DecisionType.Withdrawn)]
    [InlineData(DecisionType.ApplicantGone)]
    public void WhatNoTextSettlesIsMarkedUnsure(DecisionType decision)
    {
        var line = BuiltInDecisionRows.Table.National[decision];

        Assert.Equal((OutcomeRow.OtherOther, Certainty.Unsure), (line.Row, line.Certainty));
    }

    [Fact(DisplayName = "地区口径覆盖全国默认，下级覆盖上级，其余照旧")]
    public void RegionsOverrideTheDefault()
    {
        const string row = """{"decision":"consultation","row":"notProcessed.petition","certainty":"practice","source":"示范省口径"}""";
        const string city = """{"decision":"archivedElsewhere","row":"refused.administrativeInquiry","certainty":"practice","source":"示范市口径"}""";
        var national = string.Join(",", Enum.GetValues<DecisionType>().Select(type => $$"""{"decision":"{{EnumCode<DecisionType>.Of(type)}}","row":"other.other","certainty":"unsure","source":"示范"}"""));
        var json = $$$"""
            {"givenAndUnavailable":{"row":"partlyGranted"},"rows":[{{{national}}}],
             "regions":{"9901":{"rows":[{{{city}}}]},"99":{"rows":[{{{row}}}],"givenAndUnavailable":{"row":"granted"} } } }
            """;

        var table = BuiltInDecisionRows.Load(new MemoryStream(Encoding.UTF8.GetBytes(json)));

        Assert.Equal(OutcomeRow.OtherOther, table.Of("320000")[DecisionType.Consultation].Row);
        Assert.Equal(OutcomeRow.NotProcessedPetition, table.Of("990200")[DecisionType.Consultation].Row);
        Assert.Equal(OutcomeRow.OtherOther, table.Of("990200")[DecisionType.ArchivedElsewhere].Row);
        Assert.Equal(OutcomeRow.NotProcessedPetition, table.Of("990102")[DecisionType.Consultation].Row);
        Assert.Equal(OutcomeRow.RefusedAdministrativeInquiry, table.Of("990102")[DecisionType.ArchivedElsewhere].Row);
        Assert.Equal(OutcomeRow.Granted, table.Of("990102").GivenAndUnavailable);
        Assert.Equal(OutcomeRow.PartlyGranted, table.Of(null).GivenAndUnavailable);
    }

    [Fact(DisplayName = "缺一种答复的表不能用")]
    public void AnIncompleteTableIsRefused() =>
        Assert.Throws<ArgumentException>(() => new DecisionRows(BuiltInDecisionRows.Table.National.Lines.Skip(1), OutcomeRow.PartlyGranted));
}
