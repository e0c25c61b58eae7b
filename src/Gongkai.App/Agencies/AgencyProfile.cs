using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Agencies;

/// <summary>What an agency says of itself (机关资料), and what the house says of it. Every change is an act of the agency.</summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
public sealed class AgencyProfile(House house, ActRecorder recorder)
{
    /// <summary>Sets fields of the profile.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="agency">Whose.</param>
    /// <param name="version">The version of the row the answers were written against.</param>
    /// <param name="answers">The answers; a null takes an answer back.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>True when anything changed.</returns>
    public Task<Outcome<bool>> ChangeAsync(
        Caller caller, AgencyId agency, int version, IReadOnlyDictionary<ProfileField, string?> answers, CancellationToken cancellation) =>
        EditAsync(caller, DeskRight.ManageAgency, agency, (acts, row, today) =>
        {
            acts.Db.Expect(row, version);
            return Task.FromResult(ProfileActs.Change(acts, row, answers, today, caller.Name));
        }, cancellation);

    /// <summary>Renames an agency from a day; what was published before keeps the name it was published under.</summary>
    public Task<Outcome<bool>> RenameAsync(Caller caller, AgencyId agency, string name, DateOnly from, CancellationToken cancellation) =>
        EditAsync(caller, DeskRight.ManageHouse, agency, (acts, row, today) => Task.FromResult(
            from > today ? NotYet : ProfileActs.Rename(acts, row, name.Trim(), from, caller.Name)), cancellation);

    /// <summary>Places an agency under a body and under its competent authority (条例3).</summary>
    [Law("条例", 3)]
    public async Task<Outcome<bool>> SuperviseAsync(Caller caller, AgencyId agency, AgencyId? parent, AgencyId? authority, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.All);
        var above = await db.Agencies.Select(row => new { row.Id, row.ParentId }).ToDictionaryAsync(row => row.Id, row => row.ParentId, cancellation);
        above[agency] = parent;
        if (AgencyTree.Circle(above, agency)) return AgencyTree.CircleRefusal;
        return await EditAsync(caller, DeskRight.ManageHouse, agency, (acts, row, today) =>
            Task.FromResult<Outcome<bool>>(ProfileActs.Supervise(acts, row, parent, authority, today, caller.Name)), cancellation);
    }

    /// <summary>Announces or closes a channel from today.</summary>
    public Task<Outcome<bool>> AnnounceAsync(Caller caller, AgencyId agency, ChannelAnnouncement said, CancellationToken cancellation) =>
        EditAsync(caller, DeskRight.ManageAgency, agency, (acts, _, today) =>
            ProfileActs.AnnounceAsync(acts, agency, said, today, caller.Name, cancellation), cancellation);

    /// <summary>Switches a module from a day.</summary>
    public Task<Outcome<bool>> SwitchAsync(Caller caller, AgencyId agency, AgencyModule module, bool on, DateOnly from, CancellationToken cancellation) =>
        EditAsync(caller, DeskRight.ManageAgency, agency, (acts, _, _) =>
            ProfileActs.SwitchAsync(acts, agency, module, on, from, caller.Name, cancellation), cancellation);

    /// <summary>Settles where the agency publishes from a day.</summary>
    public Task<Outcome<bool>> PlaceAsync(Caller caller, AgencyId agency, PublicationPlan plan, DateOnly from, CancellationToken cancellation) =>
        EditAsync(caller, DeskRight.ManageAgency, agency, (acts, _, _) =>
            ProfileActs.PlaceAsync(acts, agency, plan, from, caller.Name, cancellation), cancellation);

    /// <summary>Names the review organ or the court for decisions from a day on: dated, since districts and courts change.</summary>
    public Task<Outcome<bool>> NameRemedyAsync(Caller caller, AgencyId agency, Remedy remedy, DateOnly from, CancellationToken cancellation) =>
        EditAsync(caller, DeskRight.ManageAgency, agency, (acts, _, _) =>
            ProfileActs.NameRemedyAsync(acts, agency, remedy, from, caller.Name, cancellation), cancellation);

    private static Outcome<bool> NotYet => new Refusal("agency.rename-day", "更名从哪一天起，请填今天或以前的日期；还没有到的，到那一天再办。");

    private Task<Outcome<bool>> EditAsync(
        Caller caller, DeskRight right, AgencyId agency, Func<ActSession, Agency, DateOnly, Task<Outcome<bool>>> edit, CancellationToken cancellation)
    {
        if (caller.Lacks(right, agency) is { } refusal) return Task.FromResult<Outcome<bool>>(refusal);
        return recorder.RecordAsync<bool>(agency, async (acts, cancellation) =>
            await edit(acts, await acts.Db.Agencies.SingleAsync(row => row.Id == agency, cancellation), ChinaTime.DayOf(acts.Now)), cancellation);
    }
}
