using System.Text;

namespace Gongkai.Documents.Writing;

/// <summary>Text that an XML file may hold: what is no character is taken out, half a surrogate pair becomes U+FFFD.</summary>
internal static class LegalText
{
    private static readonly char[] LineBreaks = ['\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];

    /// <summary>One line: breaks and tabs become spaces.</summary>
    public static string Line(string text)
    {
        StringBuilder? line = null;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsSurrogatePair(text, i))
            {
                line?.Append(character).Append(text[i + 1]);
                i++;
                continue;
            }
            var legal = Legal(character);
            if (legal != character) line ??= new StringBuilder(text, 0, i, text.Length);
            if (legal is { } kept) line?.Append(kept);
        }
        return line?.ToString() ?? text;
    }

    /// <summary>The paragraphs of a text, without the blanks around them and without empty ones.</summary>
    public static IEnumerable<string> Paragraphs(string text) =>
        text.Split(LineBreaks).Select(line => Line(line).Trim()).Where(line => line.Length > 0);

    private static char? Legal(char character) => character switch
    {
        '\t' => ' ',
        _ when LineBreaks.Contains(character) => ' ',
        < ' ' or '\u007f' or '\ufffe' or '\uffff' => null,
        _ when char.IsSurrogate(character) => '\ufffd',
        _ => character,
    };
}
