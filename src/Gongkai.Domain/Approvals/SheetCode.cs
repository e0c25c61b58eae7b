using System.Text;

namespace Gongkai.Domain.Approvals;

/// <summary>
/// The code on a printed approval sheet (内容码): which matter, which content, and check characters. 80 bits of the content's hash: enough
/// that nobody finds another text with the same code, short enough to be typed in when the picture cannot be read.
/// </summary>
/// <param name="Matter">Code of what is to be approved, 10 characters.</param>
/// <param name="Content">First 80 bits of the content's hash, 16 characters.</param>
public readonly record struct SheetCode(string Matter, string Content)
{
    /// <summary>Characters of a matter's code.</summary>
    public const int MatterLength = 10;

    private const int ContentLength = 16;
    private const int CheckLength = 2;
    private const int Group = 4;

    /// <summary>Crockford's alphabet: no I, L, O, U.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A prime below 32²: one wrong character, or two exchanged, always change the remainder.</summary>
    private const int Modulus = 1021;

    /// <summary>The code of a content.</summary>
    /// <param name="matter">Code of the matter.</param>
    /// <param name="manifest">Hash of its content, <c>sha256:…</c>.</param>
    public static SheetCode Of(string matter, string manifest) => new(matter, Encode(Convert.FromHexString(manifest.Split(':')[1].AsSpan(0, 20))));

    /// <summary>True when it was printed for this content.</summary>
    public bool IsOf(string manifest) => Of(Matter, manifest).Content == Content;

    /// <summary>A matter's code from random bytes.</summary>
    /// <param name="random">At least seven bytes.</param>
    public static string MatterOf(ReadOnlySpan<byte> random) => Encode(random)[..MatterLength];

    /// <summary>The code as printed, in groups of four.</summary>
    public override string ToString() => string.Join('-', $"{Matter}{Content}{Check($"{Matter}{Content}")}".Chunk(Group).Select(group => new string(group)));

    /// <summary>Reads a code as scanned or typed: small letters, blanks, and O for 0, I or L for 1 are taken.</summary>
    public static Outcome<SheetCode> Read(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in text.ToUpperInvariant())
        {
            if (letter is '-' or ' ') continue;
            letters.Append(letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter });
        }
        var code = letters.ToString();
        if (code.Length != MatterLength + ContentLength + CheckLength || code.Any(letter => !Alphabet.Contains(letter, StringComparison.Ordinal)))
            return new Refusal("sheet.no-code", "这不是呈批单的内容码：内容码是 28 个字母和数字，每四个一组。");
        if (Check(code[..^CheckLength]) != code[^CheckLength..])
            return new Refusal("sheet.code-damaged", "内容码的校验位不符：码已损坏，或者抄错。请重新扫描，或照单上的字母逐个输入。");
        return new SheetCode(code[..MatterLength], code[MatterLength..^CheckLength]);
    }

    private static string Check(string code)
    {
        var remainder = code.Aggregate(0, (sum, letter) => (sum * Alphabet.Length + Alphabet.IndexOf(letter, StringComparison.Ordinal)) % Modulus);
        return $"{Alphabet[remainder / Alphabet.Length]}{Alphabet[remainder % Alphabet.Length]}";
    }

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var part in bytes)
        {
            (bits, held) = ((bits << 8 | part) & 0xFFFF, held + 8);
            for (; held >= 5; held -= 5) text.Append(Alphabet[bits >> (held - 5) & 31]);
        }
        return text.ToString();
    }
}
