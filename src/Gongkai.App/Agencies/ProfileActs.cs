using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Agencies;

/// <summary>
/// The changes of a profile within an act under way (机关资料的变更), for forms and imports alike. Each looks first: what is there already
/// is no change and leaves no entry.
/// </summary>
internal static class ProfileActs
{
    /// <summary>Sets fields; one entry names all that changed.</summary>
    public static Outcome<bool> Change(ActSession acts, Agency row, IReadOnlyDictionary<ProfileField, string?> answers, DateOnly on, string who)
    {
        List<ProfileField> changed = [];
        Dictionary<string, string> said = [];
        foreach (var item in ProfileFields.All.Where(item => answers.ContainsKey(item.Field)))
        {
            var old = item.Get(row);
            if (item.Set(row, Blank(answers[item.Field])) is { } refusal) return refusal;
            if (item.Get(row) == old) continue;
            changed.Add(item.Field);
            ProfileReferences.Change(said, item.Field, old, item.Get(row));
        }
        if (changed.Count == 0) return false;
        Record(acts, row.Id, new ProfileChanged(changed), on, new PrivatePart(who, "", said));
        return true;
    }

    /// <summary>Gives the agency a new name from a day; the old one is kept with its last day.</summary>
    public static Outcome<bool> Rename(ActSession acts, Agency row, string name, DateOnly from, string who)
    {
        if (name == row.Name) return false;
        if (string.IsNullOrWhiteSpace(name) || name.Length > 100) return new Refusal("agency.name", "请填写机关全称，至多 100 个字。");
        acts.Db.FormerNames.Add(new FormerName { Id = Guid.CreateVersion7(), AgencyId = row.Id, Name = row.Name, UntilOn = from.AddDays(-1) });
        Record(acts, row.Id, new AgencyRenamed(), from, new PrivatePart(who, "", new Dictionary<string, string> { ["before"] = row.Name, ["after"] = name }));
        row.Name = name;
        return true;
    }

    /// <summary>Places the agency under others.</summary>
    public static bool Supervise(ActSession acts, Agency row, AgencyId? parent, AgencyId? authority, DateOnly on, string who)
    {
        if (row.ParentId == parent && row.AuthorityId == authority) return false;
        (row.ParentId, row.AuthorityId) = (parent, authority);
        Record(acts, row.Id, new AgencySupervised(parent, authority), on, new PrivatePart(who));
        return true;
    }

    /// <summary>Announces or closes a channel.</summary>
    public static async Task<Outcome<bool>> AnnounceAsync(ActSession acts, AgencyId agency, ChannelAnnouncement said, DateOnly on, string who, CancellationToken cancellation)
    {
        if (ApplicationChannels.Forbids(said.Channel, said.Open, said.Reach) is { } refusal) return refusal;
        var row = await acts.Db.Channels.SingleOrDefaultAsync(known => known.AgencyId == agency && known.Channel == said.Channel, cancellation);
        // A basic channel is open without a word; of another one even "closed" is worth saying.
        if (row is null ? said is { Reach: null, SignIn: null } && ApplicationChannels.IsBasic(said.Channel) : row.Open == said.Open && row.Reach == said.Reach && row.SignIn == said.SignIn) return false;
        if (row is null) acts.Db.Channels.Add(row = new AnnouncedChannel { AgencyId = agency, Channel = said.Channel });
        (row.Open, row.Reach, row.SignIn, row.SinceOn) = (said.Open, said.Reach, said.SignIn, on);
        Record(acts, agency, new ChannelAnnounced(said.Channel, said.Open), on, new PrivatePart(who, "", References(("reach", said.Reach), ("signIn", said.SignIn))));
        return true;
    }

