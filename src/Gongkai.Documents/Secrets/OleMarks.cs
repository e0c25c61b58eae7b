using System.Text;

namespace Gongkai.Documents.Secrets;

/// <summary>
/// Markings in the old binary documents (.doc, .xls, .ppt, .wps, .msg). Their text lies in them as UTF-16 or GBK; everything is read as
/// either, and whatever is no writing ends a line.
/// </summary>
internal static class OleMarks
{
    private const int Sector = 512;

    public static SecretMark? Find(ReadOnlySpan<byte> bytes)
    {
        var found = IsEncrypted(bytes) ? SecretExamination.Unexaminable("encrypted") : null;
        found = SecretMark.Graver(found, MarkedText.Find(Writing(Encoding.Unicode.GetString(bytes)), TextPlace.Body));
        if (found?.Kind == MarkKind.Classified) return found;
        found = SecretMark.Graver(found, MarkedText.Find(Writing(Encoding.Unicode.GetString(bytes[1..])), TextPlace.Body));
        if (found?.Kind == MarkKind.Classified) return found;
        return SecretMark.Graver(found, MarkedText.Find(Writing(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes)), TextPlace.Body));
    }

    private static bool IsEncrypted(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedSummary")) >= 0) return true;
        for (var at = Sector; at + 24 <= bytes.Length; at += Sector)
        {
            // Word: the flag in the head of its stream. Excel: the record for the password follows the first one.
            if (bytes[at] == 0xEC && bytes[at + 1] == 0xA5 && (bytes[at + 0x0B] & 0x01) != 0) return true;
            if (bytes[at] == 0x09 && bytes[at + 1] == 0x08 && bytes[at + 2] == 0x10 && bytes[at + 20] == 0x2F && bytes[at + 21] == 0) return true;
        }
        return false;
    }

    private static string Writing(string text) => string.Create(text.Length, text, static (line, all) =>
    {
        for (var at = 0; at < all.Length; at++)
            line[at] = all[at] is (>= ' ' and < '\x7F') or (>= '\u2010' and <= '\u206F') or (>= '\u2100' and <= '\u2BFF') or (>= '\u3000' and <= '\u9FFF')
                or (>= '\uFF00' and <= '\uFFEF') or '\t' or '×' or '·' ? all[at] : '\n';
    });
}
