using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.Documents.Json;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Reports;

/// <summary>Compiles annual reports from a house's ledger (汇总年报). It reads only; nothing it compiles is public.</summary>
/// <param name="house">The house.</param>
public sealed class ReportCompiler(House house)
{
    /// <summary>Compiles an agency's report.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="year">The year reported on.</param>
    /// <param name="upTo">Last sequence that counts, inclusive.</param>
    /// <param name="form">Code of the form.</param>
    /// <param name="sections">The officer's words.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<CompiledReport>> CompileAsync(
        Agency agency, int year, long upTo, string form, IReadOnlyList<ReportSection> sections, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.Of(agency.Id));
        return await CompileAsync(house, db, agency, year, upTo, form, sections, cancellation);
    }

    internal static async Task<Outcome<CompiledReport>> CompileAsync(
        House house, GongkaiDb db, Agency agency, int year, long upTo, string form, IReadOnlyList<ReportSection> sections, CancellationToken cancellation)
    {
        var acts = await db.ReadActsAsync(agency.Id, cancellation, upTo);
        if (acts.IsRefused) return acts.Refusal;
        var predecessors = await Predecessor.ReadAsync(house, agency, year, cancellation);
        if (predecessors.IsRefused) return predecessors.Refusal;
        // Where work came over within the year, last year's report of the successor alone is no measure.
        var lastYear = predecessors.Value.Count > 0 ? null : await db.Reports.Where(report => report.AgencyId == agency.Id && report.Year == year - 1)
            .Select(report => report.Json).SingleOrDefaultAsync(cancellation);
        var previous = lastYear is null ? null : AnnualReportJson.Read(System.Text.Encoding.UTF8.GetBytes(lastYear)).Value;
        return CompiledReport.Of(acts.Value, agency.Name, year, form, sections, previous, predecessors.Value);
    }

    /// <summary>The entries behind a cell, with what names them for people; a private part that was erased says so.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="report">Its compiled report.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<EntryBehind>> ExplainAsync(Agency agency, CompiledReport report, CellKey cell, CancellationToken cancellation)
    {
        var sequences = report.Folded.EntriesBehind(cell);
        var seal = await PrivatePartSeal.OfAsync(house, cancellation);
        await using var db = house.Open(AgencyScope.Of(agency.Id));
        var rows = await db.Ledger.AsNoTracking()
            .Where(entry => entry.AgencyId == agency.Id && sequences.Contains(entry.Sequence))
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => (Row: row, Found: seal.Read(row))).Select(entry => new EntryBehind(
                entry.Row.Sequence, ActKind.Parse(entry.Row.Kind), entry.Row.EffectiveOn, entry.Found.Part, entry.Found.State == PrivateState.Erased)),
        ];
    }
}

/// <summary>An entry behind a number (数字背后的台账条目).</summary>
/// <param name="Sequence">Its sequence.</param>
/// <param name="Kind">What kind of act.</param>
/// <param name="On">The day it counts for.</param>
/// <param name="Private">Who, why, numbers and titles; null once erased, and where the keys are not here.</param>
/// <param name="IsErased">True when nobody can read it any more.</param>
public sealed record EntryBehind(long Sequence, ActKind Kind, DateOnly On, PrivatePart? Private, bool IsErased);
