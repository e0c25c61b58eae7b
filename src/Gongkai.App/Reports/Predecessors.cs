using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Reports;

/// <summary>An agency that ended in the year reported on, and whose work went to the one that reports (被撤并机关).</summary>
/// <param name="Name">Its name.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="FilesItself">True when it files the report on its broken year itself.</param>
/// <param name="Acts">Its acts; null where it files itself.</param>
public sealed record Predecessor(string Name, DateOnly LastDay, bool FilesItself, LedgerActs? Acts)
{
    /// <summary>The sentence that says what a report covers (统计范围), or null where nothing ended in the year.</summary>
    /// <param name="year">The year reported on.</param>
    /// <param name="predecessors">What ended in it.</param>
    public static string? Scope(int year, IReadOnlyList<Predecessor> predecessors)
    {
        if (predecessors.Count == 0) return null;
        var joined = predecessors.Where(one => !one.FilesItself).Select(one => $"{one.Name}（{Span(year, one)}）").ToList();
        var apart = predecessors.Where(one => one.FilesItself).Select(one => $"{one.Name}（{Span(year, one)}）").ToList();
        return (joined.Count > 0 ? $"统计范围：本机关以及由本机关承接的{string.Join("、", joined)}。" : "")
            + (apart.Count > 0 ? $"{string.Join("、", apart)}的情况见其单独的年度报告，其移交的在办事项计入本报告的上年结转和尚未审结。" : "");
    }

    /// <summary>
    /// Reads those whose successor an agency became within a year. One that ended with the year has a whole year of its own and is none.
    /// </summary>
    public static async Task<Outcome<IReadOnlyList<Predecessor>>> ReadAsync(House house, Agency successor, int year, CancellationToken cancellation)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        // Their chains are closed, so what is read here stays as it is while the successor's is locked.
        await using var db = house.Open(AgencyScope.All);
        var ended = await db.Agencies.AsNoTracking().Where(row => row.SuccessorId == successor.Id && row.ClosedOn >= first && row.ClosedOn < last)
            .OrderBy(row => row.Code).ToListAsync(cancellation);
        List<Predecessor> predecessors = [];
        foreach (var row in ended)
        {
            var acts = row.FilesBrokenYear ? (Outcome<LedgerActs>?)null : await db.ReadActsAsync(row.Id, cancellation);
            if (acts is { IsRefused: true } refused) return refused.Refusal;
            predecessors.Add(new Predecessor(row.Name, row.ClosedOn!.Value, row.FilesBrokenYear, acts?.Value));
        }
        return predecessors;
    }

    private static string Span(int year, Predecessor one) => $"{DayWords.Of(new DateOnly(year, 1, 1))}至{DayWords.Of(one.LastDay)}";
}
