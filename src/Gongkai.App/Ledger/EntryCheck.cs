using Gongkai.App.Data;
using Gongkai.Domain.Ledger;

namespace Gongkai.App.Ledger;

/// <summary>What a stored row must fulfil beyond the chain: its columns say what its text says, and its private part is the sealed one.</summary>
internal static class EntryCheck
{
    /// <summary>What is wrong with a row, in Chinese, or null.</summary>
    public static string? Fault(LedgerEntryRow row)
    {
        if (ColumnFault(row) is { } column) return $"第 {row.Sequence} 条的“{column}”一栏与其正文不符：该栏被改动。";
        if (row.PrivateBytes is null && row.Salt is null) return null;
        if (row.PrivateBytes is null || row.Salt is null) return $"第 {row.Sequence} 条的非公开部分残缺：只剩正文或只剩盐。";
        return ChainHashes.Find(row.PrivateDigest.Split(':')[0])?.OfPrivate(row.Salt, row.PrivateBytes) == row.PrivateDigest
            ? null
            : $"第 {row.Sequence} 条的非公开部分与其摘要不符：内容被改动。";
    }

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
