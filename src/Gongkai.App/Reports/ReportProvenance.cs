using System.Text.Json.Nodes;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports.Folding;

namespace Gongkai.App.Reports;

/// <summary>Where each number comes from, as JSON (数字来源): basis, ledger sequences, and the cells it is derived from.</summary>
public static class ReportProvenance
{
    /// <summary>Cell to source, in ordinal order of the cells.</summary>
    public static JsonObject ToJson(FoldedReport folded)
    {
        var cells = new JsonObject();
        foreach (var (cell, source) in folded.Provenance.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal))
        {
            var entry = new JsonObject { ["basis"] = EnumCode<CellBasis>.Of(source.Basis) };
            if (source.Sequences.Count > 0) entry["entries"] = new JsonArray([.. source.Sequences.Select(sequence => (JsonNode)sequence)]);
            if (source.Parts.Count > 0) entry["parts"] = new JsonArray([.. source.Parts.Select(part => (JsonNode)part.Value)]);
            cells[cell.Value] = entry;
        }
        return cells;
    }

    /// <summary>The same as text.</summary>
    public static string Write(FoldedReport folded) => ToJson(folded).ToJsonString();
}
