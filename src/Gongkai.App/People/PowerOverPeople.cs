using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.People;

/// <summary>Whose accounts somebody may change (管理人员的范围).</summary>
internal static class PowerOverPeople
{
    /// <summary>
    /// Why somebody may not change a person's account, or null. An agency's administrator has power over those whose every post is there,
    /// and never over an administrator of the house.
    /// </summary>
    public static async Task<Refusal?> LacksAsync(House house, Caller caller, Person person, CancellationToken cancellation)
    {
        if (caller.May(DeskRight.ManageSecurity)) return null;
        if (person.HouseRole is not null) return caller.Lacks(DeskRight.ManageSecurity);
        // Posts of every agency count here, whatever the transaction may see.
        await using var db = house.Open(AgencyScope.All);
        var agencies = await db.Posts.Where(post => post.PersonId == person.Id).Select(post => post.AgencyId).Distinct().ToListAsync(cancellation);
        return agencies.Select(agency => caller.Lacks(DeskRight.ManagePeople, agency)).FirstOrDefault(refusal => refusal is not null);
    }
}
