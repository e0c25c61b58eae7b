using System.Text;
using Gongkai.App.Data;
using Gongkai.Documents.Data;
using Gongkai.Documents.Writing;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Calendar;

namespace Gongkai.Web.Reports;

/// <summary>A published report with what is needed to write it as a file.</summary>
/// <param name="Row">The report as published.</param>
/// <param name="Content">Its content, read from its JSON.</param>
/// <param name="Agency">Name of the agency.</param>
/// <param name="IsDemo">True when the house holds made-up data.</param>
public sealed record ReportToWrite(PublishedReport Row, AnnualReport Content, string Agency, bool IsDemo)
{
    /// <summary>Title of the report, also the name of its files.</summary>
    public string Title => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Agency}{Row.Year}年政府信息公开工作年度报告");

    /// <summary>The form it is printed on.</summary>
    public ReportForm Form => BuiltInForms.WithCode(Content.Form);

    /// <summary>The report as its writers take it.</summary>
    public ReportDocument Document => new(Content, Form) { Agency = Agency, IsDemo = IsDemo, SignedOn = ChinaTime.DayOf(Row.PublishedAt) };

    /// <summary>数据校验码: the head of the hash of the last entry that was folded, in groups that can be read over the telephone.</summary>
    public string SealCode => string.Join(' ', Row.HeadHash[(Row.HeadHash.IndexOf(':', StringComparison.Ordinal) + 1)..]
        .Take(16).Chunk(4).Select(four => new string(four)));
}

/// <summary>A format in which reports can be fetched.</summary>
/// <param name="Extension">Name of the format in addresses, without a dot.</param>
/// <param name="Name">What it is for, in words.</param>
/// <param name="MediaType">Media type of the bytes.</param>
/// <param name="IsFile">True when a browser is to save it, false when it may be read where it is.</param>
/// <param name="Write">Makes the bytes.</param>
public sealed record ReportDownload(string Extension, string Name, string MediaType, bool IsFile, Func<ReportToWrite, byte[]> Write);

/// <summary>The formats, in the order in which they are offered.</summary>
public static class ReportDownloads
{
    /// <summary>What this program can write.</summary>
    public static IReadOnlyList<ReportDownload> BuiltIn { get; } =
    [
        new("docx", "Word 文档（DOCX）", DocxWriter.MediaType, IsFile: true, report => DocxWriter.Write(report.Document)),
        new("xlsx", "Excel 表格（XLSX）", XlsxWriter.MediaType, IsFile: true, report => XlsxWriter.Write(report.Document)),
        new("html", "网页（HTML）", HtmlWriter.MediaType, IsFile: true, report => HtmlWriter.Write(report.Document)),
        new("json", "JSON（机器可读数据）", "application/json; charset=utf-8", IsFile: false, report => Encoding.UTF8.GetBytes(report.Row.Json)),
    ];
}
