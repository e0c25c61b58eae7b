using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Machines;

/// <summary>A new token: the secret is shown once and kept nowhere.</summary>
/// <param name="Secret">What the machine sends.</param>
/// <param name="Token">Its row.</param>
public sealed record NewToken(string Secret, MachineToken Token);

/// <summary>A machine that has shown a good token (持令牌的系统).</summary>
/// <param name="Token">The token.</param>
/// <param name="Agency">The agency it works for, and no other.</param>
public sealed record Machine(MachineToken Token, Agency Agency)
{
    /// <summary>Name for the ledger.</summary>
    public string Who => $"{Token.Name}（接口令牌）";
}

/// <summary>Tokens of machines (接口令牌): one agency, one use, a last day; made and revoked on the desk, each time written down.</summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
/// <param name="audit">Where it is written down.</param>
public sealed class MachineTokens(House house, ActRecorder recorder, AuditLog audit)
{
    /// <summary>What every token begins with, so that one in a log or a repository is known for what it is.</summary>
    public const string Prefix = "gongkai_";

    private const int LongestYears = 1;

    private static readonly TimeSpan SeenToTheMinute = TimeSpan.FromMinutes(1);

    /// <summary>Makes a token. Only the agency's own administrator may: what a machine writes stands in the agency's ledger.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="agency">Whose it is.</param>
    /// <param name="name">The system that is to use it.</param>
    /// <param name="scope">What for.</param>
    /// <param name="lastDay">Last day, inclusive; at most a year ahead.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<NewToken>> MakeAsync(Caller caller, AgencyId agency, string name, TokenScope scope, DateOnly lastDay, CancellationToken cancellation)
    {
        if (!caller.RolesIn(agency).Contains(PostRole.AgencyAdministrator)) return Refused(new("token.not-yours", "接口令牌由本机关的管理员建立，您不是。"));
        if (name.Trim() is not { Length: > 0 and <= 60 }) return Refused(new("token.name", "请填写使用令牌的系统名称，至多 60 个字。"));
        return recorder.RecordAsync<NewToken>(agency, (acts, _) =>
        {
            var today = ChinaTime.DayOf(acts.Now);
            if (lastDay < today || lastDay > today.AddYears(LongestYears))
                return Refused(new("token.days", $"最后一天须在 {today:yyyy-MM-dd} 至 {today.AddYears(LongestYears):yyyy-MM-dd} 之间；到期前再建一个新的。"));
            var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
            var token = new MachineToken
            {
                Id = Guid.CreateVersion7(),
                AgencyId = agency,
                Name = name.Trim(),
                Scope = scope,
                Hash = HashOf(secret),
                MadeById = caller.Id!.Value.Value,
                MadeAt = acts.Now,
                ExpiresAt = ChinaTime.StartOf(lastDay.AddDays(1)),
            };
            acts.Db.MachineTokens.Add(token);
            return Task.FromResult<Outcome<NewToken>>(new NewToken(secret, token));
        }, cancellation).AsAsync(audit, AuditKind.TokenChanged, caller, made => made.Token.Id, $"建立接口令牌“{name.Trim()}”：{EnumCode<TokenScope>.Of(scope)}", agency, "MachineToken");

        static Task<Outcome<NewToken>> Refused(Refusal refusal) => Task.FromResult<Outcome<NewToken>>(refusal);
    }

    /// <summary>Revokes a token; the next request with it is refused.</summary>
    public Task<Outcome<MachineToken>> RevokeAsync(Caller caller, AgencyId agency, Guid token, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.ManageTokens, agency) is { } refusal) return Task.FromResult<Outcome<MachineToken>>(refusal);
        return recorder.RecordAsync<MachineToken>(agency, async (acts, cancellation) =>
        {
            if (await acts.Db.MachineTokens.SingleOrDefaultAsync(row => row.Id == token && row.AgencyId == agency, cancellation) is not { } row)
                return new Refusal("token.unknown", "没有这个接口令牌。");
            if (row.RevokedAt is not null) return new Refusal("token.revoked", "这个接口令牌已经吊销。");
            row.RevokedAt = acts.Now;
            return row;
        }, cancellation).AsAsync(audit, AuditKind.TokenChanged, caller, row => row.Id, "吊销接口令牌", agency, "MachineToken");
    }

    /// <summary>The tokens of an agency, the latest first.</summary>
    public async Task<IReadOnlyList<MachineToken>> ListAsync(AgencyId agency, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.Of(agency));
        return await db.MachineTokens.AsNoTracking().OrderByDescending(token => token.MadeAt).ToListAsync(cancellation);
    }

    /// <summary>Finds whose a token is. A token that is known and no longer good is written down: somebody still uses it, or found it.</summary>
    /// <param name="secret">What the machine sent.</param>
    /// <param name="from">Network address.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<Machine>> FindAsync(string secret, string from, CancellationToken cancellation)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal)) return Unknown;
        var hash = HashOf(secret);
        var now = Instant.Now(house.Clock);
        await using var db = house.Open(AgencyScope.All);
        if (await db.MachineTokens.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellation) is not { } token) return Unknown;
        var agency = await db.Agencies.AsNoTracking().SingleAsync(row => row.Id == token.AgencyId, cancellation);
        Refusal? refusal = token switch
        {
            { RevokedAt: not null } => new("token.revoked", "接口令牌已被吊销。请向本机关的管理员要新的。"),
            _ when token.ExpiresAt <= now => new("token.expired", $"接口令牌已于 {ChinaTime.DayOf(token.ExpiresAt).AddDays(-1):yyyy-MM-dd} 到期。请向本机关的管理员要新的。"),
            _ when agency.ClosedOn < ChinaTime.DayOf(now) => new("token.agency-closed", "这个机关已经撤并，它的接口令牌不能再用。"),
            _ => null,
        };
        if (refusal is not null)
        {
            await WriteRefusalAsync(new Machine(token, agency), from, refusal.Code);
            return refusal;
        }
        if (token.LastUsedAt is null || now - token.LastUsedAt >= SeenToTheMinute) await SeeAsync(token, cancellation);
        return new Machine(token, agency);
    }

    /// <summary>Writes down that a machine asked for what its token is not for.</summary>
    public Task WriteRefusalAsync(Machine machine, string from, string reason) => audit.WriteAsync(
        new AuditEvent(AuditKind.AccessRefused, null, machine.Agency.Id, SubjectOf(machine.Token), from, $"接口令牌“{machine.Token.Name}”：{reason}"), CancellationToken.None);

    /// <summary>Writes down what a machine took.</summary>
    public Task WriteExportAsync(Machine machine, string from, string what) => audit.WriteAsync(
        new AuditEvent(AuditKind.Exported, null, machine.Agency.Id, SubjectOf(machine.Token), from, $"接口令牌“{machine.Token.Name}”：{what}"), CancellationToken.None);

    // Two requests at the same time: whichever comes second has nothing left to say.
    private Task<Outcome<bool>> SeeAsync(MachineToken token, CancellationToken cancellation) => recorder.RecordAsync<bool>(token.AgencyId, async (acts, cancellation) =>
    {
        var row = await acts.Db.MachineTokens.SingleAsync(row => row.Id == token.Id, cancellation);
        if (row.LastUsedAt is null || row.LastUsedAt < acts.Now) row.LastUsedAt = acts.Now;
        return true;
    }, cancellation);

    private static string SubjectOf(MachineToken token) => $"MachineToken/{token.Id:D}";

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static Refusal Unknown => new("token.unknown", "接口令牌不对。请在请求头写 Authorization: Bearer 和本机关管理员给的令牌。");
}
