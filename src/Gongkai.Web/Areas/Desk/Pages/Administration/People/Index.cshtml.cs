using System.ComponentModel.DataAnnotations;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Administration.People;

/// <summary>人员：accounts and posts of the whole house.</summary>
[RemembersChoice]
public sealed class IndexModel(GongkaiDb db, App.People.Accounts accounts, Enrolment enrolment, ContactAddresses contacts, House house) : ListPage
{
    /// <summary>An account as the list shows it.</summary>
    /// <param name="Login">用户名.</param>
    /// <param name="Name">姓名.</param>
    /// <param name="Duties">What the person is where.</param>
    /// <param name="State">在用, 停用, 锁定, 待启用, 未登录过.</param>
    public sealed record Line(string Login, string Name, IReadOnlyList<string> Duties, string State)
    {
        /// <summary>What a new one-time password does for this account.</summary>
        public string PasswordVerb => State == "待启用" ? "启用" : "重置口令";
    }

    /// <summary>Part of a name, of an account or of a duty to look for, or null.</summary>
    [BindProperty(SupportsGet = true, Name = "q"), MaxLength(100)]
    public string? Wanted { get; set; }

    /// <summary>The accounts of the page, by name.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>The agencies one can be appointed in.</summary>
    public IReadOnlyList<(string Code, string Name)> Agencies { get; private set; } = [];

    /// <summary>An account that was just made or reset, with the password that is shown this once.</summary>
    public (string Name, string Login, string Password)? Made { get; private set; }

    /// <summary>True when the list shows only who was looked for.</summary>
    public bool IsFound { get; private set; }

    /// <summary>What was typed, to be shown again.</summary>
    [BindProperty]
    public NewPerson Input { get; set; } = new();

    /// <summary>The form for a new person.</summary>
    public sealed class NewPerson
    {
        /// <summary>用户名.</summary>
        [MaxLength(100)]
        public string? Login { get; set; }

        /// <summary>姓名.</summary>
        [MaxLength(100)]
        public string? Name { get; set; }

        /// <summary>Code of the agency, or empty.</summary>
        [MaxLength(100)]
        public string? Agency { get; set; }

        /// <summary>Code of the post or of the administrator's role.</summary>
        [MaxLength(40)]
        public string? Role { get; set; }
    }

    /// <summary>Shows the list.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(db.People, cancellation);

    private async Task LoadAsync(IQueryable<Person> whom, CancellationToken cancellation)
    {
        var now = Instant.Now(house.Clock);
        var today = ChinaTime.DayOf(now);
        var people = await whom.AsNoTracking().Select(person => new
        {
            person.Id,
            person.UserName,
            person.Name,
            person.HouseRole,
            person.DisabledAt,
            person.LockedUntilAt,
            person.PasswordChangedAt,
            IsActivated = person.PasswordHash != null,
        }).ToListAsync(cancellation);
        var held = await db.Posts.AsNoTracking().Where(post => post.EndsOn == null || post.EndsOn >= today)
            .Join(db.Agencies, post => post.AgencyId, agency => agency.Id, (post, agency) => new { post.PersonId, post.Role, post.Substitute, Agency = agency.Name })
            .ToListAsync(cancellation);
        var duties = held.ToLookup(post => post.PersonId, post => $"{post.Agency}{DeskWords.Of(post.Role)}{(post.Substitute ? "（B 角）" : "")}");
        List<Line> lines =
        [
            .. people.OrderBy(person => person.Name, ChineseText.BySound).Select(person => new Line(
                person.UserName!, person.Name,
                [.. person.HouseRole is { } role ? [DeskWords.Of(role)] : duties[person.Id]],
                person.DisabledAt is not null ? "停用" : person.LockedUntilAt > now ? "锁定" : !person.IsActivated ? "待启用" : person.PasswordChangedAt is null ? "未登录过" : "在用")),
        ];
        var wanted = Wanted?.Trim() ?? "";
        var fitting = lines.FindAll(line => ((string[])[line.Name, line.Login, .. line.Duties]).Any(text => text.Contains(wanted, StringComparison.OrdinalIgnoreCase)));
        Counted(fitting.Count);
        Lines = [.. fitting.Skip(Skip).Take(PageSize)];
        Agencies = [.. (await db.Agencies.AsNoTracking().Select(agency => new { agency.Code, agency.Name }).ToListAsync(cancellation))
            .OrderBy(agency => agency.Name, ChineseText.BySound).Select(agency => (agency.Code, agency.Name))];
    }

