using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Agencies;

/// <summary>What holds for an agency on a day (某日的状态), read from rows with days.</summary>
public static class AgencyState
{
    /// <summary>All channels as the guide announces them: the basic two are open without a word, of the others nothing is known until it is said.</summary>
    [Law("国办公开办函〔2017〕19号")]
    public static async Task<IReadOnlyList<ChannelState>> ChannelsAsync(GongkaiDb db, AgencyId agency, CancellationToken cancellation)
    {
        var rows = await db.Channels.Where(row => row.AgencyId == agency)
            .Select(row => new ChannelState(row.Channel, row.Open, row.Reach, row.SignIn)).ToListAsync(cancellation);
        return
        [
            .. Enum.GetValues<ApplicationChannel>().Select(channel => rows.Find(row => row.Channel == channel)
                ?? new ChannelState(channel, ApplicationChannels.IsBasic(channel) ? true : null, null, null)),
        ];
    }

    /// <summary>The modules in use on a day; those nobody spoke of are.</summary>
    public static async Task<IReadOnlySet<AgencyModule>> ModulesAsync(GongkaiDb db, AgencyId agency, DateOnly day, CancellationToken cancellation) =>
        Enum.GetValues<AgencyModule>().Except((await OffAsync(db.Modules.Where(row => row.AgencyId == agency), day, cancellation))[agency]).ToHashSet();

    /// <summary>The modules that are off on a day, by agency; an agency of which nobody spoke has none.</summary>
    public static Task<ILookup<AgencyId, AgencyModule>> OffAsync(GongkaiDb db, DateOnly day, CancellationToken cancellation) => OffAsync(db.Modules, day, cancellation);

    private static async Task<ILookup<AgencyId, AgencyModule>> OffAsync(IQueryable<ModuleSwitch> switches, DateOnly day, CancellationToken cancellation)
    {
        var rows = await switches.Where(row => row.FromOn <= day)
            .Select(row => new { row.Id, row.AgencyId, row.Module, row.InUse, row.FromOn }).ToListAsync(cancellation);
        return rows.GroupBy(row => (row.AgencyId, row.Module))
            .Where(module => !module.OrderBy(row => row.FromOn).ThenBy(row => row.Id).Last().InUse)
            .ToLookup(module => module.Key.AgencyId, module => module.Key.Module);
    }

    /// <summary>Where the agency publishes on a day.</summary>
    public static async Task<PublicationPlan> PlaceAsync(GongkaiDb db, AgencyId agency, DateOnly day, CancellationToken cancellation) =>
        await db.PublicationSites.Where(row => row.AgencyId == agency && row.FromOn <= day)
            .OrderByDescending(row => row.FromOn).ThenByDescending(row => row.Id)
            .Select(row => new PublicationPlan(row.Place, row.Site, row.Column, row.Keeper)).FirstOrDefaultAsync(cancellation) ?? PublicationPlan.OnlyHere;

    /// <summary>The review organ or the court for a decision of a day, or null where none was named.</summary>
    public static Task<Remedy?> RemedyAsync(GongkaiDb db, AgencyId agency, RemedyBody body, DateOnly day, CancellationToken cancellation) =>
        db.Remedies.Where(row => row.AgencyId == agency && row.Body == body && row.FromOn <= day)
            .OrderByDescending(row => row.FromOn).ThenByDescending(row => row.Id)
            .Select(row => new Remedy(row.Body, row.Name, row.Address, row.Note)).FirstOrDefaultAsync(cancellation);

    /// <summary>The name an agency had on a day.</summary>
    public static async Task<string> NameAsync(GongkaiDb db, Agency agency, DateOnly day, CancellationToken cancellation) =>
        await db.FormerNames.Where(row => row.AgencyId == agency.Id && row.UntilOn >= day).OrderBy(row => row.UntilOn).ThenBy(row => row.Id)
            .Select(row => row.Name).FirstOrDefaultAsync(cancellation) ?? agency.Name;
}
