using System.Text.Json.Nodes;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Json;

/// <summary>The JSON of findings (检查结果数据).</summary>
public static class FindingJson
{
    /// <summary>Findings as an array, in their order.</summary>
    public static JsonArray ToJson(IEnumerable<Finding> findings) => new([.. findings.Select(ToJson)]);

    private static JsonObject ToJson(Finding finding) => new()
    {
        ["rule"] = finding.Rule,
        ["severity"] = EnumCode<Severity>.Of(finding.Severity),
        ["cells"] = new JsonArray([.. finding.Cells.Select(cell => (JsonNode)cell.Value)]),
        ["expected"] = finding.Expected,
        ["found"] = finding.Found,
        ["message"] = finding.Message,
        ["evidence"] = finding.Evidence is { } evidence ? new JsonObject { ["where"] = evidence.Where, ["text"] = evidence.Text } : null,
    };
}
