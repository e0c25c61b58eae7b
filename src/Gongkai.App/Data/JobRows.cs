using Gongkai.Domain.Agencies;

namespace Gongkai.App.Data;

/// <summary>One run of a piece of background work (后台任务的一次运行). Runs that found nothing to do keep only the latest row.</summary>
public sealed class JobRun : IVersioned
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the job.</summary>
    public required string Job { get; init; }

    /// <summary>The node it ran on.</summary>
    public required string Node { get; init; }

    /// <summary>Who had it run, or null when it was its time.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it ended, UTC; null while it runs, and for good when its program was stopped.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>How many things were done.</summary>
    public int Done { get; set; }

    /// <summary>How many were not.</summary>
    public int Failed { get; set; }

    /// <summary>What is to be said of it, or null.</summary>
    public string? Message { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Where a conversion stands (转换状态).</summary>
public enum ConversionState
{
    /// <summary>排队.</summary>
    Waiting,

    /// <summary>正在转换：one runner has it until <see cref="Conversion.NextAt"/>.</summary>
    Running,

    /// <summary>完成.</summary>
    Done,

    /// <summary>没有成功，原因另记.</summary>
    Failed,
}

/// <summary>A document to be made a PDF (文档转换). The same document is converted once, whoever asks.</summary>
public sealed class Conversion : IVersioned, IOfAgency
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Hash of the stored document.</summary>
    public required string SourceHash { get; init; }

    /// <summary>Name of the PDF, without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands.</summary>
    public required ConversionState State { get; set; }

    /// <summary>Hash of the stored PDF, or null.</summary>
    public string? ResultHash { get; set; }

    /// <summary>Why it failed, or null.</summary>
    public string? Reason { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>When it is to be tried next or, while it runs, until when it is left to who runs it, UTC.</summary>
    public required DateTime NextAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
