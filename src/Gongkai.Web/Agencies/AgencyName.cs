using Gongkai.App.Data;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Agencies;

/// <summary>An agency in a list.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What kind of body it is.</param>
/// <param name="OfficeName">Its disclosure office, when known.</param>
/// <param name="Phone">The office's telephone, when known.</param>
/// <param name="ClosedOn">Last day it acted under its own name, or null while it does.</param>
public sealed record AgencyName(AgencyId Id, string Code, string Name, AgencyKind Kind, GuideAnswer? OfficeName, GuideAnswer? Phone, DateOnly? ClosedOn = null)
{
    /// <summary>All agencies: governments first, each kind by the sound of the names.</summary>
    public static async Task<IReadOnlyList<AgencyName>> AllAsync(GongkaiDb db, CancellationToken cancellation)
    {
        var agencies = await db.Agencies
            .Select(agency => new AgencyName(agency.Id, agency.Code, agency.Name, agency.Kind, agency.OfficeName, agency.Phone, agency.ClosedOn)).ToListAsync(cancellation);
        return [.. agencies.OrderBy(agency => agency.Kind).ThenBy(agency => agency.Name, ChineseText.BySound).ThenBy(agency => agency.Code, StringComparer.Ordinal)];
    }
}
