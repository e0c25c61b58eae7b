namespace Gongkai.Domain.Agencies;

/// <summary>The unified social credit code (统一社会信用代码, GB 32100): 17 characters and a check character.</summary>
public readonly record struct SocialCreditCode
{
    private const int Length = 18;

    // Without I, O, S, V and Z, which are read as digits.
    private const string Letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private SocialCreditCode(string text) => Text = text;

    /// <summary>The code, in capitals.</summary>
    public string Text { get; }

    /// <summary>Reads a code; small letters are taken as capitals.</summary>
    public static Outcome<SocialCreditCode> Parse(string text)
    {
        var code = text.Trim().ToUpperInvariant();
        if (code.Length != Length) return new Refusal("credit-code.length", $"统一社会信用代码应为 {Length} 位，“{text}”是 {code.Length} 位。");
        if (code.FirstOrDefault(letter => !Letters.Contains(letter, StringComparison.Ordinal)) is var wrong and not '\0')
            return new Refusal("credit-code.letter", $"统一社会信用代码里不会有“{wrong}”：只用数字和 I、O、S、V、Z 以外的大写字母。");
        return CheckOf(code) == code[^1]
            ? new SocialCreditCode(code)
            : new Refusal("credit-code.check", $"统一社会信用代码“{text}”的校验位不对：多半有一位录错了。请对照证书核对。");
    }

    /// <summary>The check character of the first 17.</summary>
    private static char CheckOf(string code)
    {
        var (sum, weight) = (0, 1);
        foreach (var letter in code.AsSpan(0, Length - 1))
        {
            sum += Letters.IndexOf(letter, StringComparison.Ordinal) * weight;
            weight = weight * 3 % Letters.Length;
        }
        return Letters[(Letters.Length - sum % Letters.Length) % Letters.Length];
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
