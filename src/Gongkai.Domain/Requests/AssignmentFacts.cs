using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Requests;

/// <summary>
/// A request was assigned (交办) to an agency below: it drafts, the answer stays that of the agency asked, and so does the number. The subject
/// is the request.
/// </summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="To">Who drafts (承办机关).</param>
public sealed record RequestAssigned(Guid Assignment, AgencyId To) : IActFacts<RequestAssigned>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.assigned", 1);

    /// <inheritdoc/>
    public static RequestAssigned Read(JsonElement facts) =>
        new(facts.GetProperty("assignment").GetGuid(), new AgencyId(facts.GetProperty("to").GetGuid()));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["assignment"] = Assignment.ToString("D"), ["to"] = To.Value.ToString("D") };
}

/// <summary>The agency that drafts handed in its draft (报回代拟稿). The subject is the request.</summary>
/// <param name="Assignment">The assignment.</param>
public sealed record AssignmentReturned(Guid Assignment) : IActFacts<AssignmentReturned>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.assignmentReturned", 1);

    /// <inheritdoc/>
    public static AssignmentReturned Read(JsonElement facts) => new(facts.GetProperty("assignment").GetGuid());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["assignment"] = Assignment.ToString("D") };
}

/// <summary>An assignment ended (交办结束): the agency that drafted sees the case no longer. The subject is the request.</summary>
/// <param name="Assignment">The assignment.</param>
public sealed record AssignmentEnded(Guid Assignment) : IActFacts<AssignmentEnded>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.assignmentEnded", 1);

    /// <inheritdoc/>
    public static AssignmentEnded Read(JsonElement facts) => new(facts.GetProperty("assignment").GetGuid());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["assignment"] = Assignment.ToString("D") };
}
