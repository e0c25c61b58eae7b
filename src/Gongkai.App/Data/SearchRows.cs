using Gongkai.Domain.Agencies;

namespace Gongkai.App.Data;

/// <summary>A published document as the search knows it (检索目录): what lists are narrowed and ordered by.</summary>
public sealed class IndexedDocument : IOfAgency
{
    /// <summary>Running number; orders documents of the same day, and is part of the numbers of its passages.</summary>
    public long Serial { get; init; }

    /// <summary>The document.</summary>
    public required Guid DocumentId { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>The day it was published.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>What it is, by code.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether it is in force, by code; null where that says nothing.</summary>
    public required string? Validity { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }
}

/// <summary>A passage of a published document (检索段落): the text that is shown around what was found.</summary>
public sealed class IndexedPassage
{
    /// <summary>Day, serial of the document and place in it: in this order the newest document is the last.</summary>
    public required long Id { get; init; }

    /// <summary>Its text.</summary>
    public required string Text { get; init; }
}
