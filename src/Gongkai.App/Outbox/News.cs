using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Outbox;

/// <summary>Who is to be told (收件人): one person, or whoever holds a post on that day.</summary>
/// <param name="Person">The person, or null.</param>
/// <param name="Role">The post, or null.</param>
public readonly record struct Addressee(Guid? Person, PostRole? Role)
{
    /// <summary>One person.</summary>
    public static Addressee Of(Guid person) => new(person, null);

    /// <summary>Whoever holds a post.</summary>
    public static Addressee Of(PostRole role) => new(null, role);

    /// <summary>As it stands in keys.</summary>
    public override string ToString() => Person is { } person ? person.ToString("N") : EnumCode<PostRole>.Of(Role!.Value);
}

/// <summary>Something people are told with an act (通知的事项).</summary>
/// <param name="Agency">Whose act it is; one of the agencies of the session.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">The draft, request or delegation.</param>
/// <param name="To">Who is told.</param>
/// <param name="Occasion">What sets this time apart from others: an entry's sequence, a waiting row, a term's last day. The same thing of the same kind and occasion is told an addressee once.</param>
/// <param name="DueOn">The last day of the term, or null.</param>
public sealed record News(AgencyId Agency, MessageKind Kind, Guid Subject, Addressee To, string Occasion, DateOnly? DueOn = null)
{
    /// <summary>True for what concerns the house: it stands with an agency only because messages stand somewhere, and asks nothing of that agency's choices.</summary>
    public bool IsOfHouse => Kind is MessageKind.LedgerBroken or MessageKind.AuditBroken;

    /// <summary>What makes it the same message.</summary>
    public string Key => $"{EnumCode<MessageKind>.Of(Kind)}/{Subject:N}/{Occasion}/{To}";
}
