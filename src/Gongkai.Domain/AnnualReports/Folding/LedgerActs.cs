using System.Text.Json;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// The acts of one chain (台账), read once in sequence order and kept as small as the fold allows; any year can then be folded from them.
/// Kinds that no number comes from are passed over.
/// </summary>
public sealed class LedgerActs
{
    private readonly FactsReader _reader = new();
    private readonly List<Act> _acts = [];
    private readonly List<CorrectionAct> _corrections = [];
    private readonly HashSet<long> _correctionSequences = [];

    /// <summary>Sequence of the last entry read, 0 when there was none: the <c>upTo</c> of whatever is folded from here.</summary>
    public long UpTo { get; private set; }

    /// <summary>The acts as they were recorded, in sequence order, without the corrections.</summary>
    internal IReadOnlyList<Act> Recorded => _acts;

    /// <summary>The corrections as they were recorded, in sequence order.</summary>
    internal IReadOnlyList<CorrectionAct> Corrections => _corrections;

    /// <summary>Reads a stream of entries up to a sequence.</summary>
    /// <param name="entries">Entries of one chain, ascending.</param>
    /// <param name="upTo">Last sequence to read, inclusive; what follows is not looked at.</param>
    /// <returns>The acts, or why an entry cannot be read.</returns>
    public static Outcome<LedgerActs> Read(IEnumerable<FoldEntry> entries, long upTo = long.MaxValue)
    {
        var acts = new LedgerActs();
        foreach (var entry in entries)
        {
            if (entry.Sequence > upTo) break;
            if (acts.Add(entry) is { } refusal) return refusal;
        }
        return acts;
    }

    /// <summary>Reads the next entry.</summary>
    /// <returns>Why it cannot be read, or null.</returns>
    public Refusal? Add(FoldEntry entry)
    {
        if (entry.Sequence <= UpTo)
            return new Refusal("ledger.out-of-order", $"台账第 {entry.Sequence} 条排在第 {UpTo} 条之后：请先校验台账（gongkai ledger verify）。");
        UpTo = entry.Sequence;
        try
        {
            var facts = _reader.Read(entry.Kind, entry.FactsText);
            if (facts is Correction correction)
            {
                if (CannotCorrect(entry, correction) is { } refusal) return refusal;
                _corrections.Add(new CorrectionAct(entry.Sequence, entry.Corrects!.Value, entry.EffectiveOn, correction));
                _correctionSequences.Add(entry.Sequence);
            }
            else if (facts is not null)
            {
                _acts.Add(new Act(entry.Sequence, entry.EffectiveOn, entry.Subject, facts));
            }
            return null;
        }
        catch (Exception damaged) when (IsDamage(damaged))
        {
            return Unreadable(entry.Sequence, damaged);
        }
    }

    /// <summary>The acts as they stand after all corrections, each in the place of its original entry.</summary>
    public Outcome<List<Act>> Resolve()
    {
        if (_corrections.Count == 0) return _acts;
        var rulings = CorrectionRulings.Of(_corrections);
        List<Act> standing = new(_acts.Count);
        foreach (var act in _acts)
        {
            if (!rulings.TryGetValue(act.Sequence, out var ruling))
            {
                standing.Add(act);
                continue;
            }
            if (ruling.Voids) continue;
            try
            {
                var facts = ruling.Content.Facts is { } replacement ? _reader.ReadReplacement(act.Facts, replacement) : act.Facts;
                standing.Add(new Act(ruling.Sequence, ruling.Content.EffectiveOn ?? act.On, act.Subject, facts));
            }
            catch (Exception damaged) when (IsDamage(damaged))
            {
                return Unreadable(ruling.Sequence, damaged);
            }
        }
        return standing;
    }

    // A correction can be voided but not rewritten: who wants another content corrects the entry again, and the last one decides.
    private Refusal? CannotCorrect(FoldEntry entry, Correction correction) => entry.Corrects switch
    {
        not { } or < 1 => new Refusal("ledger.correction-without-target", $"台账第 {entry.Sequence} 条是更正，但没有指明更正哪一条。"),
        { } target when target >= entry.Sequence =>
            new Refusal("ledger.correction-without-target", $"台账第 {entry.Sequence} 条要更正的第 {target} 条不在它之前。"),
        { } target when _correctionSequences.Contains(target) && correction is not { EffectiveOn: null, Facts: null } =>
            new Refusal("ledger.correction-of-correction", $"台账第 {entry.Sequence} 条改写了第 {target} 条更正：更正只能作废；要改内容，请再次更正原条目。"),
        _ => null,
    };

    private static bool IsDamage(Exception error) =>
        error is FormatException or JsonException or KeyNotFoundException or InvalidOperationException or OverflowException or ArgumentException;

    private static Refusal Unreadable(long sequence, Exception damage) => new(
        "ledger.entry-unreadable", $"台账第 {sequence} 条的内容无法识别，可能已损坏，或由更新版本的程序写入（{damage.Message}）。请先校验台账（gongkai ledger verify）。");
}
