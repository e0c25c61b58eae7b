using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Approvals;

/// <summary>What a link opens.</summary>
/// <param name="Key">The draft.</param>
/// <param name="Person">The one person who may use it.</param>
/// <param name="Seen">The step it decides and the content it was made for.</param>
/// <param name="ExpiresAt">Until when, UTC, exclusive.</param>
public sealed record OpenedLink(DraftKey Key, PersonId Person, SeenStep Seen, DateTime ExpiresAt);

/// <summary>
/// One-time approval links (一次性审批链接): thirty minutes, one act, one named person, no account needed on the phone. Only a hash of the token
/// is kept. The token goes to that person's recorded address and is never shown to whoever had it sent.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
/// <param name="approvals">The engine.</param>
public sealed class ApprovalLinks(House house, ActRecorder recorder, ApprovalDesk approvals)
{
    /// <summary>How long a link can be used.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(30);

    /// <summary>Makes a link for the step that waits.</summary>
    /// <param name="key">The draft.</param>
    /// <param name="recipient">Who is to decide, with the posts held today.</param>
    /// <param name="issuer">Who has it sent: an officer, or the recipient.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The token, for the message to the recipient alone.</returns>
    public Task<Outcome<string>> IssueAsync(DraftKey key, Approver recipient, Approver issuer, CancellationToken cancellation) =>
        recorder.RecordAsync<string>(key.Agency, async (acts, cancellation) =>
        {
            var token = NewToken();
            var made = await AddAsync(acts, key, recipient, issuer, token, cancellation);
            return made.IsRefused ? made.Refusal : token;
        }, cancellation);

    /// <summary>Makes a link within an act under way; whoever asked never learns its token.</summary>
    internal Task<Outcome<ApprovalLink>> AddAsync(ActSession acts, DraftKey key, Approver recipient, Approver issuer, CancellationToken cancellation) =>
        AddAsync(acts, key, recipient, issuer, NewToken(), cancellation);

    /// <summary>A token that nobody has yet.</summary>
    internal static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>What is kept of a token.</summary>
    internal static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private async Task<Outcome<ApprovalLink>> AddAsync(
        ActSession acts, DraftKey key, Approver recipient, Approver issuer, string token, CancellationToken cancellation)
    {
        var loaded = await ApprovalCase.LoadAsync(acts.Db, house, key, cancellation);
        if (loaded.IsRefused) return loaded.Refusal;
        var file = loaded.Value;
        if (issuer.Person != recipient.Person && !issuer.Roles.Contains(PostRole.Officer))
            return new Refusal("link.no-post", "发送审批链接由承办人办理，您没有这个岗位。");
        var seen = new SeenStep(file.Standing.Waiting?.Step.Code ?? "", file.Manifest.Hash);
        var right = ApprovalRights.Decide(
            file.Standing, recipient, await Delegations.ReadAsync(acts.Db, key.Agency, recipient.Person, cancellation), ApprovalDesk.Today(acts),
            seen.Step, seen.Manifest);
        if (right.IsRefused) return right.Refusal;
        var link = new ApprovalLink
        {
            Id = Guid.CreateVersion7(),
            AgencyId = key.Agency,
            DraftId = key.Id,
            PersonId = recipient.Person.Value,
            Step = seen.Step,
            Manifest = seen.Manifest,
            IssuedById = issuer.Person.Value,
            TokenHash = Hash(token),
            ExpiresAt = acts.Now + Lifetime,
        };
        acts.Db.ApprovalLinks.Add(link);
        return link;
    }

    /// <summary>Opens a link without using it up.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<OpenedLink>> OpenAsync(string token, CancellationToken cancellation)
    {
        // Nobody is signed in: the token alone says which agency it is about.
        await using var db = house.Open(AgencyScope.All);
        var link = await db.ApprovalLinks.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == Hash(token), cancellation);
        return Usable(link, Instant.Now(house.Clock)) is { } refusal ? refusal : Of(link!);
    }

    /// <summary>Uses a link: decides its step, once.</summary>
    /// <param name="token">The token.</param>
    /// <param name="who">The person it was made for, with the posts held today.</param>
    /// <param name="approves">False to send the draft back.</param>
    /// <param name="opinion">Opinion or reason.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<ApprovalStanding>> DecideAsync(string token, Approver who, bool approves, string opinion, CancellationToken cancellation)
    {
        var opened = await OpenAsync(token, cancellation);
        if (opened.IsRefused) return opened.Refusal;
        if (opened.Value.Person != who.Person) return new Refusal("link.not-yours", "这条链接是发给别人的，您不能用它审批。");
        return await approvals.ActAsync(opened.Value.Key, async (acts, file, cancellation) =>
        {
            var link = await acts.Db.ApprovalLinks.SingleOrDefaultAsync(row => row.TokenHash == Hash(token), cancellation);
            if (Usable(link, acts.Now) is { } refusal) return refusal;
            link!.UsedAt = acts.Now;
            return await new StepDecision(opened.Value.Seen, who, approves, opinion, ApprovalDesk.Today(acts), ApprovalMeans.Link).RecordAsync(acts, file, cancellation);
        }, cancellation);
    }

    private static Refusal? Usable(ApprovalLink? link, DateTime now) => link switch
    {
        null => new Refusal("link.unknown", "没有这条审批链接。请核对是否复制完整，或请承办人重新发送。"),
        { UsedAt: not null } => new Refusal("link.used", "这条审批链接已经用过，一条链接只办一次。"),
        _ when link.ExpiresAt <= now => new Refusal("link.expired", $"这条审批链接已过 {(int)Lifetime.TotalMinutes} 分钟，不能再用。请承办人重新发送。"),
        _ => null,
    };

    private static OpenedLink Of(ApprovalLink link) => new(
        new DraftKey(link.AgencyId, link.DraftId), new PersonId(link.PersonId), new SeenStep(link.Step, link.Manifest), link.ExpiresAt);
}
