using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Agencies;

/// <summary>The register of agencies and their units (机关、科室登记).</summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
public sealed class AgencyRegister(House house, ActRecorder recorder)
{
    /// <summary>Registers an agency; its chain begins with this act.</summary>
    /// <param name="agency">The agency, not yet saved.</param>
    /// <param name="on">The day of registration.</param>
    /// <param name="who">Who registers it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<Agency>> RegisterAsync(Agency agency, DateOnly on, string who, CancellationToken cancellation)
    {
        if (Missing(agency.Code, "代码") is { } noCode) return Task.FromResult<Outcome<Agency>>(noCode);
        if (Missing(agency.Name, "名称") is { } noName) return Task.FromResult<Outcome<Agency>>(noName);
        return recorder.RecordAsync<Agency>([], (acts, _) =>
        {
            acts.OpenChain(agency);
            AgencyFounding.Record(acts, agency, on, who);
            return Task.FromResult<Outcome<Agency>>(agency);
        }, cancellation);
    }

    /// <summary>Registers a unit of an agency.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="name">Name of the unit, unique within the agency.</param>
    /// <param name="on">The day of registration.</param>
    /// <param name="who">Who registers it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<AgencyUnit>> RegisterUnitAsync(AgencyId agency, string name, DateOnly on, string who, CancellationToken cancellation)
    {
        if (Missing(name, "科室名称") is { } noName) return Task.FromResult<Outcome<AgencyUnit>>(noName);
        return recorder.RecordAsync<AgencyUnit>(agency, (acts, _) =>
            Task.FromResult<Outcome<AgencyUnit>>(AddUnit(acts, agency, name, on, who)), cancellation);
    }

    /// <summary>Adds a unit within an act that is under way, e.g. an import that meets a new one.</summary>
    /// <inheritdoc cref="RegisterUnitAsync"/>
    public static AgencyUnit AddUnit(ActSession acts, AgencyId agency, string name, DateOnly on, string who)
    {
        var unit = new AgencyUnit { Id = new UnitId(Guid.CreateVersion7()), AgencyId = agency, Name = name };
        acts.Db.Units.Add(unit);
        acts.Record(agency, new UnitRegistered(), new SubjectId(unit.Id.Value), on,
            new PrivatePart(who, "", new Dictionary<string, string> { ["name"] = name }));
        return unit;
    }

    /// <summary>Finds an agency by its code.</summary>
    /// <param name="code">Its code, exactly.</param>
    /// <param name="scope">What the asker may see.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<Agency>> FindAsync(string code, AgencyScope scope, CancellationToken cancellation)
    {
        await using var db = house.Open(scope);
        return await db.Agencies.AsNoTracking().SingleOrDefaultAsync(agency => agency.Code == code, cancellation) is { } agency
            ? agency
            : new Refusal("agency.unknown", $"没有代码为“{code}”的机关。请检查代码，或先登记这个机关。");
    }

    private static Refusal? Missing(string text, string what) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("agency.incomplete", $"没有填写{what}。请填写后再登记。") : null;
}
