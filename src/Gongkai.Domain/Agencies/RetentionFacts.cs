using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Agencies;

/// <summary>An agency entered how long it keeps records (登记保管期限), by its schedule. The subject is the agency; the schedule is named in the private part.</summary>
/// <param name="Records">Which.</param>
/// <param name="Years">Whole years.</param>
public sealed record RetentionTermAdopted(RetainedRecords Records, int Years) : IActFacts<RetentionTermAdopted>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("agency.retentionTermAdopted", 1);

    /// <inheritdoc/>
    public static RetentionTermAdopted Read(JsonElement facts) =>
        new(EnumCode<RetainedRecords>.Parse(facts.GetProperty("records").GetString()!), facts.GetProperty("years").GetInt32());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["records"] = EnumCode<RetainedRecords>.Of(Records), ["years"] = Years };
}

/// <summary>
/// What stood on an approved list was destroyed (按清册销毁): one act for the whole list. The subject is the list. Which records they were stands on
/// the list itself, whose hash is here; that somebody asked, and what became of it, stays counted.
/// </summary>
/// <param name="Sheet">Hash of the list as it was approved.</param>
/// <param name="Records">How many records.</param>
/// <param name="Entries">How many private parts of entries were erased.</param>
/// <param name="Files">How many files were removed.</param>
public sealed record RecordsDestroyed(string Sheet, int Records, int Entries, int Files) : IActFacts<RecordsDestroyed>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("agency.recordsDestroyed", 1);

    /// <inheritdoc/>
    public static RecordsDestroyed Read(JsonElement facts) => new(
        facts.GetProperty("sheet").GetString()!, facts.GetProperty("records").GetInt32(), facts.GetProperty("entries").GetInt32(), facts.GetProperty("files").GetInt32());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["sheet"] = Sheet, ["records"] = Records, ["entries"] = Entries, ["files"] = Files };
}
