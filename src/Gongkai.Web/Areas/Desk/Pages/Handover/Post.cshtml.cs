using System.ComponentModel.DataAnnotations;
using Gongkai.App.Data;
using Gongkai.App.Handovers;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Documents.Handovers;
using Gongkai.Domain;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Handover;

/// <summary>交接单：what a post has in its hands today, to be printed and signed; and the handover itself.</summary>
public sealed class PostModel(GongkaiDb db, PostHandover handovers, House house) : DeskPage
{
    /// <summary>The sheet.</summary>
    public HandoverSheet Sheet { get; private set; } = null!;

    /// <summary>The post.</summary>
    public Guid Id { get; private set; }

    /// <summary>True where it can be handed over by whoever is signed in.</summary>
    public bool MayHandOver { get; private set; }

    /// <summary>Today, in China.</summary>
    public DateOnly Today => ChinaTime.DayOf(Instant.Now(house.Clock));

    /// <summary>A handover just carried out, with the password that is shown this once.</summary>
    public HandoverDone? HandedOver { get; private set; }

    /// <summary>What was typed, to be shown again.</summary>
    [BindProperty]
    public Taking Input { get; set; } = new();

    /// <summary>The form of a handover.</summary>
    public sealed class Taking
    {
        /// <summary>用户名.</summary>
        [MaxLength(100)]
        public string? Login { get; set; }

        /// <summary>姓名; only where there is no account yet.</summary>
        [MaxLength(100)]
        public string? Name { get; set; }

        /// <summary>First day of the successor.</summary>
        public DateOnly? From { get; set; }
    }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid post, CancellationToken cancellation) => await LoadAsync(post, cancellation) ? Page() : NotFound();

    /// <summary>Hands it over as a document.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid post, CancellationToken cancellation) =>
        await LoadAsync(post, cancellation) ? SheetFile.Of(this, Sheet) : NotFound();

    /// <summary>Carries the handover out.</summary>
    public async Task<IActionResult> OnPostAsync(Guid post, CancellationToken cancellation)
    {
        if (!await LoadAsync(post, cancellation)) return NotFound();
        if (string.IsNullOrWhiteSpace(Input.Login)) return Again("Input.Login", new Refusal("handover.login", "请填写接手人的用户名。"));
        if (Input.From is not { } from) return Again("Input.From", new Refusal("handover.from", "请填写接手的第一天。"));
        var done = await handovers.HandOverAsync(Who.Caller, Agency.Id, post, new Successor(Input.Login.Trim(), Input.Name, from), cancellation);
        if (done.IsRefused)
            return Again(done.Refusal.Code switch { "account.name" => "Input.Name", "handover.day" => "Input.From", _ => "Input.Login" }, done.Refusal);
        if (done.Value.Account is null) return Go(DeskUrls.Of(Agency.Code, $"handover/{done.Value.Row.Id}"), "已办理交接。请打印交接单，双方签字。");
        (HandedOver, MayHandOver) = (done.Value, false);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid post, CancellationToken cancellation)
    {
        if (await handovers.PrintAsync(db, Agency, post, cancellation) is not { } sheet) return false;
        (Sheet, Id) = (sheet, post);
        MayHandOver = Who.Caller.May(DeskRight.ManagePeople, Agency.Id)
            && await db.Posts.AsNoTracking().AnyAsync(row => row.Id == post && row.EndsOn == null, cancellation);
        return true;
    }
}
