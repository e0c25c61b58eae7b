using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Reading.Docx;
using Gongkai.Documents.Reading.Intake;

namespace Gongkai.Documents.Secrets;

/// <summary>
/// Looks for markings in everything a file says: its name, text, headers, watermarks, properties, and what it contains, down to a bounded
/// depth, size and time. What cannot be looked into is a finding of its own. Nothing is written anywhere.
/// </summary>
public sealed class SecretExamination
{
    private const int DeepestNesting = 6;
    private const int MostMembers = 5_000;
    private const long MostBytes = 1L << 30;
    private const long LargestMember = 200L << 20;
    private const long LongestMilliseconds = 30_000;

    private readonly long _started = Environment.TickCount64;
    private long _bytes;
    private int _members;

    private SecretExamination() { }

    /// <summary>The gravest finding on a file, or null.</summary>
    /// <param name="name">The name it came with.</param>
    /// <param name="content">All of its bytes.</param>
    public static SecretMark? Examine(string name, ReadOnlyMemory<byte> content) => new SecretExamination().Examine(name, content, 0);

    /// <summary>The gravest finding on a text that was typed or pasted, or null.</summary>
    public static SecretMark? ExamineText(string text) => MarkedText.Find(text, TextPlace.Body);

    /// <summary>A finding that the content could not be looked into.</summary>
    internal static SecretMark Unexaminable(string rule) => new(MarkKind.Unexaminable, rule);

    /// <summary>True when the time for one file is over.</summary>
    internal bool IsTooSlow => Environment.TickCount64 - _started > LongestMilliseconds;

    /// <summary>Looks at a file inside the file.</summary>
    internal SecretMark? Examine(string name, ReadOnlyMemory<byte> content, int depth)
    {
        if (depth > DeepestNesting || IsTooSlow || (_bytes += content.Length) > MostBytes) return Unexaminable("too-large");
        var found = MarkedText.Find(LastPart(name), TextPlace.Name);
        if (found?.Kind == MarkKind.Classified || content.IsEmpty) return found;
        return SecretMark.Graver(found, ExamineContent(name, content, depth));
    }

    private SecretMark? ExamineContent(string name, ReadOnlyMemory<byte> content, int depth)
    {
        var bytes = content.Span;
        if (FileSignature.IsZip(bytes)) return ExamineZip(content, depth);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return ExamineGzip(name, content, depth);
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return PdfMarks.Find(content, this, depth);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return OleMarks.Find(bytes);
        if (bytes.StartsWith("{\\rtf"u8)) return MarkedText.Find(RtfText.Of(bytes), TextPlace.Body);
        if (PictureMarks.IsPictureOrSound(bytes)) return PictureMarks.Find(bytes);
        var text = TextDecoder.Decode(bytes);
        // A text of nothing but blanks is refused by the decoder, and says nothing.
        if (text.IsRefused) return text.Refusal == FileRefusals.Empty ? null : Unexaminable("format");
        return MailMarks.IsMail(name, text.Value) ? MailMarks.Find(content, this, depth) : MarkedText.Find(MarkupText.Of(text.Value), TextPlace.Body);
    }

    private SecretMark? ExamineZip(ReadOnlyMemory<byte> content, int depth)
    {
        SecretMark? found = null;
        try
        {
            using var stream = MemoryStreamOf(content);
            // Archives made in China name their members in GBK unless they say UTF-8.
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, CodePagesEncodingProvider.Instance.GetEncoding("GB18030"));
            var isDocument = archive.Entries.Any(entry => entry.FullName is "[Content_Types].xml" or "mimetype" or "OFD.xml");
            foreach (var entry in archive.Entries)
            {
                if (entry.FullName.EndsWith('/')) found = SecretMark.Graver(found, MarkedText.Find(LastPart(entry.FullName.TrimEnd('/')), TextPlace.Name));
                else if (entry.IsEncrypted) found = SecretMark.Graver(SecretMark.Graver(found, MarkedText.Find(LastPart(entry.FullName), TextPlace.Name)), Unexaminable("encrypted"));
                else if (++_members > MostMembers || entry.Length > LargestMember) found = SecretMark.Graver(found, Unexaminable("too-large"));
                else found = SecretMark.Graver(found, ExamineMember(entry, isDocument, depth));
                if (found is { Kind: MarkKind.Classified } or { Rule: "too-large" }) return found;
            }
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return SecretMark.Graver(found, Unexaminable("damaged"));
        }
        return found;
    }

    private SecretMark? ExamineMember(ZipArchiveEntry entry, bool isDocument, int depth)
    {
        using var opened = entry.Open();
        if (Inflate(opened) is not { } bytes) return Unexaminable("too-large");
        if (isDocument && PackageText.IsMarkup(entry.FullName)) return PackageText.Find(entry.FullName, bytes);
        // Fonts, previews and the like belong to a document; what is embedded in it is a file of its own.
        if (isDocument && !FileSignature.IsZip(bytes) && !PackageText.IsEmbedded(entry.FullName)) return null;
        return Examine(isDocument ? "" : entry.FullName, bytes, depth + 1);
    }

    private SecretMark? ExamineGzip(string name, ReadOnlyMemory<byte> content, int depth)
    {
        try
        {
            using var stream = MemoryStreamOf(content);
            using var inflated = new GZipStream(stream, CompressionMode.Decompress);
            return Inflate(inflated) is { } bytes ? Examine(Path.GetFileNameWithoutExtension(name), bytes, depth + 1) : Unexaminable("too-large");
        }
        catch (InvalidDataException)
        {
            return Unexaminable("damaged");
        }
    }

    /// <summary>All bytes of a member, or null when there are more than it may have.</summary>
    internal byte[]? Inflate(Stream stream)
    {
        using var limited = new LimitedStream(stream, Math.Min(LargestMember, MostBytes - _bytes));
        using var bytes = new MemoryStream();
        limited.CopyTo(bytes);
        return limited.IsExceeded || IsTooSlow ? null : bytes.ToArray();
    }

    private static MemoryStream MemoryStreamOf(ReadOnlyMemory<byte> content) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(content, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);

    private static string LastPart(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
}
