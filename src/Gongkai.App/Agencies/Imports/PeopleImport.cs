using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Agencies.Imports;

/// <summary>
/// Takes the lines of people: an account where there is none, a post where it is not held, nothing where it is. Who does not manage people
/// takes on new people only, and their accounts wait to be activated by who does.
/// </summary>
internal sealed class PeopleImport(ActSession acts, IReadOnlyDictionary<string, Agency> agencies, DateOnly today, string who, bool activates)
{
    private readonly List<NewAccount> _accounts = [];
    private readonly List<Person> _waiting = [];
    private readonly HashSet<(Guid, AgencyId, PostRole)> _taken = [];

    /// <summary>New accounts with their passwords.</summary>
    public IReadOnlyList<NewAccount> Accounts => _accounts;

    /// <summary>New accounts that wait to be activated.</summary>
    public IReadOnlyList<Person> Waiting => _waiting;

    /// <summary>Takes a line.</summary>
    /// <returns>True when it changed something.</returns>
    public async Task<bool> TakeAsync(AgencyLine line, CancellationToken cancellation)
    {
        if (line.Need(AgencyColumn.PersonName) is not { } name || line.Need(AgencyColumn.Login) is not { } login
            || line.Need(AgencyColumn.Code) is not { } code || line.Need(AgencyColumn.Role) is not { } word) return false;
        if (!RoleWords.TryParse(word, out var role)) line.Refuse($"没有“{word}”这种岗位。可以填：{string.Join("、", RoleWords.All)}。三员不在表里设。");
        else if (!agencies.TryGetValue(code, out var agency)) line.Refuse($"没有代码为“{code}”的机关，表里也没有。");
        else if (await FindOrAddAsync(line, login, name, cancellation) is { } person)
        {
            var reached = Reach(line, person);
            return await AppointAsync(line, agency, person, role, line.Either(AgencyColumn.Substitute, "是", "否") ?? false, line.Day(AgencyColumn.From), cancellation) || reached;
        }
        return false;
    }

    private bool Reach(AgencyLine line, Person person)
    {
        var changed = ContactEntry.Write(person, acts.Values, line.Text(AgencyColumn.PersonPhone), line.Text(AgencyColumn.PersonEmail));
        if (changed.IsRefused) line.Refuse(changed.Refusal.Message);
        else if (changed.Value.Count > 0 && !MayChange(person)) line.Refuse(NotYours(person));
        return !changed.IsRefused && changed.Value.Count > 0;
    }

    // An account that lets nobody in gives nobody a right: whoever activates it sees its posts first.
    private bool MayChange(Person person) => activates || person.PasswordHash is null;

    private static string NotYours(Person person) => $"{person.Name} 的账号已经启用，任职和联系方式由安全管理员在“人员”里办理。请删去这一行。";

    private async Task<Person?> FindOrAddAsync(AgencyLine line, string login, string name, CancellationToken cancellation)
    {
        var normalised = Logins.Normalise(login);
        var known = acts.Db.People.Local.FirstOrDefault(person => person.NormalizedUserName == normalised)
            ?? await acts.Db.People.SingleOrDefaultAsync(person => person.NormalizedUserName == normalised, cancellation);
        if (known is not null)
        {
            if (known.Name == name) return known;
            line.Refuse($"用户名“{login}”是 {known.Name} 的，不是 {name} 的。请核对，或另取用户名。");
            return null;
        }
        var made = await People.Accounts.AddAsync(acts, login, name, null, cancellation);
        if (made.IsRefused)
        {
            line.Refuse(made.Refusal.Message);
            return null;
        }
        if (activates) _accounts.Add(People.Accounts.Activate(made.Value));
        else _waiting.Add(made.Value);
        return made.Value;
    }

    private async Task<bool> AppointAsync(
        AgencyLine line, Agency agency, Person person, PostRole role, bool substitute, DateOnly? from, CancellationToken cancellation)
    {
        if (!_taken.Add((person.Id, agency.Id, role)))
        {
            line.Refuse($"{person.Name} 的这一岗位在表里出现两次。");
            return false;
        }
        if (PostRegister.Unfit(person) is { } unfit)
        {
            line.Refuse(unfit.Message);
            return false;
        }
        var held = await acts.Db.Posts
            .Where(post => post.AgencyId == agency.Id && post.PersonId == person.Id && post.Role == role && (post.EndsOn == null || post.EndsOn >= today))
            .OrderByDescending(post => post.StartsOn).FirstOrDefaultAsync(cancellation);
        if (held is not null && held.Substitute == substitute && (from is null || from == held.StartsOn)) return false;
        if (!MayChange(person))
        {
            line.Refuse(NotYours(person));
            return false;
        }
        var first = from ?? today;
        if (held is not null)
        {
            if (first <= held.StartsOn)
            {
                line.Refuse($"{person.Name} 已从 {held.StartsOn:yyyy-MM-dd} 起担任这一岗位；要改，起始日应晚于这一天。");
                return false;
            }
            held.EndsOn = first.AddDays(-1);
            acts.Record(agency.Id, new PostEnded(), new SubjectId(held.Id), held.EndsOn.Value, new PrivatePart(who, "导入表改了起始日或 B 角"));
        }
        PostRegister.Append(acts, agency.Id, person, role, substitute, first, who);
        return true;
    }
}
