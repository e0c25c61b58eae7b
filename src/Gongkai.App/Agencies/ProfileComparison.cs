using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Agencies;

/// <summary>
/// Compares an agency's profile with its acts (机关资料与台账核对): each answer, channel, module, place, remedy and post is what was recorded
/// last, and nothing else is there. Of what stands in a private part that cannot be read only the facts are compared.
/// </summary>
internal static class ProfileComparison
{
    /// <summary>Differences, in no particular order.</summary>
    public static async Task<IReadOnlyList<LedgerDiscrepancy>> CompareAsync(
        GongkaiDb db, PrivatePartSeal seal, AgencyId agency, CancellationToken cancellation)
    {
        if (await db.Agencies.AsNoTracking().SingleOrDefaultAsync(row => row.Id == agency, cancellation) is not { } row) return [];
        string[] kinds = [.. RecordedProfile.KindNames];
        var recorded = new RecordedProfile();
        var entries = db.Ledger.AsNoTracking().Where(entry => entry.AgencyId == agency && kinds.Contains(entry.Kind)).OrderBy(entry => entry.Sequence);
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancellation)) recorded.Take(entry, seal.Read(entry).Part);
        return
        [
            .. Answers(row, recorded).Select(name => Differs(agency.Value, $"机关资料的“{name}”")),
            .. await ChannelsAsync(db, agency, recorded, cancellation),
            .. Match(agency.Value, await RowsAsync(db, agency, cancellation), recorded.Rows),
            .. await PostsAsync(db, agency, recorded, cancellation),
        ];
    }

    private static IEnumerable<string> Answers(Agency row, RecordedProfile recorded)
    {
        if (recorded.Name is { } name && name != row.Name) yield return "机关名称";
        if (recorded.Code is { } code && code != row.Code) yield return "机关代码";
        if (row.ParentId != recorded.Supervised?.Parent) yield return "上级机关";
        if (row.AuthorityId != recorded.Supervised?.Authority) yield return "主管部门";
        foreach (var item in ProfileFields.All)
            if (recorded.Answers.TryGetValue(item.Field, out var answer) && answer != item.Get(row)) yield return item.Name;
    }

    private static async Task<List<LedgerDiscrepancy>> ChannelsAsync(
        GongkaiDb db, AgencyId agency, RecordedProfile recorded, CancellationToken cancellation)
    {
        var rows = await db.Channels.AsNoTracking().Where(row => row.AgencyId == agency).ToDictionaryAsync(
            row => row.Channel, row => RecordedProfile.Of(row.Open, row.SinceOn, row.Reach, row.SignIn, true), cancellation);
        return
        [
            .. Enum.GetValues<ApplicationChannel>()
                .Where(channel => !Same(rows.GetValueOrDefault(channel), recorded.Channels.GetValueOrDefault(channel)))
                .Select(channel => Differs(agency.Value, $"申请渠道“{KindWords.Of(channel)}”")),
        ];
    }

    private static async Task<List<RecordedRow>> RowsAsync(GongkaiDb db, AgencyId agency, CancellationToken cancellation)
    {
        var modules = await db.Modules.AsNoTracking().Where(row => row.AgencyId == agency).ToListAsync(cancellation);
        var places = await db.PublicationSites.AsNoTracking().Where(row => row.AgencyId == agency).ToListAsync(cancellation);
        var remedies = await db.Remedies.AsNoTracking().Where(row => row.AgencyId == agency).ToListAsync(cancellation);
        var names = await db.FormerNames.AsNoTracking().Where(row => row.AgencyId == agency).ToListAsync(cancellation);
        return
        [
            .. modules.Select(row => RecordedProfile.Of(new ModuleSwitched(row.Module, row.InUse), row.FromOn)),
            .. places.Select(row => RecordedProfile.Of(row.Place, row.FromOn, row.Site, row.Column, row.Keeper, true)),
            .. remedies.Select(row => RecordedProfile.Of(row.Body, row.FromOn, row.Name, row.Address, row.Note ?? "", true)),
            .. names.Select(row => RecordedProfile.OfFormerName(row.UntilOn, row.Name)),
        ];
    }

    private static IEnumerable<LedgerDiscrepancy> Match(Guid subject, List<RecordedRow> rows, IEnumerable<RecordedRow> recorded)
    {
        foreach (var told in recorded)
        {
            // One that fits in its words is taken before one that fits because words cannot be read.
            var at = rows.FindIndex(row => row == told);
            if (at < 0) at = rows.FindIndex(row => row.Name == told.Name && told.Fits(row));
            if (at >= 0) rows.RemoveAt(at);
            else yield return new LedgerDiscrepancy(subject, null, $"台账里登记的一条{told.Name}在表里没有：被删除，或者内容被改动。");
        }
        foreach (var row in rows) yield return new LedgerDiscrepancy(subject, null, $"表里的一条{row.Name}在台账里没有：是另外写进去的，或者内容被改动。");
    }

    private static async Task<List<LedgerDiscrepancy>> PostsAsync(
        GongkaiDb db, AgencyId agency, RecordedProfile recorded, CancellationToken cancellation)
    {
        var rows = await db.Posts.AsNoTracking().Where(row => row.AgencyId == agency).ToDictionaryAsync(row => row.Id, row => RecordedProfile.Of(
            new PostAppointed(new PersonId(row.PersonId), row.Role, row.Substitute), row.StartsOn, row.EndsOn), cancellation);
        return
        [
            .. rows.Keys.Union(recorded.Posts.Keys)
                .Where(post => !Same(rows.GetValueOrDefault(post), recorded.Posts.GetValueOrDefault(post)))
                .Select(post => Differs(post, "一条任职")),
        ];
    }

    private static bool Same(RecordedRow? row, RecordedRow? told) => row is null ? told is null : told is not null && told.Fits(row);

    private static LedgerDiscrepancy Differs(Guid subject, string what) => new(subject, null, $"{what}与台账不一致：没有经过登记，或者被改动、删除。");
}