    /// <summary>Switches a module from a day.</summary>
    public static async Task<Outcome<bool>> SwitchAsync(ActSession acts, AgencyId agency, AgencyModule module, bool on, DateOnly from, string who, CancellationToken cancellation)
    {
        var last = await acts.Db.Modules.Where(row => row.AgencyId == agency && row.Module == module)
            .OrderByDescending(row => row.FromOn).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancellation);
        if ((last?.InUse ?? true) == on) return false;
        if (Earlier(from, last?.FromOn) is { } refusal) return refusal;
        // What is off shows no task: a clock that runs must not be put out of sight.
        if (module == AgencyModule.Requests && !on
            && await acts.Db.Requests.Open().CountAsync(row => row.AgencyId == agency, cancellation) is var open and > 0)
            return new Refusal("module.open-requests", $"还有 {open} 件在办申请，期限照走，不能停用依申请公开。请办结后再停用。");
        acts.Db.Modules.Add(new ModuleSwitch { Id = Guid.CreateVersion7(), AgencyId = agency, Module = module, InUse = on, FromOn = from });
        Record(acts, agency, new ModuleSwitched(module, on), from, new PrivatePart(who));
        return true;
    }

    /// <summary>Settles where the agency publishes from a day.</summary>
    public static async Task<Outcome<bool>> PlaceAsync(ActSession acts, AgencyId agency, PublicationPlan plan, DateOnly from, string who, CancellationToken cancellation)
    {
        if (plan.Forbids() is { } refusal) return refusal;
        var last = await acts.Db.PublicationSites.Where(row => row.AgencyId == agency)
            .OrderByDescending(row => row.FromOn).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancellation);
        var stands = last is null ? PublicationPlan.OnlyHere : new PublicationPlan(last.Place, last.Site, last.Column, last.Keeper);
        if (stands == plan) return false;
        if (Earlier(from, last?.FromOn) is { } earlier) return earlier;
        acts.Db.PublicationSites.Add(new PublicationSite
        {
            Id = Guid.CreateVersion7(),
            AgencyId = agency,
            Place = plan.Place,
            Site = plan.Site,
            Column = plan.Column,
            Keeper = plan.Keeper,
            FromOn = from,
        });
        Record(acts, agency, new PublicationPlaced(plan.Place), from,
            new PrivatePart(who, "", References(("site", plan.Site), ("column", plan.Column), ("keeper", plan.Keeper))));
        return true;
    }

    /// <summary>Names the review organ or the court for decisions from a day on.</summary>
    public static async Task<Outcome<bool>> NameRemedyAsync(ActSession acts, AgencyId agency, Remedy remedy, DateOnly from, string who, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(remedy.Name)) return new Refusal("remedy.name", $"请填写{KindWords.Of(remedy.Body)}的名称。");
        var last = await acts.Db.Remedies.Where(row => row.AgencyId == agency && row.Body == remedy.Body)
            .OrderByDescending(row => row.FromOn).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancellation);
        if (last is not null && new Remedy(last.Body, last.Name, last.Address, last.Note) == remedy) return false;
        if (Earlier(from, last?.FromOn) is { } earlier) return earlier;
        acts.Db.Remedies.Add(new NamedRemedy
        {
            Id = Guid.CreateVersion7(),
            AgencyId = agency,
            Body = remedy.Body,
            Name = remedy.Name,
            Address = remedy.Address,
            Note = remedy.Note,
            FromOn = from,
        });
        Record(acts, agency, new RemedyNamed(remedy.Body), from, new PrivatePart(who, "", References(("name", remedy.Name), ("address", remedy.Address), ("note", remedy.Note ?? ""))));
        return true;
    }

    private static void Record<TFacts>(ActSession acts, AgencyId agency, TFacts facts, DateOnly on, PrivatePart privatePart) where TFacts : IActFacts<TFacts>
    {
        acts.Record(agency, facts, new SubjectId(agency.Value), on, privatePart);
        acts.ChangePublicPages();
    }

    // Days go forward: what held on a past day is what was told on it.
    private static Refusal? Earlier(DateOnly from, DateOnly? last) => from < last
        ? new Refusal("profile.earlier", $"已有从 {last:yyyy-MM-dd} 起的登记，新的不能从更早的日期起。请填 {last:yyyy-MM-dd} 或以后。")
        : null;

    private static Dictionary<string, string> References(params (string Name, string? Value)[] references) =>
        references.Where(reference => reference.Value is not null).ToDictionary(reference => reference.Name, reference => reference.Value!);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
