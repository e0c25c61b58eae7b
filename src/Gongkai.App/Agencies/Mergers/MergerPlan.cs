using Gongkai.App.Data;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Agencies.Mergers;

/// <summary>A merger or closure to be carried out (撤并方案).</summary>
/// <param name="From">The agencies that end (被撤并机关).</param>
/// <param name="Into">Who takes over (承接机关), or null where nothing is left to take over.</param>
/// <param name="On">First day of the successor; the day before is the last of those that end.</param>
/// <param name="NewSuccessor">True when the successor was founded by this merger: its books begin with what it takes over.</param>
/// <param name="FilesBrokenYear">True when those that end file the report on their broken year themselves.</param>
public sealed record MergerPlan(IReadOnlyList<AgencyId> From, AgencyId? Into, DateOnly On, bool NewSuccessor = false, bool FilesBrokenYear = false)
{
    /// <summary>Last day of those that end.</summary>
    public DateOnly LastDay => On.AddDays(-1);

    /// <summary>All agencies concerned.</summary>
    public IReadOnlyList<AgencyId> Agencies => Into is { } into ? [.. From, into] : From;
}

/// <summary>What an agency that ends leaves behind (移交事项).</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Requests">Open requests.</param>
/// <param name="Disputes">Pending disputes.</param>
/// <param name="Instruments">Instruments in force by name.</param>
/// <param name="UnnamedInForce">Instruments in force that only the figures know, per row.</param>
/// <param name="Drafts">Drafts that are not finished.</param>
public sealed record PredecessorMatters(
    Agency Agency, int Requests, int Disputes, int Instruments, IReadOnlyDictionary<string, long> UnnamedInForce, int Drafts);

/// <summary>What was found before a merger (撤并核对).</summary>
/// <param name="Matters">What goes over, agency by agency.</param>
/// <param name="Problems">What has to be settled first; with one of them nothing is done.</param>
/// <param name="Notices">What stays to be done by people.</param>
/// <param name="OpensBooks">True when the successor's books begin with this.</param>
public sealed record MergerFindings(
    IReadOnlyList<PredecessorMatters> Matters, IReadOnlyList<string> Problems, IReadOnlyList<string> Notices, bool OpensBooks);
