using Gongkai.Domain;

namespace Gongkai.App.People;

/// <summary>Whether a new password will do (口令检查): pure, so that the page can say the same as the service.</summary>
public static class PasswordCheck
{
    private const int LongestPassword = 200;

    /// <summary>Checks a password against the rules.</summary>
    /// <param name="password">The password as typed.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="ownWords">Login name, name, agencies: a password that holds one of them is guessed first.</param>
    public static Refusal? Of(string password, AccountRules rules, IEnumerable<string> ownWords)
    {
        if (password.Length < rules.MinimumLength) return Weak($"口令至少 {rules.MinimumLength} 个字符。");
        if (password.Length > LongestPassword) return Weak($"口令至多 {LongestPassword} 个字符。");
        if (ClassesOf(password) < rules.Classes) return Weak($"口令要含大写字母、小写字母、数字、其他符号中的至少 {rules.Classes} 种。");
        if (password.Distinct().Count() < 5) return Weak("口令里重复的字符太多。");
        var small = password.ToLowerInvariant();
        // A common password with a year or a mark behind it is still the common one.
        if (AccountRules.Common.Contains(small) || AccountRules.Common.Contains(small.TrimEnd('!', '.', '@', '#', '$', '%', '&', '*', '?', '~')))
            return Weak("这是常用口令，容易被猜中。");
        return ownWords.Where(word => word.Length >= 2).Any(word => small.Contains(word.ToLowerInvariant(), StringComparison.Ordinal))
            ? Weak("口令里不能有用户名、姓名或机关名称。")
            : null;
    }

    private static int ClassesOf(string password) =>
        new[] { password.Any(char.IsUpper), password.Any(char.IsLower), password.Any(char.IsDigit), password.Any(letter => !char.IsLetterOrDigit(letter) || letter > 127) }
            .Count(found => found);

    private static Refusal Weak(string message) => new("password.weak", $"{message}请换一个。");
}
