using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Approvals;

/// <summary>An act in the course of an approval (审批行为). The subject of all of them is what is to be approved.</summary>
public interface IApprovalAct;

/// <summary>A draft was submitted for approval (送审): a round begins, and earlier opinions belong to earlier rounds.</summary>
/// <param name="Manifest">Hash of the content.</param>
/// <param name="Chain">Edition of the chain the round runs on.</param>
/// <param name="ChainHash">Hash of that edition.</param>
/// <param name="By">Who submitted it.</param>
/// <param name="Drafters">Everybody who wrote on it (拟稿人); none of them approves it.</param>
/// <param name="Countersigners">Who is asked to countersign (会签), or nobody.</param>
public sealed record ApprovalSubmitted(
    string Manifest, ChainVersion Chain, string ChainHash, PersonId By, IReadOnlyList<PersonId> Drafters, IReadOnlyList<PersonId> Countersigners)
    : IActFacts<ApprovalSubmitted>, IApprovalAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("approval.submitted", 1);

    /// <inheritdoc/>
    public static ApprovalSubmitted Read(JsonElement facts) => new(
        facts.GetProperty("manifest").GetString()!,
        ChainVersion.Parse(facts.GetProperty("chain").GetString()!),
        facts.GetProperty("chainHash").GetString()!,
        FactIds.Person(facts.GetProperty("by")),
        FactIds.People(facts.GetProperty("drafters")),
        FactIds.People(facts.GetProperty("countersigners")));

    /// <inheritdoc/>
    public JsonObject Write() => new()
    {
        ["manifest"] = Manifest,
        ["chain"] = Chain.ToString(),
        ["chainHash"] = ChainHash,
        ["by"] = FactIds.Write(By),
        ["drafters"] = FactIds.Write(Drafters),
        ["countersigners"] = FactIds.Write(Countersigners),
    };
}

/// <summary>A step was approved (同意).</summary>
/// <param name="Opinion">Who, how and over what.</param>
public sealed record ApprovalGiven(Opinion Opinion) : IActFacts<ApprovalGiven>, IApprovalAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("approval.given", 1);

    /// <inheritdoc/>
    public static ApprovalGiven Read(JsonElement facts) => new(Opinion.Read(facts));

    /// <inheritdoc/>
    public JsonObject Write() => Opinion.Write();
}

/// <summary>A step sent the draft back (退回); the reason stands in the private part.</summary>
/// <param name="Opinion">Who, how and over what.</param>
public sealed record ApprovalSentBack(Opinion Opinion) : IActFacts<ApprovalSentBack>, IApprovalAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("approval.sentBack", 1);

    /// <inheritdoc/>
    public static ApprovalSentBack Read(JsonElement facts) => new(Opinion.Read(facts));

    /// <inheritdoc/>
    public JsonObject Write() => Opinion.Write();
}

/// <summary>A drafter took the draft back (撤回送审).</summary>
/// <param name="By">Who.</param>
public sealed record ApprovalWithdrawn(PersonId By) : IActFacts<ApprovalWithdrawn>, IApprovalAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("approval.withdrawn", 1);

    /// <inheritdoc/>
    public static ApprovalWithdrawn Read(JsonElement facts) => new(FactIds.Person(facts.GetProperty("by")));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["by"] = FactIds.Write(By) };
}

/// <summary>A step was left out, where its chain lets that be done (跳过环节).</summary>
/// <param name="Step">Code of the step.</param>
/// <param name="By">Who left it out.</param>
/// <param name="Manifest">Hash of the content at that moment.</param>
public sealed record StepSkipped(string Step, PersonId By, string Manifest) : IActFacts<StepSkipped>, IApprovalAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("approval.stepSkipped", 1);

    /// <inheritdoc/>
    public static StepSkipped Read(JsonElement facts) => new(
        facts.GetProperty("step").GetString()!, FactIds.Person(facts.GetProperty("by")), facts.GetProperty("manifest").GetString()!);

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["step"] = Step, ["by"] = FactIds.Write(By), ["manifest"] = Manifest };
}

/// <summary>The urgent path was taken (紧急办理): of what is left only its steps remain, and the history says so.</summary>
/// <param name="By">Who took it.</param>
/// <param name="Manifest">Hash of the content at that moment.</param>
public sealed record UrgentPathTaken(PersonId By, string Manifest) : IActFacts<UrgentPathTaken>, IApprovalAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("approval.urgentPathTaken", 1);

    /// <inheritdoc/>
    public static UrgentPathTaken Read(JsonElement facts) => new(FactIds.Person(facts.GetProperty("by")), facts.GetProperty("manifest").GetString()!);

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["by"] = FactIds.Write(By), ["manifest"] = Manifest };
}

/// <summary>What was approved left the house (放行): it was published, or sent.</summary>
/// <param name="Manifest">Hash of the content that left.</param>
/// <param name="By">Who released it.</param>
public sealed record ApprovalReleased(string Manifest, PersonId By) : IActFacts<ApprovalReleased>, IApprovalAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("approval.released", 1);

    /// <inheritdoc/>
    public static ApprovalReleased Read(JsonElement facts) => new(facts.GetProperty("manifest").GetString()!, FactIds.Person(facts.GetProperty("by")));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["manifest"] = Manifest, ["by"] = FactIds.Write(By) };
}
