using Gongkai.Domain.Requests;

namespace Gongkai.Domain.Tests.Requests;

/// <summary>条例36 and its neighbours: what each decision rests on.</summary>
public sealed class DecisionGroundTests
{
    [Theory(DisplayName = "每种答复的依据条款")]
    [Law("条例", 36)]
    [Law("条例", 37)]
    [Law("条例", 38)]
    [Law("条例", 39)]
    [InlineData(DecisionType.AlreadyPublic, "条例第三十六条第（一）项")]
    [InlineData(DecisionType.Granted, "条例第三十六条第（二）项")]
    [InlineData(DecisionType.PartlyGranted, "条例第三十七条")]
    [InlineData(DecisionType.RefusedStateSecret, "条例第十四条、条例第三十六条第（三）项")]
    [InlineData(DecisionType.RefusedThirdPartyRights, "条例第十五条、条例第三十二条、条例第三十六条第（三）项")]
    [InlineData(DecisionType.RefusedInternalAffairs, "条例第十六条第一款、条例第三十六条第（三）项")]
    [InlineData(DecisionType.RefusedEnforcementFile, "条例第十六条第二款、条例第三十六条第（三）项")]
    [InlineData(DecisionType.AdministrativeInquiry, "条例第三十六条第（七）项")]
    [InlineData(DecisionType.NotHeld, "条例第三十六条第（四）项")]
    [InlineData(DecisionType.NotOurs, "条例第三十六条第（五）项")]
    [InlineData(DecisionType.RequiresCreation, "条例第三十八条")]
    [InlineData(DecisionType.Petition, "条例第三十九条第一款")]
    [InlineData(DecisionType.Repeated, "条例第三十六条第（六）项")]
    [InlineData(DecisionType.Publication, "条例第三十九条第二款")]
    [InlineData(DecisionType.Withdrawn, "")]
    public void Of(DecisionType decision, string grounds) => Assert.Equal(grounds, string.Join("、", DecisionGround.Of(decision)));

    [Fact(DisplayName = "只有依条例14至16的才是不予公开：共七种")]
    [Law("条例", 14)]
    [Law("条例", 15)]
    [Law("条例", 16)]
    public void RefusalsAreThoseUnder14To16() => Assert.Equal(
        [
            DecisionType.RefusedStateSecret, DecisionType.RefusedProhibitedByLaw, DecisionType.RefusedSecurityAndStability,
            DecisionType.RefusedThirdPartyRights, DecisionType.RefusedInternalAffairs, DecisionType.RefusedDeliberative, DecisionType.RefusedEnforcementFile,
        ],
        Enum.GetValues<DecisionType>().Where(DecisionGround.IsRefusal));
}