    /// <summary>Makes an account and appoints its owner.</summary>
    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        var (login, name) = ((Input.Login ?? "").Trim(), Input.Name ?? "");
        if (EnumCode<HouseRole>.TryParse(Input.Role, out var administrator))
        {
            var made = await accounts.CreateAsync(Who.Caller, login, name, administrator, cancellation);
            if (made.IsRefused) return await AgainAsync(DeskWords.FieldOf(made.Refusal), made.Refusal, cancellation);
            return await ShowAsync(made.Value.Person, made.Value.OneTimePassword, cancellation);
        }
        if (!EnumCode<PostRole>.TryParse(Input.Role, out var role)) return await AgainAsync("Input.Role", new Refusal("post.role", "请选择岗位。"), cancellation);
        if (await db.Agencies.AsNoTracking().SingleOrDefaultAsync(row => row.Code == Input.Agency, cancellation) is not { } agency)
            return await AgainAsync("Input.Agency", new Refusal("post.agency", "请选择机关；三员不选机关。"), cancellation);
        var enrolled = await enrolment.AppointAsync(Who.Caller, agency.Id, new Enrolee(login, name, role), cancellation);
        if (enrolled.IsRefused) return await AgainAsync(DeskWords.FieldOf(enrolled.Refusal), enrolled.Refusal, cancellation);
        return enrolled.Value.OneTimePassword is { } password
            ? await ShowAsync(enrolled.Value.Person, password, cancellation)
            : Go(DeskUrls.People, $"{enrolled.Value.Person.Name}已有账号，已任{agency.Name}{DeskWords.Of(role)}。");
    }

    /// <summary>Finds who is reached by a phone or an e-mail.</summary>
    public async Task<IActionResult> OnPostFindAsync([MaxLength(200)] string? contact, CancellationToken cancellation)
    {
        var found = await contacts.FindAsync(Who.Caller, contact ?? "", cancellation);
        if (found.IsRefused) return await AgainAsync("contact", found.Refusal, cancellation);
        var ids = found.Value.Select(person => person.Value).ToList();
        IsFound = true;
        await LoadAsync(db.People.Where(person => ids.Contains(person.Id)), cancellation);
        return Page();
    }

    private async Task<IActionResult> ShowAsync(Person person, string password, CancellationToken cancellation)
    {
        (Made, Input) = ((person.Name, person.UserName!, password), new NewPerson());
        await OnGetAsync(cancellation);
        return Page();
    }

    /// <summary>Gives an account a new one-time password.</summary>
    public async Task<IActionResult> OnPostResetAsync([MaxLength(100)] string login, CancellationToken cancellation)
    {
        var reset = await accounts.ResetAsync(Who.Caller, login, cancellation);
        if (reset.IsRefused) return await AgainAsync("", reset.Refusal, cancellation);
        return await ShowAsync(reset.Value.Person, reset.Value.OneTimePassword, cancellation);
    }

    /// <summary>Closes an account.</summary>
    public async Task<IActionResult> OnPostDisableAsync([MaxLength(100)] string login, CancellationToken cancellation)
    {
        var disabled = await accounts.DisableAsync(Who.Caller, login, cancellation);
        return disabled.IsRefused ? await AgainAsync("", disabled.Refusal, cancellation) : Go(DeskUrls.People, $"已停用 {disabled.Value.Name} 的账号，登录已退出。");
    }

    private async Task<IActionResult> AgainAsync(string field, Refusal refusal, CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        return Again(field, refusal);
    }
}
