using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Ledger;

namespace Gongkai.App.Ledger;

/// <summary>What an exported ledger is worth (导出台账的校验): its header, and the first broken place, or null.</summary>
/// <param name="Header">What its first line says.</param>
/// <param name="Break">The first broken place, or null when the chain is whole.</param>
public sealed record ExportedLedger(ExportHeader Header, ChainBreak? Break)
{
    // The longest facts a kind can have stay far below this.
    private const int LongestLine = 1024 * 1024;

    /// <summary>
    /// Reads an exported ledger, verifies its chain and hands on its entries. It keeps none of them, so a file of any length can be read;
    /// entries after a broken place are not handed on.
    /// </summary>
    /// <param name="input">The file.</param>
    /// <param name="take">Takes the next entry; a refusal ends the reading.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What it is worth, or why it cannot be read.</returns>
    public static async Task<Outcome<ExportedLedger>> ReadAsync(Stream input, Func<FoldEntry, Refusal?> take, CancellationToken cancellation)
    {
        var lines = new BoundedLines(input, LongestLine);
        if (!Parse(await lines.ReadAsync(cancellation), ExportJson.Lines.ExportHeader, out var header) || header.Schema != ExportHeader.CurrentSchema)
            return new Refusal("ledger-file.no-export", "这不是导出的台账文件（第 1 行应写明 gongkai.ledger-facts/1）。请用 gongkai ledger export 导出的文件。");
        var verifier = new ChainVerifier(ChainHashes.All);
        while (verifier.Break is null && await lines.ReadAsync(cancellation) is { } line)
        {
            if (line.IsEmpty) continue;
            if (!Parse(line, ExportJson.Lines.ExportedEntry, out var entry))
                return new Refusal("ledger-file.unreadable", $"第 {lines.Number} 行读不出来：文件不完整，或者被改动过。请重新导出。");
            if (Verify(verifier, header, entry) is { } facts && take(FoldEntry.Of(facts)) is { } refusal) return refusal;
        }
        if (lines.IsTooLong) return new Refusal("ledger-file.unreadable", $"第 {lines.Number} 行过长，不是导出的台账。");
        return new ExportedLedger(header, verifier.Finish(new ChainHead(header.Entries, header.Head)));
    }

    private static LedgerFacts? Verify(ChainVerifier verifier, ExportHeader header, ExportedEntry entry)
    {
        LedgerFacts? facts;
        try
        {
            facts = LedgerFacts.Read(entry.Facts);
        }
        catch (FormatException)
        {
            facts = null;
        }
        var sequence = facts?.Sequence ?? verifier.Head.Sequence + 1;
        verifier.Next(sequence, new LedgerEntry(entry.Facts, entry.PrivateDigest, entry.PreviousHash, entry.Hash));
        if (facts is null) verifier.Fail(sequence, ChainFault.Altered, $"第 {sequence} 条的正文读不出来。");
        else if (facts.Chain.Value != header.Chain) verifier.Fail(sequence, ChainFault.Inserted, $"第 {sequence} 条属于另一个机关的台账。");
        return verifier.Break is null ? facts : null;
    }

    private static bool Parse<T>(ReadOnlyMemory<byte>? line, JsonTypeInfo<T> type, out T value) where T : class
    {
        value = null!;
        if (line is not { } bytes) return false;
        try
        {
            value = JsonSerializer.Deserialize(bytes.Span, type)!;
            return value is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
