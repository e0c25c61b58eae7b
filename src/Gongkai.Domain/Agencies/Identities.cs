using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Agencies;

/// <summary>Identity of an agency (行政机关). A UUID version 7, never shown: people see its code.</summary>
public readonly record struct AgencyId(Guid Value)
{
    /// <summary>The agency's chain of the ledger: one chain each, under the same identity.</summary>
    public ChainId Chain => new(Value);
}

/// <summary>Identity of an internal unit (科室) that answers for numbers of its own.</summary>
public readonly record struct UnitId(Guid Value);

/// <summary>Identity of a member of staff (工作人员). Stands in facts; the name does not.</summary>
public readonly record struct PersonId(Guid Value);
