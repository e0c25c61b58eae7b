using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Documents.Json;
using Gongkai.Domain.AnnualReports;
using Gongkai.Testing;
using static Gongkai.Testing.ReportBuilder;

namespace Gongkai.Documents.Tests.Json;

public sealed class AnnualReportJsonTests
{
    [Fact(DisplayName = "键的次序与行的写法符合约定")]
    public void The_shape_is_as_agreed()
    {
        var text = AnnualReportJson.Write(AReport().WithRequests(21).With("proactive.feesWanYuan", 7730.28m).Build());
        var root = JsonDocument.Parse(text).RootElement;
        Assert.Equal(["schema", "agency", "year", "form", "proactive", "requests", "disputes"], root.EnumerateObject().Select(field => field.Name));
        Assert.Equal("gongkai.annual-report/1", root.GetProperty("schema").GetString());
        Assert.Equal(
            "received,carriedIn,granted,partlyGranted,refused.stateSecret,refused.prohibitedByLaw,refused.securityAndStability,refused.thirdPartyRights,refused.internalAffairs,refused.deliberative,refused.enforcementFile,refused.administrativeInquiry,unavailable.notHeld,unavailable.requiresCreation,unavailable.stillUnclear,notProcessed.petition,notProcessed.repeated,notProcessed.publication,notProcessed.excessive,notProcessed.confirmation,other.clarificationLapsed,other.feeLapsed,other.other,closed,carriedOver",
            string.Join(',', root.GetProperty("requests").EnumerateObject().Select(row => row.Name)));
        Assert.Equal("7730.28", root.GetProperty("proactive").GetProperty("feesWanYuan").GetString());
        Assert.Equal(["regulations", "normativeDocuments", "licences", "penalties", "coercions", "feesWanYuan"], root.GetProperty("proactive").EnumerateObject().Select(field => field.Name));
        Assert.Contains("\"received\": [21, 0, 0, 0, 0, 0, 21],", text, StringComparison.Ordinal);
        Assert.Contains("\"示范区应急管理局\"", text, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "2019年格式：采购总金额是印出的整串文字，其他处理是一行")]
    public void The_old_form_has_its_own_keys()
    {
        var key = new CellKey("proactive.procurement.amount");
        var cells = AnOldReport().Build().Cells.ToDictionary();
        cells[key] = new ReportCell(key, CellState.Printed, null, "1276.5534万元", "table 1 row 17", [], null);
        var report = AnOldReport().Build() with { Cells = cells };
        var root = JsonNode.Parse(AnnualReportJson.Write(report))!;
        Assert.Equal("1276.5534万元", root["proactive"]!["procurement"]!["amount"]!.GetValue<string>());
        Assert.Equal(7, root["requests"]!["other"]!.AsArray().Count);
        Assert.Equal("1276.5534万元", Again(report).Cells[key].Printed);
    }

    [Fact(DisplayName = "空白是 null，推定值写在旁边；出处、歧义、未报、未建账都写明")]
    public void What_is_not_printed_is_null_and_said_beside()
    {
        var report = AReport().Without("proactive.licences", CellState.NotReported).Without("proactive.normativeDocuments.inForce", CellState.NotOpened).Build();
        var cells = report.Cells.ToDictionary();
        var (blank, doubtful, printed) = (new CellKey("requests.received.business"), new CellKey("requests.received.total"), new CellKey("proactive.penalties"));
        cells[blank] = new ReportCell(blank, CellState.Blank, null, "/", "table 2 row 4", [], new ResolvedValue(0, "blank-row-convention"));
        cells[doubtful] = new ReportCell(doubtful, CellState.Ambiguous, null, "270020130", "table 2 row 4", [27, 270], null);
        cells[printed] = ReportCell.OfNumber(printed, 1113, "1,113", "table 1 row 9");
        var root = JsonNode.Parse(AnnualReportJson.Write(report with { Cells = cells }))!;
        Assert.Null(root["requests"]!["received"]![1]);
        Assert.Equal("""{"value":0,"why":"blank-row-convention"}""", root["resolved"]!["requests.received.business"]!.ToJsonString());
        Assert.Equal("""{"state":"ambiguous","printed":"270020130","where":"table 2 row 4","candidates":[27,270]}""", root["cells"]!["requests.received.total"]!.ToJsonString());
        Assert.Equal("""{"state":"printed","printed":"1,113","where":"table 1 row 9"}""", root["cells"]!["proactive.penalties"]!.ToJsonString());
        Assert.Equal("notReported", root["cells"]!["proactive.licences"]!["state"]!.GetValue<string>());
        Assert.Equal("notOpened", root["cells"]!["proactive.normativeDocuments.inForce"]!["state"]!.GetValue<string>());
        var again = Again(report with { Cells = cells });
        Assert.All(cells, cell => Assert.Equivalent(cell.Value, again.Cells[cell.Key], strict: true));
    }

    [Fact(DisplayName = "正文原样写出：引号、换行、生僻字都不走样")]
    public void Text_is_written_letter_by_letter()
    {
        const string text = "第一行“引号”\"\\\n第二行\t𠮷\u2028末";
        var report = AReport().Section(1, "总体情况", text).Build();
        Assert.Equal(report.Sections, Again(report).Sections);
        Assert.Contains("𠮷", AnnualReportJson.Write(report), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', ReadableJson.WriteLine(AnnualReportJson.ToJson(report)));
    }

    [Theory(DisplayName = "不是年报数据的 JSON：一句话说明，不抛异常")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"schema\":\"other/1\"}")]
    [InlineData("{\"schema\":\"gongkai.annual-report/1\"}")]
    [InlineData("{\"schema\":\"gongkai.annual-report/1\",\"form\":\"2030\"}")]
    [InlineData("{\"schema\":\"gongkai.annual-report/1\",\"form\":\"2021\",\"requests\":{\"closed\":[1,2]}}")]
    [InlineData("{\"schema\":\"gongkai.annual-report/1\",\"form\":\"2021\",\"requests\":{\"closed\":5}}")]
    [InlineData("{\"schema\":\"gongkai.annual-report/1\",\"form\":\"2021\",\"requests\":[]}")]
    [InlineData("{\"schema\":\"gongkai.annual-report/1\",\"form\":\"2021\",\"proactive\":{\"licences\":true}}")]
    [InlineData("{\"schema\":\"gongkai.annual-report/1\",\"form\":\"2021\",\"proactive\":{\"licences\":1e400}}")]
    [InlineData("{\"schema\":\"gongkai.annual-report/1\",\"form\":\"2021\",\"sections\":[{}]}")]
    public void Wrong_json_is_refused(string json)
    {
        var outcome = AnnualReportJson.Read(Encoding.UTF8.GetBytes(json));
        Assert.True(outcome.IsRefused);
        Assert.Equal("report.json-shape", outcome.Refusal.Code);
    }

    private static AnnualReport Again(AnnualReport report) => AnnualReportJson.Read(Encoding.UTF8.GetBytes(AnnualReportJson.Write(report))).Value;
}
