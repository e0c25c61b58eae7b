using System.Globalization;
using System.Text;

namespace Gongkai.Documents.Secrets;

/// <summary>The text of an RTF document, headers and properties included: control words out, bytes and code points decoded.</summary>
internal static class RtfText
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static readonly HashSet<string> LineWords = ["par", "line", "cell", "row", "page", "sect", "nestcell", "header", "footer", "title", "subject", "keywords"];

    public static string Of(ReadOnlySpan<byte> rtf)
    {
        var text = new StringBuilder();
        var bytes = new List<byte>();
        var skip = 0;
        for (var at = 0; at < rtf.Length; at++)
        {
            var letter = (char)rtf[at];
            if (letter == '\\' && at + 1 < rtf.Length) at = Control(rtf, at + 1, text, bytes, ref skip);
            else if (letter is '{' or '}') Flush(text, bytes);
            else if (letter is not ('\r' or '\n') && skip == 0) bytes.Add(rtf[at]);
            else if (letter is not ('\r' or '\n')) skip--;
        }
        return Flush(text, bytes).ToString();
    }

    private static int Control(ReadOnlySpan<byte> rtf, int at, StringBuilder text, List<byte> bytes, ref int skip)
    {
        if (rtf[at] == '\'' && at + 2 < rtf.Length)
        {
            var isByte = byte.TryParse(Encoding.ASCII.GetString(rtf.Slice(at + 1, 2)), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value);
            if (skip > 0) skip--;
            else if (isByte) bytes.Add(value);
            return at + 2;
        }
        if (!char.IsAsciiLetter((char)rtf[at]))
        {
            if (rtf[at] is (byte)'\\' or (byte)'{' or (byte)'}') bytes.Add(rtf[at]);
            return at;
        }
        var start = at;
        while (at < rtf.Length && char.IsAsciiLetter((char)rtf[at])) at++;
        var word = Encoding.ASCII.GetString(rtf[start..at]);
        start = at;
        while (at < rtf.Length && (char.IsAsciiDigit((char)rtf[at]) || at == start && rtf[at] == '-')) at++;
        var hasNumber = int.TryParse(Encoding.ASCII.GetString(rtf[start..at]), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (word == "u" && hasNumber)
        {
            Flush(text, bytes).Append((char)(ushort)number);
            skip = 1;
        }
        else if (LineWords.Contains(word)) Flush(text, bytes).Append('\n');
        else if (word == "tab") Flush(text, bytes).Append('\t');
        else if (word == "bin" && number > 0) at = (int)Math.Min(rtf.Length - 1L, at + (long)number);
        // One blank ends a control word and belongs to it.
        return at < rtf.Length && rtf[at] == ' ' ? at : at - 1;
    }

    private static StringBuilder Flush(StringBuilder text, List<byte> bytes)
    {
        if (bytes.Count == 0) return text;
        text.Append(Gb18030.GetString([.. bytes]));
        bytes.Clear();
        return text;
    }
}
