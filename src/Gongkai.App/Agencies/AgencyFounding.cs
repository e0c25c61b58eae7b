using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Ledger;

namespace Gongkai.App.Agencies;

/// <summary>Takes agencies and regions into the house (新设机关、区划): the work of its administrators.</summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
public sealed class AgencyFounding(House house, ActRecorder recorder)
{
    /// <summary>Why a public code cannot be given, or null.</summary>
    public static Refusal? Forbids(string code) =>
        code is { Length: >= 2 and <= 40 } && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? null
            : new Refusal("agency.code", "机关代码只能用字母、数字和连字符，2 至 40 个。它用在网址里，定了不改。");

    /// <summary>Registers an agency.</summary>
    public async Task<Outcome<Agency>> FoundAsync(Caller caller, string code, string name, AgencyKind kind, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.ManageHouse) is { } refusal) return refusal;
        if (Forbids(code) is { } wrong) return wrong;
        var agency = new Agency { Id = new AgencyId(Guid.CreateVersion7()), Code = code, Name = name.Trim(), Kind = kind };
        return await new AgencyRegister(house, recorder).RegisterAsync(agency, ChinaTime.DayOf(Instant.Now(house.Clock)), caller.Name, cancellation);
    }

    /// <summary>Adds an agency within an act under way.</summary>
    internal static Agency Add(ActSession acts, string code, string name, AgencyKind kind, DateOnly on, string who)
    {
        var agency = new Agency { Id = new AgencyId(Guid.CreateVersion7()), Code = code, Name = name, Kind = kind };
        acts.OpenChain(agency);
        Record(acts, agency, on, who);
        return agency;
    }

    /// <summary>Records the first act of an agency's chain.</summary>
    internal static void Record(ActSession acts, Agency agency, DateOnly on, string who)
    {
        Dictionary<string, string> references = new() { ["code"] = agency.Code, ["name"] = agency.Name };
        ProfileReferences.Found(references, agency);
        acts.Record(agency.Id, new AgencyRegistered(agency.Kind), new SubjectId(agency.Id.Value), on, new PrivatePart(who, "", references));
        acts.ChangePublicPages();
    }
}
