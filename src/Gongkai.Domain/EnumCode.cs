namespace Gongkai.Domain;

/// <summary>
/// The written code (代码) of an enumeration member, as it stands in ledger facts, imports and JSON: the member's name with a small
/// first letter. Members are therefore never renamed.
/// </summary>
/// <typeparam name="T">The enumeration.</typeparam>
public static class EnumCode<T> where T : struct, Enum
{
    private static readonly Dictionary<T, string> Codes =
        Enum.GetValues<T>().ToDictionary(member => member, member => Lower(member.ToString()));

    private static readonly Dictionary<string, T> Members = Codes.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The codes in the order of declaration.</summary>
    public static IReadOnlyCollection<string> All => Codes.Values;

    /// <summary>The code of a member.</summary>
    public static string Of(T member) => Codes[member];

    /// <summary>Finds a member by its code, exactly.</summary>
    public static bool TryParse(string? code, out T member)
    {
        member = default;
        return code is not null && Members.TryGetValue(code, out member);
    }

    /// <summary>The member with this code.</summary>
    /// <exception cref="FormatException">No member has it: the facts were written by another program, or are damaged.</exception>
    public static T Parse(string code) =>
        TryParse(code, out var member) ? member : throw new FormatException($"'{code}' is no {typeof(T).Name}.");

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
