using System.Text;
using Gongkai.App.Reports;
using Gongkai.Documents.Json;
using Gongkai.Documents.Writing;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Commands.Reports;

/// <summary>Writes a compiled report in the format that was asked for, and says on standard error what is wrong with it.</summary>
internal static class CompiledFile
{
    public static IReadOnlyList<string> Formats { get; } = ["json", "docx", "html", "xlsx"];

    public static async Task<int> WriteAsync(CompiledReport report, bool isDemo, string format, string? output, CancellationToken cancellation)
    {
        foreach (var finding in report.Findings) await Console.Error.WriteLineAsync($"{NameOf(finding.Severity)}：{finding.Message}");
        var code = await OutputFile.WriteAsync(output, Write(report, isDemo, format), cancellation);
        return code == ExitCode.Done && report.Findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.BadAnswer : code;
    }

    private static byte[] Write(CompiledReport report, bool isDemo, string format)
    {
        var document = new ReportDocument(report.Report, report.Form) { IsDemo = isDemo };
        return format switch
        {
            "docx" => DocxWriter.Write(document),
            "html" => HtmlWriter.Write(document),
            "xlsx" => XlsxWriter.Write(document),
            _ => Json(report, isDemo),
        };
    }

    private static byte[] Json(CompiledReport report, bool isDemo)
    {
        var json = AnnualReportJson.ToJson(report.Report);
        if (isDemo) json["demo"] = true;
        json["upTo"] = report.Folded.UpTo;
        json["provenance"] = ReportProvenance.ToJson(report.Folded);
        return Encoding.UTF8.GetBytes(ReadableJson.Write(json));
    }

    private static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "警告",
        _ => "提示",
    };
}
