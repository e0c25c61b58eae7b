namespace Gongkai.Domain.Ledger;

/// <summary>Identity of a chain (台账链): each agency has one. A UUID version 7.</summary>
public readonly record struct ChainId(Guid Value);

/// <summary>Identity of the matter an act is about (标的): a request, a dispute, a document. Random, so that it tells nothing.</summary>
public readonly record struct SubjectId(Guid Value);

/// <summary>Name and version of an act's facts (行为种类). Never renamed, never reused: old entries must stay readable.</summary>
/// <param name="Name">Dotted name, e.g. <c>request.received</c>.</param>
/// <param name="Version">Version of the facts' shape, from 1.</param>
public readonly record struct ActKind(string Name, int Version)
{
    /// <summary>The written form, e.g. <c>request.received/1</c>.</summary>
    public override string ToString() => $"{Name}/{Version}";

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">Not of the form name/version.</exception>
    public static ActKind Parse(string text)
    {
        var slash = text.LastIndexOf('/');
        return slash > 0 && int.TryParse(text.AsSpan(slash + 1), out var version)
            ? new ActKind(text[..slash], version)
            : throw new FormatException($"'{text}' is no kind of act.");
    }
}
