using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Handover;

/// <summary>交接：the posts with their A and B, each with its sheet, and the handovers there were.</summary>
public sealed class IndexModel(GongkaiDb db, House house) : DeskPage
{
    /// <summary>A post as the list shows it.</summary>
    /// <param name="Id">The post.</param>
    /// <param name="Name">Who holds it.</param>
    /// <param name="Role">What it is.</param>
    /// <param name="Substitute">True for the stand-in.</param>
    /// <param name="StartsOn">First day.</param>
    /// <param name="EndsOn">Last day, or null.</param>
    public sealed record Line(Guid Id, string Name, PostRole Role, bool Substitute, DateOnly StartsOn, DateOnly? EndsOn);

    /// <summary>The posts that are held.</summary>
    public IReadOnlyList<Line> Posts { get; private set; } = [];

    /// <summary>The handovers, the latest first.</summary>
    public IReadOnlyList<(Guid Id, PostRole Role, string From, string To, DateOnly On)> Past { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var today = ChinaTime.DayOf(Instant.Now(house.Clock));
        var posts = await db.Posts.AsNoTracking().Where(post => post.EndsOn == null || post.EndsOn >= today)
            .Join(db.People, post => post.PersonId, person => person.Id, (post, person) => new Line(post.Id, person.Name, post.Role, post.Substitute, post.StartsOn, post.EndsOn))
            .ToListAsync(cancellation);
        Posts = [.. posts.OrderBy(line => line.Role).ThenBy(line => line.Substitute).ThenBy(line => line.Name, ChineseText.BySound)];
        var done = await (
            from row in db.Handovers.AsNoTracking()
            join giver in db.People on row.FromPersonId equals giver.Id
            join taker in db.People on row.ToPersonId equals taker.Id
            orderby row.HandedOverAt descending
            select new { row.Id, row.Role, From = giver.Name, To = taker.Name, row.On }).ToListAsync(cancellation);
        Past = [.. done.Select(row => (row.Id, row.Role, row.From, row.To, row.On))];
    }
}
