namespace Gongkai.Domain.Ledger;

/// <summary>
/// Finds the correction that decides for each corrected entry: the last one recorded that was not voided itself.
/// </summary>
internal static class CorrectionRulings
{
    /// <summary>Entry to the correction that decides for it.</summary>
    public static Dictionary<long, CorrectionAct> Of(IReadOnlyList<CorrectionAct> corrections)
    {
        Dictionary<long, CorrectionAct> rulings = [];
        // Backwards: whatever voids a correction comes after it, so it is settled by the time its target is reached.
        for (var i = corrections.Count - 1; i >= 0; i--)
        {
            var correction = corrections[i];
            if (!rulings.ContainsKey(correction.Sequence)) rulings.TryAdd(correction.Target, correction);
        }
        return rulings;
    }
}
