using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Approvals;

/// <summary>The person named in a proxy record confirmed it (确认代录).</summary>
/// <param name="Given">Sequence of the recorded opinion.</param>
/// <param name="By">Who confirmed.</param>
public sealed record ProxyConfirmed(long Given, PersonId By) : IActFacts<ProxyConfirmed>, IApprovalAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("approval.proxyConfirmed", 1);

    /// <inheritdoc/>
    public static ProxyConfirmed Read(JsonElement facts) => new(facts.GetProperty("given").GetInt64(), FactIds.Person(facts.GetProperty("by")));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["given"] = Given, ["by"] = FactIds.Write(By) };
}

/// <summary>The person named in a proxy record denied it (否认代录): the opinion and what was built on it are void.</summary>
/// <param name="Given">Sequence of the recorded opinion.</param>
/// <param name="By">Who denied.</param>
public sealed record ProxyDenied(long Given, PersonId By) : IActFacts<ProxyDenied>, IApprovalAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("approval.proxyDenied", 1);

    /// <inheritdoc/>
    public static ProxyDenied Read(JsonElement facts) => new(facts.GetProperty("given").GetInt64(), FactIds.Person(facts.GetProperty("by")));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["given"] = Given, ["by"] = FactIds.Write(By) };
}

/// <summary>A scanned page of an approval sheet was filed by its code (呈批单归卷).</summary>
/// <param name="File">SHA-256 of the scan.</param>
/// <param name="Page">Page within it, from 1.</param>
/// <param name="Manifest">Hash of the content the page was printed for.</param>
public sealed record SheetFiled(string File, int Page, string Manifest) : IActFacts<SheetFiled>, IApprovalAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("approval.sheetFiled", 1);

    /// <inheritdoc/>
    public static SheetFiled Read(JsonElement facts) => new(
        facts.GetProperty("file").GetString()!, facts.GetProperty("page").GetInt32(), facts.GetProperty("manifest").GetString()!);

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["file"] = File, ["page"] = Page, ["manifest"] = Manifest };
}

/// <summary>What is filled in after the sign-off (预留栏); it is no substance, so filling it voids nothing.</summary>
public enum ReservedField
{
    /// <summary>文号.</summary>
    DocumentNumber,

    /// <summary>成文日期.</summary>
    DatedOn,

    /// <summary>索引号.</summary>
    IndexNumber,

    /// <summary>用印.</summary>
    SealedOn,

    /// <summary>送达.</summary>
    ServedOn,
}

/// <summary>A reserved field was filled, or filled anew (编号、成文日期、用印、送达登记).</summary>
/// <param name="Field">Which.</param>
/// <param name="ValueHash">Hash of what was filled in, which itself stands in the private part.</param>
/// <param name="By">Who filled it.</param>
public sealed record ReservedFieldFilled(ReservedField Field, string ValueHash, PersonId By) : IActFacts<ReservedFieldFilled>, IApprovalAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("approval.reservedFieldFilled", 1);

    /// <inheritdoc/>
    public static ReservedFieldFilled Read(JsonElement facts) => new(
        EnumCode<ReservedField>.Parse(facts.GetProperty("field").GetString()!),
        facts.GetProperty("value").GetString()!,
        FactIds.Person(facts.GetProperty("by")));

    /// <inheritdoc/>
    public JsonObject Write() => new()
    {
        ["field"] = EnumCode<ReservedField>.Of(Field),
        ["value"] = ValueHash,
        ["by"] = FactIds.Write(By),
    };
}
