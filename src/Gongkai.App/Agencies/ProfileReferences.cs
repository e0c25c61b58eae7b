using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Agencies;

/// <summary>
/// What an act says of a profile in its private part (变更前、变更后): the answer before and the answer after, by field. The facts name the
/// fields; by these the rows can be compared with the acts.
/// </summary>
internal static class ProfileReferences
{
    private const string After = ".after";

    // Tells an act that says all there was from one written before acts said it.
    private const string Complete = "profile";

    /// <summary>What stands in a row when it is registered.</summary>
    public static void Found(Dictionary<string, string> references, Agency row)
    {
        references[Complete] = "";
        foreach (var item in ProfileFields.All)
            if (item.Get(row) is { } answer) references[Code(item.Field) + After] = answer;
    }

    /// <summary>An answer that was changed.</summary>
    public static void Change(Dictionary<string, string> references, ProfileField field, string? before, string? after)
    {
        if (before is not null) references[Code(field)] = before;
        references[Code(field) + After] = after ?? "";
    }

    /// <summary>The answer after a change; false where the act does not say.</summary>
    public static bool TryAfter(IReadOnlyDictionary<string, string> references, ProfileField field, out string? after)
    {
        var known = references.TryGetValue(Code(field) + After, out after);
        if (after is "") after = null;
        return known || references.ContainsKey(Complete);
    }

    private static string Code(ProfileField field) => EnumCode<ProfileField>.Of(field);
}
