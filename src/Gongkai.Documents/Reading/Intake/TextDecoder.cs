using System.Text;
using Gongkai.Domain;

namespace Gongkai.Documents.Reading.Intake;

/// <summary>
/// Turns the bytes of a page or a text into characters: UTF-8 and UTF-16 with their marks, UTF-8 without, GB18030 (and with it GBK
/// and GB2312) otherwise. What the file says of itself is not asked: pages declare gb2312 and are UTF-8, and the other way round,
/// but text in GB18030 is never valid UTF-8 by chance.
/// </summary>
internal static class TextDecoder
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>Decodes, or refuses what is no text.</summary>
    public static Outcome<string> Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Checked(Encoding.UTF8.GetString(bytes[3..]));
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Checked(Encoding.Unicode.GetString(bytes[2..]));
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Checked(Encoding.BigEndianUnicode.GetString(bytes[2..]));
        if (bytes.IndexOf((byte)0) >= 0) return Checked(WithoutMark(bytes));
        return Checked(IsUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : Gb18030.GetString(bytes));
    }

    // UTF-16 without a mark shows itself by the zero halves of its line breaks, spaces and digits; a lone zero is a slip.
    private static string WithoutMark(ReadOnlySpan<byte> bytes)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }
        if ((even + odd) * 50 < bytes.Length) return Encoding.UTF8.GetString(bytes);
        if (odd > 20 * even) return Encoding.Unicode.GetString(bytes);
        if (even > 20 * odd) return Encoding.BigEndianUnicode.GetString(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    // A damaged byte or a cut end must not turn a whole page into GB18030 nonsense: a few faults among many good sequences are UTF-8.
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) break;
            bytes = bytes[ascii..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var used) == System.Buffers.OperationStatus.Done) good++;
            else bad++;
            bytes = bytes[used..];
        }
        return bad == 0 || bad * 50 < good;
    }

    private static Outcome<string> Checked(string text)
    {
        var odd = 0;
        foreach (var c in text)
        {
            if (c == '\uFFFD' || char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\x1E' or '\x07')) odd++;
        }
        // One slip in a short text is still a text; its reader says where.
        if (odd > 2 + text.Length / 100) return FileRefusals.Binary;
        if (string.IsNullOrWhiteSpace(text)) return FileRefusals.Empty;
        return text;
    }
}
