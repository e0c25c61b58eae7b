using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>What stands in an entry's place after all corrections.</summary>
/// <param name="Sequence">The correction that decides.</param>
/// <param name="Content">What it says; a day or facts it leaves out stay as they were.</param>
internal readonly record struct CorrectionRuling(long Sequence, Correction Content)
{
    /// <summary>True when the entry counts nowhere.</summary>
    public bool Voids => Content is { EffectiveOn: null, Facts: null };
}

/// <summary>
/// Finds the correction that decides for each corrected entry: the last one recorded. A correction can itself be corrected (its content
/// is replaced) or voided (it never was).
/// </summary>
internal static class CorrectionRulings
{
    /// <summary>Entry to the correction that decides for it.</summary>
    /// <exception cref="FormatException">A correction of a correction does not hold a correction.</exception>
    public static Dictionary<long, CorrectionRuling> Of(IReadOnlyList<CorrectionAct> corrections)
    {
        Dictionary<long, CorrectionRuling> rulings = [];
        // Backwards: whatever corrects a correction comes after it, so it is settled by the time its target is reached.
        for (var i = corrections.Count - 1; i >= 0; i--)
        {
            var correction = corrections[i];
            var ruling = new CorrectionRuling(correction.Sequence, correction.Content);
            if (rulings.TryGetValue(correction.Sequence, out var over))
            {
                if (over.Voids) continue;
                if (over.Content.Facts is { } content) ruling = new CorrectionRuling(over.Sequence, Read(content));
            }
            rulings.TryAdd(correction.Target, ruling);
        }
        return rulings;
    }

    private static Correction Read(JsonObject content)
    {
        using var document = JsonDocument.Parse(content.ToJsonString());
        return Correction.Read(document.RootElement);
    }
}
