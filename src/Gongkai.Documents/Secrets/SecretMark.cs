namespace Gongkai.Documents.Secrets;

/// <summary>What was found on something that is about to be stored.</summary>
public enum MarkKind
{
    /// <summary>内部、工作秘密、不得外传: not a classification; waits for the secrecy reviewer.</summary>
    WorkSecret,

    /// <summary>Cannot be examined: encrypted, damaged, of an unknown format, or too large inside.</summary>
    Unexaminable,

    /// <summary>密级标志: 绝密、机密、秘密. Stops everything.</summary>
    Classified,
}

/// <summary>A finding: its kind and the rule that made it. It holds nothing of what was found.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Rule">Name of the rule, e.g. <c>star</c>.</param>
public sealed record SecretMark(MarkKind Kind, string Rule)
{
    /// <summary>The graver of two findings.</summary>
    public static SecretMark? Graver(SecretMark? one, SecretMark? other) => other is null || one is not null && one.Kind >= other.Kind ? one : other;
}

/// <summary>Where a text stands; what counts as a mark depends on it.</summary>
public enum TextPlace
{
    /// <summary>The text itself.</summary>
    Body,

    /// <summary>Header, footer, watermark, stamp.</summary>
    Margin,

    /// <summary>A property of the document, a subject line, a sheet's name.</summary>
    Property,

    /// <summary>A file name.</summary>
    Name,
}
