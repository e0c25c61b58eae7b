using Gongkai.Documents.Json;
using Gongkai.Documents.Reading;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Checks;

namespace Gongkai.Commands.Reports;

/// <summary>An annual report read from a file: a document, or the JSON of one.</summary>
/// <param name="Report">The report.</param>
/// <param name="Residue">What was left lying in the document.</param>
internal sealed record ReportFile(AnnualReport Report, IReadOnlyList<Residue> Residue)
{
    private const long LargestFile = 100L << 20;

    /// <summary>Reads a file. Whatever is wrong with it is a refusal in one sentence.</summary>
    public static Outcome<ReportFile> Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (Directory.Exists(path)) return new Refusal("file.folder", "这是文件夹；请写出其中的文件，例如 文件夹/*.docx。");
            if (!file.Exists) return new Refusal("file.missing", "没有这个文件；请核对文件名和所在文件夹。");
            if (file.Length > LargestFile) return new Refusal("file.too-large", "文件超过 100 MB，不像是一份年度报告；请确认选对了文件。");
            return Read(File.ReadAllBytes(path));
        }
        catch (UnauthorizedAccessException)
        {
            return new Refusal("file.denied", "没有权限读取这个文件；请检查文件权限。");
        }
        catch (IOException failure)
        {
            return new Refusal("file.unreadable", $"文件读不出来（{failure.Message}）；请关闭正在使用它的程序后再试。");
        }
    }

    private static Outcome<ReportFile> Read(byte[] bytes)
    {
        if (LooksLikeJson(bytes)) return AnnualReportJson.Read(bytes).Then<ReportFile>(report => new ReportFile(report, []));
        return AnnualReportReader.Read(bytes).Then<ReportFile>(read => new ReportFile(read.Report, [.. read.Leftovers.Select(ToResidue)]));
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        bytes = bytes.TrimStart(" \t\r\n"u8);
        return bytes.Length > 0 && bytes[0] == (byte)'{' && bytes[..Math.Min(bytes.Length, 4096)].IndexOf("\"schema\""u8) >= 0;
    }

    private static Residue ToResidue(Leftover leftover) => new(
        leftover.Kind switch
        {
            LeftoverKind.Placeholder => "未替换的占位文字",
            LeftoverKind.TrackedChange => "未接受或未拒绝的修订",
            LeftoverKind.Comment => "批注",
            LeftoverKind.HiddenText => "隐藏文字",
            _ => "排版软件标记",
        },
        new Evidence(leftover.Where, leftover.Text));
}
