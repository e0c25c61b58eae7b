using Gongkai.Domain.Agencies;

namespace Gongkai.App.Data;

/// <summary>How long an agency keeps records by its own schedule (本机关的保管期限); it takes the place of the built-in term.</summary>
public sealed class AdoptedRetentionTerm : IVersioned, IOfAgency
{
    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Which records.</summary>
    public required RetainedRecords Records { get; init; }

    /// <summary>Whole years.</summary>
    public required int Years { get; set; }

    /// <summary>The schedule (归档范围和保管期限表) with its number and date.</summary>
    public required string Source { get; set; }

    /// <summary>The day it was entered.</summary>
    public required DateOnly AdoptedOn { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A list of records whose term is over (销毁清册). It stays for good, also when what stands on it is gone.</summary>
public sealed class DestructionList : IVersioned, IOfAgency
{
    /// <summary>Identity; the subject of its act.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Number in the agency's series: year and place within it.</summary>
    public required string Number { get; init; }

    /// <summary>The draft by which it is approved.</summary>
    public required Guid DraftId { get; init; }

    /// <summary>The records as JSON, letter by letter as hashed.</summary>
    public required string Sheet { get; init; }

    /// <summary>Name of who prepared it.</summary>
    public required string PreparedBy { get; init; }

    /// <summary>When it was prepared, UTC.</summary>
    public required DateTime PreparedAt { get; init; }

    /// <summary>The day it was carried out, or null.</summary>
    public DateOnly? DestroyedOn { get; set; }

    /// <summary>The two who watched (监销人), or null.</summary>
    public string? Witnesses { get; set; }

    /// <summary>How many private parts of entries were erased.</summary>
    public int Entries { get; set; }

    /// <summary>How many files were removed.</summary>
    public int Files { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
