namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>An annual report folded from the ledger (由台账生成的年度报告), with where each number comes from and what is wrong.</summary>
/// <param name="Report">The report: every cell of the form, each with its state; no sections of text.</param>
/// <param name="Provenance">Cell to its source.</param>
/// <param name="Findings">What is missing, double or irregular.</param>
/// <param name="UpTo">Sequence of the last entry that was read.</param>
/// <param name="ProcessingFees">信息处理费 of the year, for section six.</param>
public sealed record FoldedReport(
    AnnualReport Report,
    IReadOnlyDictionary<CellKey, CellProvenance> Provenance,
    IReadOnlyList<Finding> Findings,
    long UpTo,
    ProcessingFeeTotal ProcessingFees)
{
    /// <summary>
    /// The entries behind a cell, ascending and each once; those of a derived cell through its parts, down to the acts and returns.
    /// </summary>
    public IReadOnlyList<long> EntriesBehind(CellKey cell)
    {
        SortedSet<long> entries = [];
        HashSet<CellKey> seen = [];
        Stack<CellKey> open = new([cell]);
        while (open.TryPop(out var key))
        {
            if (!seen.Add(key) || !Provenance.TryGetValue(key, out var source)) continue;
            entries.UnionWith(source.Sequences);
            foreach (var part in source.Parts) open.Push(part);
        }
        return [.. entries];
    }
}

/// <summary>信息处理费 collected in the year (条例42); it is reported in section six, not in section two.</summary>
/// <param name="Fen">Sum in fen, refunds taken off.</param>
/// <param name="Requests">Number of requests for which something was paid.</param>
/// <param name="Sequences">The payments, ascending.</param>
public sealed record ProcessingFeeTotal(long Fen, int Requests, IReadOnlyList<long> Sequences);
