using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Agencies.Staff;

/// <summary>本机关人员：who holds which post from when to when, with the stand-ins.</summary>
public sealed class IndexModel(GongkaiDb db, Enrolment enrolment, PostRegister posts, House house) : DeskPage
{
    /// <summary>A post as the list shows it.</summary>
    /// <param name="Id">The post.</param>
    /// <param name="Name">Who holds it.</param>
    /// <param name="Login">用户名.</param>
    /// <param name="Role">What it is.</param>
    /// <param name="Substitute">True for the stand-in.</param>
    /// <param name="StartsOn">First day.</param>
    /// <param name="EndsOn">Last day, or null.</param>
    public sealed record Line(Guid Id, string Name, string Login, PostRole Role, bool Substitute, DateOnly StartsOn, DateOnly? EndsOn);

    /// <summary>The posts: those that are held, then those that ended.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>A new account with the password that is shown this once.</summary>
    public (string Name, string Login, string Password)? Made { get; private set; }

    /// <summary>Today, in China.</summary>
    public DateOnly Today => ChinaTime.DayOf(Instant.Now(house.Clock));

    /// <summary>What was typed, to be shown again.</summary>
    [BindProperty]
    public Appointment Input { get; set; } = new();

    /// <summary>The form of an appointment.</summary>
    public sealed class Appointment
    {
        /// <summary>用户名.</summary>
        [MaxLength(100)]
        public string? Login { get; set; }

        /// <summary>姓名; only where there is no account yet.</summary>
        [MaxLength(100)]
        public string? Name { get; set; }

        /// <summary>Code of the post.</summary>
        [MaxLength(40)]
        public string? Role { get; set; }

        /// <summary>A 角 or B 角.</summary>
        public bool Substitute { get; set; }

        /// <summary>First day; empty for today.</summary>
        [MaxLength(20)]
        public string? From { get; set; }
    }

    /// <summary>Shows the posts.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var lines = await (
            from post in db.Posts
            join person in db.People on post.PersonId equals person.Id
            where post.AgencyId == Agency.Id
            select new Line(post.Id, person.Name, person.UserName!, post.Role, post.Substitute, post.StartsOn, post.EndsOn)).ToListAsync(cancellation);
        Lines = [.. lines.OrderBy(line => line.EndsOn < Today).ThenBy(line => line.Role).ThenBy(line => line.Substitute).ThenBy(line => line.Name, ChineseText.BySound)];
    }

    /// <summary>Appoints somebody, with a new account where there is none.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!EnumCode<PostRole>.TryParse(Input.Role, out var role)) return await AgainAsync("Input.Role", new Refusal("post.role", "请选择岗位。"), cancellation);
        var enrolled = await enrolment.AppointAsync(
            Who.Caller, Agency.Id, new Enrolee((Input.Login ?? "").Trim(), Input.Name, role, Input.Substitute, Day(Input.From)), cancellation);
        if (enrolled.IsRefused) return await AgainAsync(DeskWords.FieldOf(enrolled.Refusal), enrolled.Refusal, cancellation);
        var (_, person, password) = enrolled.Value;
        if (password is null) return Go(DeskUrls.Of(Agency.Code, "people"), $"{person.Name}已任{DeskWords.Of(role)}。");
        Made = (person.Name, person.UserName!, password);
        Input = new Appointment();
        await OnGetAsync(cancellation);
        return Page();
    }

    /// <summary>Ends a post.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid post, [MaxLength(20)] string? lastDay, CancellationToken cancellation)
    {
        var ended = await posts.EndAsync(Who.Caller, Agency.Id, post, Day(lastDay), "", cancellation);
        return ended.IsRefused ? await AgainAsync("", ended.Refusal, cancellation) : Go(DeskUrls.Of(Agency.Code, "people"), $"任职到 {ended.Value.EndsOn:yyyy-MM-dd} 为止。");
    }

    private DateOnly Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Today;

    private async Task<IActionResult> AgainAsync(string field, Refusal refusal, CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        return Again(field, refusal);
    }
}
