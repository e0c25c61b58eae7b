namespace Gongkai.Domain.Requests;

/// <summary>The provisions a decision rests on (答复依据).</summary>
public static class DecisionGround
{
    private const string Regulations = "条例";

    /// <summary>The grounds of a decision, the substantive one first; none where no provision names it (撤回、咨询).</summary>
    [Law("条例", 36)]
    [Law("条例", 37)]
    [Law("条例", 38)]
    [Law("条例", 39)]
    public static IReadOnlyList<Citation> Of(DecisionType decision) => decision switch
    {
        DecisionType.AlreadyPublic => [Answer(1)],
        DecisionType.Granted => [Answer(2)],
        DecisionType.PartlyGranted => [At(37)],
        DecisionType.RefusedStateSecret or DecisionType.RefusedProhibitedByLaw or DecisionType.RefusedSecurityAndStability => [At(14), Answer(3)],
        DecisionType.RefusedThirdPartyRights => [At(15), At(32), Answer(3)],
        DecisionType.RefusedInternalAffairs => [At(16, 1), Answer(3)],
        DecisionType.RefusedDeliberative or DecisionType.RefusedEnforcementFile => [At(16, 2), Answer(3)],
        DecisionType.AdministrativeInquiry => [Answer(7)],
        DecisionType.NotHeld => [Answer(4)],
        DecisionType.NotOurs => [Answer(5)],
        DecisionType.RequiresCreation => [At(38)],
        DecisionType.StillUnclear or DecisionType.ClarificationLapsed => [At(30)],
        DecisionType.Petition => [At(39, 1)],
        DecisionType.Repeated => [Answer(6)],
        DecisionType.Publication => [At(39, 2)],
        DecisionType.Excessive => [At(35)],
        DecisionType.Confirmation or DecisionType.NotGovernmentInformation or DecisionType.PartyInformation => [At(2)],
        DecisionType.FeeLapsed => [At(42), new Citation("国办函〔2020〕109号")],
        DecisionType.ArchivedElsewhere => [new Citation("国办公开办函〔2019〕14号")],
        _ => [],
    };

    /// <summary>True for a refusal that rests on 条例 14, 15 or 16.</summary>
    public static bool IsRefusal(DecisionType decision) => Of(decision) is [{ Law: Regulations, Article: >= 14 and <= 16 }, ..];

    private static Citation At(int article, int paragraph = 0) => new(Regulations, article, paragraph);

    // The seven answers of 条例36 are items of its only paragraph.
    private static Citation Answer(int item) => new(Regulations, 36, 0, item);
}
