using System.ComponentModel.DataAnnotations;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Agencies.Delegations;

/// <summary>委托代行：who acts for whom on which days; one gives away one's own posts and takes them back.</summary>
public sealed class IndexModel(GongkaiDb db, App.Approvals.Delegations delegations, House house) : DeskPage
{
    private const int ShownPastDays = 365;

    /// <summary>A delegation as the list shows it.</summary>
    /// <param name="Row">The delegation.</param>
    /// <param name="From">Whose post.</param>
    /// <param name="To">Who exercises it.</param>
    public sealed record Line(DelegationRow Row, string From, string To);

    /// <summary>Those that hold or will hold, then those of the past year.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>Whom one may delegate to: everybody else with a post here.</summary>
    public IReadOnlyList<(Guid Id, string Name, IReadOnlySet<PostRole> Roles)> Colleagues { get; private set; } = [];

    /// <summary>Today, in China.</summary>
    public DateOnly Today => ChinaTime.DayOf(Instant.Now(house.Clock));

    /// <summary>Who is signed in, as an approver here.</summary>
    public Approver Me => Who.Caller.ApproverIn(Agency.Id);

    /// <summary>The posts that can be delegated.</summary>
    public IReadOnlyList<PostRole> OwnRoles => [.. Me.Roles.Where(role => role != PostRole.AgencyAdministrator).Order()];

    /// <summary>True where one may end a delegation: one's own, and all for the administrator.</summary>
    public bool MayEnd(DelegationRow row) =>
        row.EndsOn >= Today && (row.FromPersonId == Me.Person.Value || Me.Roles.Contains(PostRole.AgencyAdministrator));

    /// <summary>What was typed, to be shown again.</summary>
    [BindProperty]
    public Giving Input { get; set; } = new();

    /// <summary>The form of a delegation.</summary>
    public sealed class Giving
    {
        /// <summary>To whom.</summary>
        public Guid To { get; set; }

        /// <summary>Code of the post.</summary>
        [MaxLength(40)]
        public string? Role { get; set; }

        /// <summary>First day.</summary>
        public DateOnly? From { get; set; }

        /// <summary>Last day.</summary>
        public DateOnly? Until { get; set; }

        /// <summary>Why.</summary>
        [MaxLength(200)]
        public string? Reason { get; set; }
    }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var (today, since) = (Today, Today.AddDays(-ShownPastDays));
        var rows = await (
            from row in db.Delegations.AsNoTracking()
            join giver in db.People on row.FromPersonId equals giver.Id
            join taker in db.People on row.ToPersonId equals taker.Id
            where row.EndsOn >= since
            select new Line(row, giver.Name, taker.Name)).ToListAsync(cancellation);
        Lines = [.. rows.OrderBy(line => line.Row.EndsOn < today).ThenByDescending(line => line.Row.StartsOn).ThenBy(line => line.From, ChineseText.BySound)];
        var me = Me.Person.Value;
        var posts = await db.Posts.AsNoTracking().Where(post => post.PersonId != me && post.StartsOn <= today && (post.EndsOn == null || post.EndsOn >= today))
            .Join(db.People.Where(person => person.DisabledAt == null), post => post.PersonId, person => person.Id, (post, person) => new { person.Id, person.Name, post.Role })
            .ToListAsync(cancellation);
        Colleagues = [.. posts.GroupBy(post => (post.Id, post.Name)).Select(person => (person.Key.Id, person.Key.Name, (IReadOnlySet<PostRole>)person.Select(post => post.Role).ToHashSet()))
            .OrderBy(person => person.Name, ChineseText.BySound)];
    }

    /// <summary>Delegates.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        if (!EnumCode<PostRole>.TryParse(Input.Role, out var role)) return Again("Input.Role", new Refusal("delegation.role", "请选择委托哪个岗位。"));
        if (Input.From is not { } from) return Again("Input.From", new Refusal("delegation.from", "请填写第一天。"));
        if (Input.Until is not { } until) return Again("Input.Until", new Refusal("delegation.until", "请填写最后一天。"));
        var (id, name, roles) = Colleagues.FirstOrDefault(colleague => colleague.Id == Input.To);
        if (name is null) return Again("Input.To", new Refusal("delegation.to", "请选择委托给谁。"));
        var given = await delegations.GiveAsync(
            Agency.Id, Me, new Approver(new PersonId(id), name, roles), role, from, until, Input.Reason?.Trim() ?? "", cancellation);
        if (!given.IsRefused) return Go(DeskUrls.Of(Agency.Code, "delegations"), $"已委托{name}代行{DeskWords.Of(role)}。");
        return Again(given.Refusal.Code is "delegation.days" ? "Input.Until" : given.Refusal.Code is "delegation.past" ? "Input.From" : "", given.Refusal);
    }

    /// <summary>Ends one.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid delegation, CancellationToken cancellation)
    {
        var ended = await delegations.EndAsync(Agency.Id, delegation, Me, cancellation);
        if (!ended.IsRefused) return Go(DeskUrls.Of(Agency.Code, "delegations"), "委托已终止：今天以后不再代行。");
        await OnGetAsync(cancellation);
        return Again("", ended.Refusal);
    }
}
