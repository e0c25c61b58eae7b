using System.Text;

namespace Gongkai.App.Files;

/// <summary>Tells what a file is by its bytes; what its name or its sender says counts for nothing.</summary>
public static class MediaTypes
{
    /// <summary>What is not recognised.</summary>
    public const string Unknown = "application/octet-stream";

    private static readonly (byte[] Start, string Type)[] Starts =
    [
        ("%PDF-"u8.ToArray(), "application/pdf"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ("GIF8"u8.ToArray(), "image/gif"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"),
        ([(byte)'P', (byte)'K', 3, 4], "application/zip"),
        ([(byte)'P', (byte)'K', 5, 6], "application/zip"),
        ("{\\rtf"u8.ToArray(), "application/rtf"),
    ];

    /// <summary>The media type of some bytes.</summary>
    public static string Sniff(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, type) in Starts)
            if (bytes.StartsWith(start)) return type == "application/zip" ? SniffPackage(bytes) : type;
        return SniffText(bytes);
    }

    // The names of a package's parts stand uncompressed in its directory.
    private static string SniffPackage(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("word/document.xml"u8) >= 0) return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        if (bytes.IndexOf("xl/workbook.xml"u8) >= 0) return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return bytes.IndexOf("OFD.xml"u8) >= 0 ? "application/ofd" : "application/zip";
    }

    private static string SniffText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\xEF\xBB\xBF"u8)) bytes = bytes[3..];
        var start = bytes[..Math.Min(bytes.Length, 1024)];
        if (start.ContainsAnyInRange((byte)0, (byte)8)) return Unknown;
        var text = Encoding.Latin1.GetString(start).TrimStart();
        if (text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)) return "text/html";
        if (text.StartsWith('{') || text.StartsWith('[')) return "application/json";
        return text.StartsWith("<?xml", StringComparison.Ordinal) ? "application/xml" : "text/plain";
    }
}
