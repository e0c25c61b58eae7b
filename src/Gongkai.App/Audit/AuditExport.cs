using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Gongkai.App.Data;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Audit;

/// <summary>Writes security events to a file (导出审计日志): JSON Lines with everything that was hashed, or CSV for people.</summary>
public static class AuditExport
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes JSON Lines: per line the chain's text, its links and nothing else, oldest first within each chain.</summary>
    /// <returns>How many events were written.</returns>
    public static async Task<long> WriteJsonLinesAsync(this IQueryable<AuditRow> rows, Stream output, CancellationToken cancellation)
    {
        var count = 0L;
        var lines = rows.OrderBy(row => row.ChainId).ThenBy(row => row.Sequence).Select(row => new { row.Text, row.PreviousHash, row.Hash });
        await using var json = new Utf8JsonWriter(output, Readable);
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            json.Reset();
            json.WriteStartObject();
            json.WritePropertyName("event");
            json.WriteRawValue(line.Text);
            json.WriteString("previousHash", line.PreviousHash);
            json.WriteString("hash", line.Hash);
            json.WriteEndObject();
            await json.FlushAsync(cancellation);
            output.WriteByte((byte)'\n');
            count++;
        }
        return count;
    }

    /// <summary>Writes CSV with the times of China, oldest first. A cell that a spreadsheet would take for a formula is written as text.</summary>
    /// <returns>How many events were written.</returns>
    public static async Task<long> WriteCsvAsync(this IQueryable<AuditRow> rows, Stream output, CancellationToken cancellation)
    {
        var count = 0L;
        await using var text = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture)
        {
            InjectionOptions = CsvHelper.Configuration.InjectionOptions.Escape,
        });
        foreach (var heading in (string[])["时间", "事件", "人员", "机关", "对象", "来源", "说明", "校验码"]) csv.WriteField(heading);
        await csv.NextRecordAsync();
        await foreach (var row in rows.OrderBy(row => row.HappenedAt).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            csv.WriteField((row.HappenedAt + ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
            csv.WriteField(AuditWords.Of(row.Kind));
            csv.WriteField(row.PersonId?.Value.ToString("D"));
            csv.WriteField(row.AgencyId?.Value.ToString("D"));
            csv.WriteField(row.Subject);
            csv.WriteField(row.From);
            csv.WriteField(row.Message);
            csv.WriteField(row.Hash);
            await csv.NextRecordAsync();
            count++;
        }
        return count;
    }
}
