using Gongkai.Documents.Reading.Docx;
using Gongkai.Documents.Reading.Html;
using Gongkai.Documents.Reading.Intake;
using Gongkai.Documents.Reading.Model;
using Gongkai.Documents.Reading.Recognition;
using Gongkai.Documents.Reading.Text;
using Gongkai.Domain;

namespace Gongkai.Documents.Reading;

/// <summary>
/// Reads annual reports (读取年度报告) from Word documents, web pages and plain text. What a file is, its bytes tell and not its name; what
/// is printed is read and never repaired; a number is never guessed. Memory and time are bounded for every input.
/// </summary>
public static class AnnualReportReader
{
    /// <summary>The largest file that is read, inclusive, in bytes.</summary>
    public const int LargestFile = 100 * 1024 * 1024;

    private const int LongestPage = 32_000_000;
    private const int LongestText = 2_000_000;

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <returns>The report with evidence for each cell, or a refusal in one sentence: what the file is, and what to do.</returns>
    public static Outcome<ReadReport> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > LargestFile) return FileRefusals.TooLarge;
        if (FileSignature.Refuse(bytes.Span) is { } refusal) return refusal;
        var document = FileSignature.IsZip(bytes.Span) ? DocxPackage.Read(bytes) : TextDecoder.Decode(bytes.Span).Then(ReadText);
        return document.Then(source => new Recogniser(source).Recognise());
    }

    /// <summary>Reads a stream to its end, and no further than the largest file.</summary>
    /// <param name="stream">The file, from its start.</param>
    /// <returns>As <see cref="Read(ReadOnlyMemory{byte})"/>.</returns>
    public static Outcome<ReadReport> Read(Stream stream)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            if (kept.Length + count > LargestFile) return FileRefusals.TooLarge;
            kept.Write(buffer, 0, count);
        }
        return Read(kept.GetBuffer().AsMemory(0, (int)kept.Length));
    }

    // Pages carry pictures as text; plain text of this length is a book, not a report.
    private static Outcome<SourceDocument> ReadText(string text) => TextKinds.KindOf(text) switch
    {
        TextKind.Html when text.Length > LongestPage => FileRefusals.TooLong,
        TextKind.Plain when text.Length > LongestText => FileRefusals.TooLong,
        TextKind.Html => HtmlReader.Read(text),
        TextKind.Xml => FileRefusals.Xml,
        TextKind.WebArchive => FileRefusals.WebArchive,
        _ => PlainTextReader.Read(text),
    };
}
