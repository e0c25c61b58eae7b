using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;
using Gongkai.Documents.Reading.Intake;
using Gongkai.Documents.Reading.Model;
using Gongkai.Domain;

namespace Gongkai.Documents.Reading.Docx;

/// <summary>
/// Opens the ZIP container and hands the main part to <see cref="DocxBody"/>. The parts are read raw, as a stream of XML events: the
/// object model of the OpenXml library costs six to thirteen times as much and allocates nineteen times as much.
/// </summary>
internal static class DocxPackage
{
    private const int MaxEntries = 10_000;
    private const long MaxInflated = 32L * 1024 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    /// <summary>Reads a .docx, or refuses: another kind of ZIP, damaged, encrypted, or hostile.</summary>
    public static Outcome<SourceDocument> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.Count("PK\x01\x02"u8) > MaxEntries) return FileRefusals.Bomb;
        try
        {
            using var stream = MemoryMarshal.TryGetArray(bytes, out var array)
                ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
                : new MemoryStream(bytes.ToArray(), writable: false);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            return MainPart(archive) is { } main ? Read(main) : Other(archive);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException or NotSupportedException)
        {
            return FileRefusals.Damaged;
        }
    }

    private static Outcome<SourceDocument> Read(ZipArchiveEntry part)
    {
        if (part.IsEncrypted) return FileRefusals.Encrypted;
        using var limited = new LimitedStream(part.Open(), MaxInflated);
        try
        {
            using var xml = XmlReader.Create(limited, Settings);
            return new DocxBody(xml).Read();
        }
        catch (XmlException)
        {
            return limited.IsExceeded ? FileRefusals.Bomb : FileRefusals.Damaged;
        }
        catch (TooDeepException)
        {
            return FileRefusals.TooDeep;
        }
    }

    private static ZipArchiveEntry? MainPart(ZipArchive archive)
    {
        if (archive.GetEntry("word/document.xml") is { } usual) return usual;
        // Some producers name it otherwise; the relationships of the package say how.
        if (archive.GetEntry("_rels/.rels") is not { } relations) return null;
        if (archive.Entries.All(entry => !entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase))) return null;
        using var limited = new LimitedStream(relations.Open(), 1024 * 1024);
        try
        {
            using var xml = XmlReader.Create(limited, Settings);
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship"
                    && xml.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true)
                {
                    return archive.GetEntry((xml.GetAttribute("Target") ?? "").TrimStart('/'));
                }
            }
        }
        catch (XmlException)
        {
            return null;
        }
        return null;
    }

    private static Refusal Other(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName;
            if (name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) return FileRefusals.Workbook;
            if (name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)) return FileRefusals.Slides;
            if (name == "OFD.xml") return FileRefusals.Ofd;
            if (name == "content.xml") return FileRefusals.OpenDocument;
        }
        return archive.GetEntry("[Content_Types].xml") is null ? FileRefusals.Archive : FileRefusals.Damaged;
    }
}
