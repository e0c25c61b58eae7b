using System.Text;

namespace Gongkai.Documents.Secrets;

/// <summary>Pictures, sound and film: what they show is not read here; what is written into their properties is.</summary>
internal static class PictureMarks
{
    private static readonly byte[][] Starts =
    [
        [0x89, (byte)'P', (byte)'N', (byte)'G'], [0xFF, 0xD8, 0xFF], "GIF8"u8.ToArray(), "BM"u8.ToArray(), [(byte)'I', (byte)'I', 42, 0],
        [(byte)'M', (byte)'M', 0, 42], "RIFF"u8.ToArray(), "ID3"u8.ToArray(), [0xFF, 0xFB], "OggS"u8.ToArray(), [0x1A, 0x45, 0xDF, 0xA3],
    ];

    private static readonly byte[][] Marks = [.. new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")! }
        .SelectMany(encoding => new[] { "绝密★", "机密★", "秘密★", "密级：绝密", "密级：机密", "密级：秘密" }.Select(encoding.GetBytes))];

    public static bool IsPictureOrSound(ReadOnlySpan<byte> bytes)
    {
        foreach (var start in Starts)
            if (bytes.StartsWith(start)) return bytes.Length < 16 || start.Length > 2 || bytes[6..10].SequenceEqual(new byte[4]) || start[0] == 0xFF;
        return bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8);
    }

    public static SecretMark? Find(ReadOnlySpan<byte> bytes)
    {
        foreach (var mark in Marks)
            if (bytes.IndexOf(mark) >= 0) return new SecretMark(MarkKind.Classified, "property");
        return null;
    }
}
