namespace Gongkai.Documents.Reading.Recognition;

/// <summary>A label as it is compared: its Chinese characters only, without its numbering, brackets, quotes, spaces and residue.</summary>
/// <param name="Han">The characters.</param>
/// <param name="Ordinal">First character of its innermost number, e.g. 3 of 3.其他 or 六 of （六）其他, or <c>\0</c>.</param>
/// <param name="EndsInNumber">True when digits follow the words: a label with its value glued on is no label.</param>
internal readonly record struct LabelText(string Han, char Ordinal, bool EndsInNumber)
{
    private const int MaxLength = 160;

    /// <summary>Reads a label out of a cell or line; empty for what is too long to be one.</summary>
    public static LabelText Of(string raw)
    {
        if (raw.Length is 0 or > MaxLength) return new LabelText("", '\0', false);
        if (raw.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0) return new LabelText("", '\0', true);
        Span<char> buffer = stackalloc char[MaxLength];
        ReadOnlySpan<char> text = buffer[..Compact(raw, buffer)];
        var (ordinal, start) = ('\0', 0);
        while (SkipNumber(text, start, out var number) is var next && next > start)
        {
            start = next;
            if (number != '\0') ordinal = number;
        }
        Span<char> han = stackalloc char[text.Length - start];
        var length = 0;
        foreach (var c in text[start..])
        {
            if (CjkText.IsHan(c)) han[length++] = c;
        }
        var last = text.Length - 1;
        while (last >= start && !char.IsLetterOrDigit(text[last])) last--;
        return new LabelText(han[..length].ToString(), ordinal, last >= start && char.IsAsciiDigit(text[last]));
    }

    // Folded, without white space and without what a text export leaves in brackets, as [bookmark: _GoBack].
    private static int Compact(string raw, Span<char> compact)
    {
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (CjkText.IsHan(raw[i]))
            {
                compact[length++] = raw[i];
                continue;
            }
            if (raw[i] == '[' && raw.IndexOf(']', i) is var close and > 0)
            {
                i = close;
                continue;
            }
            var c = CjkText.Fold(raw[i]);
            if (c != '\0' && !char.IsWhiteSpace(c)) compact[length++] = c;
        }
        return length;
    }

    // Passes over one number or decoration at a place: （一） 一、 1. (1) ## **
    private static int SkipNumber(ReadOnlySpan<char> text, int at, out char number)
    {
        number = '\0';
        if (at >= text.Length) return at;
        if (text[at] is '(' or '[')
        {
            var close = at + text[at..].IndexOfAny(')', ']');
            if (close < at || close - at > 4 || close == at + 1) return at;
            for (var i = at + 1; i < close; i++)
            {
                if (!IsNumeral(text[i])) return at;
            }
            number = text[at + 1];
            return close + 1;
        }
        var end = at;
        while (end < text.Length && IsNumeral(text[end])) end++;
        if (end > at)
        {
            var marked = end < text.Length && text[end] is '、' or '.' or ',' or ')' or ':' or '，' or '·';
            // A bare digit numbers a label too (1国家秘密), a bare Chinese numeral may begin a word (三安全一稳定).
            if (!marked && !(char.IsAsciiDigit(text[at]) && end < text.Length && CjkText.IsHan(text[end]))) return at;
            number = text[at];
            return marked ? end + 1 : end;
        }
        return char.IsLetterOrDigit(text[at]) || text[at] is '“' or '"' ? at : at + 1;
    }

    private static bool IsNumeral(char c) => char.IsAsciiDigit(c) || c is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十';
}
