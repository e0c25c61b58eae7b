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
    /// <summary>Reads a file. Whatever is wrong with it is a refusal in one sentence.</summary>
    public static async Task<Outcome<ReportFile>> ReadAsync(string path, CancellationToken cancellation) =>
        (await InputFile.ReadAsync(path, cancellation)).Then(Read);

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
