using System.Text;
using Gongkai.Domain;

namespace Gongkai.Documents.Reading.Intake;

/// <summary>Tells what a file is by its first bytes, never by its name.</summary>
internal static class FileSignature
{
    /// <summary>True for a ZIP container, the only binary one that may hold a report.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8);

    /// <summary>Refuses what is known and cannot be read; null when the bytes may be a report.</summary>
    public static Refusal? Refuse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return FileRefusals.Empty;
        // The marker may be preceded by junk that mail gateways add; the readers of PDF look into the first kilobyte too.
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return FileRefusals.Pdf;
        if (bytes.StartsWith("{\\rtf"u8)) return FileRefusals.Rtf;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return CompoundFile(bytes);
        if (Picture(bytes) is { } picture) return FileRefusals.Picture(picture);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || bytes.StartsWith("Rar!"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF])
            || bytes.StartsWith("BZh"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFD, 0x37, 0x7A, 0x58, 0x5A])) return FileRefusals.Archive;
        if (bytes.StartsWith("MZ"u8) && bytes.Length > 64 && bytes[..Math.Min(bytes.Length, 1024)].IndexOf("PE\0\0"u8) >= 0
            || bytes.StartsWith((ReadOnlySpan<byte>)[0x7F, (byte)'E', (byte)'L', (byte)'F'])) return FileRefusals.Program;
        if (bytes.StartsWith("ID3"u8) || bytes.StartsWith("OggS"u8) || bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8)
            || bytes.StartsWith("RIFF"u8)) return FileRefusals.Media;
        return null;
    }

    // Old Office files and encrypted new ones share the OLE container; stream names stand in it as UTF-16.
    private static Refusal CompoundFile(ReadOnlySpan<byte> bytes)
    {
        if (Holds(bytes, "EncryptedPackage") || Holds(bytes, "EncryptionInfo")) return FileRefusals.Encrypted;
        if (Holds(bytes, "WordDocument")) return FileRefusals.OldWord;
        if (Holds(bytes, "Workbook") || Holds(bytes, "Book")) return FileRefusals.Workbook;
        if (Holds(bytes, "PowerPoint Document")) return FileRefusals.Slides;
        return FileRefusals.OldWord;
    }

    private static bool Holds(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;

    private static string? Picture(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])) return "PNG";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "JPEG";
        if (bytes.StartsWith("GIF8"u8)) return "GIF";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'I', (byte)'I', 0x2A, 0]) || bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'M', (byte)'M', 0, 0x2A])) return "TIFF";
        if (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8)) return "WebP";
        if (bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8) && bytes[8..12].IndexOfAnyInRange((byte)'0', (byte)'z') == 0
            && (bytes[8..11].SequenceEqual("hei"u8) || bytes[8..12].SequenceEqual("mif1"u8) || bytes[8..12].SequenceEqual("avif"u8))) return "HEIC";
        // "BM" alone begins ordinary words: the size field that follows must fit the file.
        if (bytes.Length > 26 && bytes.StartsWith("BM"u8) && BitConverter.ToUInt32(bytes[2..6]) == (uint)bytes.Length) return "BMP";
        return null;
    }
}
