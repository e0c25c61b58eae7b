using System.Globalization;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Documents.Sheets;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Agencies.Imports;

/// <summary>Writes a house's regions, agencies and people as the table they could be imported from (导出机关). It reads only.</summary>
/// <param name="house">The house.</param>
public sealed class AgencyExport(House house)
{
    /// <summary>The table as CSV.</summary>
    public async Task<byte[]> CsvAsync(CancellationToken cancellation) => SheetWriter.Csv(AgencyColumn.All, await RowsAsync(cancellation));

    /// <summary>The table as a workbook.</summary>
    public async Task<byte[]> WorkbookAsync(CancellationToken cancellation) => SheetWriter.Workbook("机关", AgencyColumn.All, await RowsAsync(cancellation));

    private async Task<IReadOnlyList<IReadOnlyList<string>>> RowsAsync(CancellationToken cancellation)
    {
        var today = ChinaTime.DayOf(Instant.Now(house.Clock));
        await using var db = house.Open(AgencyScope.All);
        var agencies = await db.Agencies.AsNoTracking().OrderBy(agency => agency.Code).ToListAsync(cancellation);
        var codes = agencies.ToDictionary(agency => agency.Id, agency => agency.Code);
        List<Dictionary<string, string?>> rows = [];
        foreach (var region in await db.Regions.AsNoTracking().OrderBy(region => region.Code).ToListAsync(cancellation))
            rows.Add(new() { [AgencyColumn.Line] = AgencyLine.Region, ["行政区划代码"] = region.Code, [AgencyColumn.RegionName] = region.Name });
        foreach (var agency in agencies) rows.Add(await RowAsync(db, agency, codes, today, cancellation));
        rows.AddRange(await PeopleAsync(db, codes, today, cancellation));
        return [.. rows.Select(row => (IReadOnlyList<string>)[.. AgencyColumn.All.Select(column => row.GetValueOrDefault(column) ?? "")])];
    }

    private static async Task<Dictionary<string, string?>> RowAsync(
        GongkaiDb db, Agency agency, Dictionary<AgencyId, string> codes, DateOnly today, CancellationToken cancellation)
    {
        Dictionary<string, string?> row = new()
        {
            [AgencyColumn.Line] = AgencyLine.Agency,
            [AgencyColumn.Code] = agency.Code,
            [AgencyColumn.Name] = agency.Name,
            [AgencyColumn.Parent] = agency.ParentId is { } parent ? codes[parent] : null,
            [AgencyColumn.Authority] = agency.AuthorityId is { } authority ? codes[authority] : null,
        };
        foreach (var item in ProfileFields.All) row[item.Name] = item.Get(agency);
        foreach (var channel in await db.Channels.AsNoTracking().Where(channel => channel.AgencyId == agency.Id).ToListAsync(cancellation))
        {
            row[AgencyColumn.Open(channel.Channel)] = channel.Open ? "开通" : "关闭";
            (row[AgencyColumn.Reach(channel.Channel)], row[AgencyColumn.SignIn(channel.Channel)]) = (channel.Reach, channel.SignIn);
        }
        var place = await AgencyState.PlaceAsync(db, agency.Id, today, cancellation);
        if (place != PublicationPlan.OnlyHere)
            (row[AgencyColumn.Place], row[AgencyColumn.Site], row[AgencyColumn.Column], row[AgencyColumn.Keeper]) = (KindWords.Of(place.Place), place.Site, place.Column, place.Keeper);
        foreach (var off in Enum.GetValues<AgencyModule>().Except(await AgencyState.ModulesAsync(db, agency.Id, today, cancellation))) row[AgencyColumn.Module(off)] = "停用";
        foreach (var body in Enum.GetValues<RemedyBody>())
        {
            if (await AgencyState.RemedyAsync(db, agency.Id, body, today, cancellation) is not { } remedy) continue;
            (row[AgencyColumn.RemedyName(body)], row[AgencyColumn.RemedyAddress(body)], row[AgencyColumn.RemedyNote(body)]) = (remedy.Name, remedy.Address, remedy.Note);
        }
        return row;
    }

    private static async Task<IEnumerable<Dictionary<string, string?>>> PeopleAsync(
        GongkaiDb db, Dictionary<AgencyId, string> codes, DateOnly today, CancellationToken cancellation)
    {
        var posts = await (
            from post in db.Posts
            join person in db.People on post.PersonId equals person.Id
            where post.EndsOn == null || post.EndsOn >= today
            orderby person.UserName, post.StartsOn
            select new { post.AgencyId, post.Role, post.Substitute, post.StartsOn, person.Name, person.UserName }).ToListAsync(cancellation);
        return posts.Select(post => new Dictionary<string, string?>
        {
            [AgencyColumn.Line] = AgencyLine.Person,
            [AgencyColumn.Code] = codes[post.AgencyId],
            [AgencyColumn.PersonName] = post.Name,
            [AgencyColumn.Login] = post.UserName,
            [AgencyColumn.Role] = RoleWords.Of(post.Role),
            [AgencyColumn.Substitute] = post.Substitute ? "是" : "否",
            [AgencyColumn.From] = post.StartsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
    }
}
