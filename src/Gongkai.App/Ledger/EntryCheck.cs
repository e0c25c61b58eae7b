using Gongkai.App.Data;
using Gongkai.Domain.Ledger;

namespace Gongkai.App.Ledger;

/// <summary>What a stored row must fulfil beyond the chain: its columns say what its text says, and its private part is the sealed one.</summary>
internal static class EntryCheck
{
    /// <summary>What is wrong with a row, in Chinese, or null. Of a private part that is closed or erased nothing can be said.</summary>
    public static string? Fault(LedgerEntryRow row, FoundPrivatePart found)
    {
        if (ColumnFault(row) is { } column) return $"第 {row.Sequence} 条的“{column}”一栏与其正文不符：该栏被改动。";
        return found.State switch
        {
            PrivateState.Broken => $"第 {row.Sequence} 条的非公开部分残缺或解不开：内容被改动。",
            PrivateState.Open when DigestOf(row, found) != row.PrivateDigest => $"第 {row.Sequence} 条的非公开部分与其摘要不符：内容被改动。",
            _ => null,
        };
    }

    private static string? DigestOf(LedgerEntryRow row, FoundPrivatePart found) =>
        ChainHashes.Find(row.PrivateDigest.Split(':')[0])?.OfPrivate(found.Salt!, found.Bytes!);

    private static string? ColumnFault(LedgerEntryRow row)
    {
        LedgerFacts facts;
        try
        {
            facts = LedgerFacts.Read(row.FactsText);
        }
        catch (FormatException)
        {
            return nameof(row.FactsText);
        }
        if (facts.Chain != row.AgencyId.Chain) return nameof(row.AgencyId);
        if (facts.Sequence != row.Sequence) return nameof(row.Sequence);
        if (facts.Kind.ToString() != row.Kind) return nameof(row.Kind);
        if (facts.Subject.Value != row.SubjectId) return nameof(row.SubjectId);
        if (facts.EffectiveOn != row.EffectiveOn) return nameof(row.EffectiveOn);
        if (facts.RecordedAt != row.RecordedAt) return nameof(row.RecordedAt);
        return facts.Corrects != row.Corrects ? nameof(row.Corrects) : null;
    }
}
