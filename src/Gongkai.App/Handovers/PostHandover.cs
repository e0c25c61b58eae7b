using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.App.People;
using Gongkai.Documents.Handovers;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Handovers;

/// <summary>A handover that was carried out.</summary>
/// <param name="Row">The handover.</param>
/// <param name="Account">The successor's new account with its one-time password, or null where there was one.</param>
public sealed record HandoverDone(Handover Row, NewAccount? Account);

/// <summary>Who takes over (接手人): by login name, and by name where the account is made for it.</summary>
/// <param name="Login">用户名.</param>
/// <param name="Name">姓名; null for somebody who has an account.</param>
/// <param name="FirstDay">First day in the post.</param>
public sealed record Successor(string Login, string? Name, DateOnly FirstDay);

/// <summary>
/// The handover of a post (岗位交接): one act with both persons and the day, in one transaction with the end of one post and the beginning of the other.
/// The one who leaves is signed out everywhere, what was delegated ends, and a new account begins with a one-time password.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
/// <param name="contents">What a post has in its hands.</param>
/// <param name="audit">Where it is written down.</param>
public sealed class PostHandover(House house, ActRecorder recorder, HandoverContents contents, AuditLog audit)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The sheet of a post as things stand today.</summary>
    /// <param name="db">The tables; their scope is the agency.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="post">The post.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The sheet, or null where there is no such post.</returns>
    public async Task<HandoverSheet?> PrintAsync(GongkaiDb db, Agency agency, Guid post, CancellationToken cancellation)
    {
        var row = await db.Posts.AsNoTracking().SingleOrDefaultAsync(one => one.AgencyId == agency.Id && one.Id == post, cancellation);
        if (row is null) return null;
        var holder = await db.People.AsNoTracking().SingleAsync(person => person.Id == row.PersonId, cancellation);
        var parts = await contents.ReadAsync(db, agency.Id, row.PersonId, row.Role, cancellation);
        return new HandoverSheet(
            agency.Name, PostWords.Of(row.Role) + (row.Substitute ? "（B 角）" : ""), holder.Name, "", null, ChinaTime.DayOf(Instant.Now(house.Clock)), parts, house.IsDemo);
    }

    /// <summary>The sheet of a handover as it was that day.</summary>
    /// <inheritdoc cref="PrintAsync"/>
    public async Task<HandoverSheet?> PrintDoneAsync(GongkaiDb db, Agency agency, Guid handover, CancellationToken cancellation)
    {
        var row = await db.Handovers.AsNoTracking().SingleOrDefaultAsync(one => one.AgencyId == agency.Id && one.Id == handover, cancellation);
        if (row is null) return null;
        var names = await db.People.AsNoTracking().Where(person => person.Id == row.FromPersonId || person.Id == row.ToPersonId)
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellation);
        return new HandoverSheet(
            agency.Name, PostWords.Of(row.Role), names[row.FromPersonId], names[row.ToPersonId], row.On, ChinaTime.DayOf(row.HandedOverAt),
            JsonSerializer.Deserialize<List<HandoverPart>>(row.Sheet)!, house.IsDemo);
    }

    /// <summary>Hands a post over.</summary>
    /// <param name="caller">Who carries it out: whoever manages people there.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="post">The post.</param>
    /// <param name="to">Who takes over, and when.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<HandoverDone>> HandOverAsync(Caller caller, AgencyId agency, Guid post, Successor to, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.ManagePeople, agency) is { } refusal) return refusal;
        var done = await recorder.RecordAsync<HandoverDone>(agency, (acts, cancellation) => DoAsync(acts, caller, agency, post, to, cancellation), cancellation);
        if (done.IsRefused) return done;
        if (done.Value.Account is { } made) await WriteAsync(AuditKind.AccountOpened, made.Person.Id, $"建立账号 {made.Person.UserName}");
        await WriteAsync(AuditKind.PostChanged, done.Value.Row.FromPersonId, $"岗位交接：{PostWords.Of(done.Value.Row.Role)}，移交，原登录已退出");
        await WriteAsync(AuditKind.PostChanged, done.Value.Row.ToPersonId, $"岗位交接：{PostWords.Of(done.Value.Row.Role)}，接手");
        return done;

        Task WriteAsync(AuditKind kind, Guid person, string message) => audit.WriteAsync(
            new AuditEvent(kind, caller.Id, agency, SecurityRecord.Of(person), caller.From, message), CancellationToken.None);
    }

    private async Task<Outcome<HandoverDone>> DoAsync(
        ActSession acts, Caller caller, AgencyId agency, Guid post, Successor to, CancellationToken cancellation)
    {
        if (await acts.Db.Posts.SingleOrDefaultAsync(row => row.Id == post, cancellation) is not { } held) return new Refusal("post.unknown", "没有这条任职。");
        if (held.EndsOn is { } ended) return new Refusal("post.ended", $"这条任职已到 {ended:yyyy-MM-dd} 为止，没有可以交接的。");
        if (to.FirstDay <= held.StartsOn) return new Refusal("handover.day", $"接手的第一天应在移交人任职第一天 {held.StartsOn:yyyy-MM-dd} 以后。");
        var found = await FindAsync(acts, to, cancellation);
        if (found.IsRefused) return found.Refusal;
        var (person, account) = found.Value;
        if (person.Id == held.PersonId) return new Refusal("handover.self", "接手人就是移交人，请填写另一人的用户名。");

        // What is handed over is what was there before anything of it moved.
        var sheet = JsonSerializer.Serialize(await contents.ReadAsync(acts.Db, agency, held.PersonId, held.Role, cancellation), Readable);
        var appointed = await PostRegister.AddAsync(acts, agency, person, held.Role, held.Substitute, to.FirstDay, caller.Name, cancellation);
        if (appointed.IsRefused) return appointed.Refusal;
        await PostRegister.EndAsync(acts, held, to.FirstDay.AddDays(-1), caller.Name, "岗位交接", cancellation);
        // Until the last day is over the post is held; after it nothing that was opened before stays open.
        if (to.FirstDay <= ChinaTime.DayOf(acts.Now)) await Sessions.EndAllAsync(acts.Db, held.PersonId, acts.Now, cancellation);
        var row = new Handover
        {
            Id = Guid.CreateVersion7(),
            AgencyId = agency,
            FromPersonId = held.PersonId,
            ToPersonId = person.Id,
            Role = held.Role,
            On = to.FirstDay,
            Sheet = sheet,
            HandedOverAt = acts.Now,
        };
        acts.Db.Handovers.Add(row);
        acts.Record(agency, new PostHandedOver(new PersonId(row.FromPersonId), new PersonId(row.ToPersonId), row.Role, OfficeClaims.HashOf(sheet)), new SubjectId(row.Id), row.On,
            new PrivatePart(caller.Name, "", new Dictionary<string, string> { ["name"] = person.Name }));
        return new HandoverDone(row, account);
    }

    private static async Task<Outcome<(Person Person, NewAccount? Account)>> FindAsync(ActSession acts, Successor to, CancellationToken cancellation)
    {
        var normalised = Logins.Normalise(to.Login);
        var name = to.Name?.Trim();
        if (await acts.Db.People.SingleOrDefaultAsync(row => row.NormalizedUserName == normalised, cancellation) is { } known)
        {
            return string.IsNullOrEmpty(name) || name == known.Name
                ? (known, null)
                : new Refusal("account.other", $"用户名“{to.Login}”已经有人使用，姓名和您填的不同。请换一个用户名。");
        }
        var made = await Accounts.AddAsync(acts, to.Login, name ?? "", null, cancellation);
        return made.IsRefused ? made.Refusal : (made.Value, Accounts.Activate(made.Value));
    }
}
