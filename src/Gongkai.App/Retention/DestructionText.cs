using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.Documents.Data;
using Gongkai.Documents.Retention;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;

namespace Gongkai.App.Retention;

/// <summary>A list in its written forms (清册的写法): as it is kept, as it is approved, as it is printed. All three come from the kept one.</summary>
internal static class DestructionText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As it is kept.</summary>
    public static string Write(IReadOnlyList<DueRecord> records) => JsonSerializer.Serialize(records, Readable);

    /// <summary>The records of a kept list.</summary>
    public static IReadOnlyList<DueRecord> Read(DestructionList list) => Read(list.Sheet);

    /// <summary>The substance that is approved: every record by name, and the hash of the list as it is kept.</summary>
    public static (string Title, string Body) Substance(string number, string sheet)
    {
        var records = Read(sheet);
        var body = new StringBuilder().Append(CultureInfo.InvariantCulture, $"下列 {records.Count} 件保管期限已满，经鉴定不再保存，拟予销毁。\n");
        for (var i = 0; i < records.Count; i++)
        {
            var record = records[i];
            body.Append(CultureInfo.InvariantCulture,
                $"{i + 1}. {BuiltInRetentionTerms.NameOf(record.Records)}　{record.Name}　{DayWords.Of(record.EndedOn)}办结，保管 {record.Years} 年，至{DayWords.Of(record.KeptUntil)}\n");
        }
        body.Append(CultureInfo.InvariantCulture, $"清册校验码 {OfficeClaims.HashOf(sheet)}\n").Append(DestructionSheet.Notice);
        return ($"档案销毁清册（{number}）", body.ToString());
    }

    /// <summary>By which schedules the terms are over.</summary>
    public static string Grounds(IEnumerable<DueRecord> records, IReadOnlyDictionary<RetainedRecords, RetentionTerm> terms) => string.Join(
        '\n', records.Select(record => record.Records).Distinct().Order().Select(kind => $"{BuiltInRetentionTerms.NameOf(kind)}：{terms[kind].Source}"));

    /// <summary>As it is printed.</summary>
    public static DestructionSheet Sheet(DestructionList list, Agency agency, string approvalCode, bool isDemo) => new(
        agency.Name, list.Number, approvalCode, list.PreparedBy, ChinaTime.DayOf(list.PreparedAt), list.DestroyedOn, list.Witnesses,
        [.. Read(list).Select(record => new DestructionLine(BuiltInRetentionTerms.NameOf(record.Records), record.Name, record.EndedOn, record.Years, record.KeptUntil))],
        isDemo);

    private static List<DueRecord> Read(string sheet) => JsonSerializer.Deserialize<List<DueRecord>>(sheet)!;
}
