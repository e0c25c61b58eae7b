using System.Text.Json;
using Gongkai.Documents.Data;

namespace Gongkai.App.People;

/// <summary>The rules for passwords and sessions (口令和会话规则), from <c>data/security/passwords.json</c>.</summary>
/// <param name="MinimumLength">Least number of characters.</param>
/// <param name="Classes">How many of upper case, lower case, digits and others must occur.</param>
/// <param name="MaximumAgeDays">Days after which a password has to be changed.</param>
/// <param name="History">How many former passwords may not come back.</param>
/// <param name="FailuresBeforeLock">Wrong tries in a row that lock the account.</param>
/// <param name="LockMinutes">How long it is locked.</param>
/// <param name="IdleMinutes">How long a session lasts unused.</param>
/// <param name="SessionHours">How long it lasts at all.</param>
public sealed record AccountRules(
    int MinimumLength, int Classes, int MaximumAgeDays, int History, int FailuresBeforeLock, int LockMinutes, int IdleMinutes, int SessionHours)
{
    /// <summary>The built-in rules.</summary>
    public static AccountRules BuiltIn { get; } = Load();

    /// <summary>Passwords everybody tries first, in small letters.</summary>
    public static IReadOnlySet<string> Common { get; } = LoadCommon();

    private static AccountRules Load()
    {
        using var document = JsonDocument.Parse(BuiltInData.Open("security/passwords.json"));
        var root = document.RootElement;
        return new AccountRules(
            Number("minimumLength"), Number("classes"), Number("maximumAgeDays"), Number("history"), Number("failuresBeforeLock"),
            Number("lockMinutes"), Number("idleMinutes"), Number("sessionHours"));

        int Number(string name) => root.GetProperty(name).GetInt32();
    }

    private static HashSet<string> LoadCommon()
    {
        using var reader = new StreamReader(BuiltInData.Open("security/common-passwords.txt"));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
    }
}
