using System.Text.Json;
using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Documents.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Demo;

/// <summary>The people of the demonstration house (演示人员), from <c>data/demo/people.json</c>: somebody for every role.</summary>
public static class DemoPeople
{
    private static readonly Caller Founder = Caller.MachineOwner("演示数据");

    /// <summary>Makes their accounts and appoints them.</summary>
    internal static async Task<Refusal?> FillAsync(House house, IReadOnlyDictionary<string, AgencyId> agencies, DateOnly on, CancellationToken cancellation)
    {
        using var people = JsonDocument.Parse(BuiltInData.Open("demo/people.json"));
        var recorder = new ActRecorder(house);
        await using var audit = new AuditLog(house);
        var (accounts, posts) = (new Accounts(house, recorder, audit, AccountRules.BuiltIn), new PostRegister(recorder, audit));
        foreach (var entry in people.RootElement.EnumerateArray())
        {
            var role = Text(entry, "houseRole") is { } code ? EnumCode<HouseRole>.Parse(code) : (HouseRole?)null;
            var made = await accounts.CreateAsync(Founder, Text(entry, "login")!, Text(entry, "name")!, role, cancellation);
            if (made.IsRefused) return made.Refusal;
            if (!entry.TryGetProperty("posts", out var list)) continue;
            foreach (var post in list.EnumerateArray())
            {
                var appointed = await posts.AppointAsync(
                    Founder, agencies[Text(post, "agency")!], new PersonId(made.Value.Person.Id), EnumCode<PostRole>.Parse(Text(post, "role")!),
                    post.TryGetProperty("substitute", out var substitute) && substitute.GetBoolean(), on, cancellation);
                if (appointed.IsRefused) return appointed.Refusal;
            }
        }
        return null;
    }

    /// <summary>
    /// Gives everybody who has not chosen a password yet a new one-time password: those that were printed at the last start are forgotten
    /// by now, and nothing in this house is worth guarding.
    /// </summary>
    public static async Task<IReadOnlyList<NewAccount>> RenewPasswordsAsync(House house, CancellationToken cancellation)
    {
        List<string> logins;
        await using (var db = house.Open(AgencyScope.None))
            logins = await db.People.Where(person => person.PasswordChangedAt == null && person.DisabledAt == null).OrderBy(person => person.Id)
                .Select(person => person.UserName!).ToListAsync(cancellation);
        await using var audit = new AuditLog(house);
        var accounts = new Accounts(house, new ActRecorder(house), audit, AccountRules.BuiltIn);
        List<NewAccount> renewed = [];
        foreach (var login in logins)
            renewed.Add((await accounts.ResetAsync(Founder, login, cancellation)).Value);
        return renewed;
    }

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.GetString() : null;
}
