using System.Globalization;
using System.Text;

namespace Gongkai.Domain.Agencies;

/// <summary>
/// The form in which two spellings of one personal value are the same (个人信息的比对形式): full-width letters, spaces, hyphens, the
/// country code and the case of letters make no difference.
/// </summary>
public static class PersonalForm
{
    private const string China = "86";

    /// <summary>The form of a value for comparison.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="value">The value in clear.</param>
    public static string Of(PersonalValue kind, string value)
    {
        // Half a surrogate pair has no normal form.
        var plain = string.Concat(value.EnumerateRunes()).Normalize(NormalizationForm.FormKC).ToUpper(CultureInfo.InvariantCulture);
        return kind switch
        {
            PersonalValue.MobilePhone or PersonalValue.Landline => Number(plain),
            PersonalValue.IdentityNumber => Kept(plain, char.IsAsciiLetterOrDigit),
            // A name with a dot between its parts is written with half a dozen different dots.
            PersonalValue.Name => Kept(plain, char.IsLetterOrDigit),
            PersonalValue.Address => Kept(plain, char.IsLetterOrDigit),
            _ => Kept(plain, letter => !char.IsWhiteSpace(letter)),
        };
    }

    private static string Number(string plain)
    {
        var digits = Kept(plain, char.IsAsciiDigit);
        if (plain.TrimStart().StartsWith('+') && digits.StartsWith(China, StringComparison.Ordinal)) return digits[China.Length..];
        return digits.Length == 13 && digits.StartsWith(China, StringComparison.Ordinal) ? digits[China.Length..] : digits;
    }

    private static string Kept(string text, Func<char, bool> isKept) => string.Concat(text.Where(isKept));
}
