using System.ComponentModel.DataAnnotations;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.App.Requests.Doors;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Requests;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Requests;

/// <summary>一件申请：facts, clock, history, and who is let in; the doors to other agencies are opened and closed here.</summary>
public sealed class CaseModel(CaseReading cases, CaseDoors doors, FileIntake intake, House house) : DeskPage
{
    /// <summary>The case.</summary>
    public RequestCase Case { get; private set; } = null!;

    /// <summary>Agencies that can be let in.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Others { get; private set; } = [];

    /// <summary>True for who may open and close doors, while the request is open.</summary>
    public bool MayAct => Who.Caller.May(DeskRight.DoActs, Agency.Id);

    /// <summary>What is asked of whom, to be shown again.</summary>
    [BindProperty]
    public Letting Input { get; set; } = new();

    /// <summary>The form that opens a door.</summary>
    public sealed class Letting
    {
        /// <summary><c>assignment</c>, or the code of the partner of a conference.</summary>
        [MaxLength(40)]
        public string? Way { get; set; }

        /// <summary>Who is let in.</summary>
        public Guid To { get; set; }

        /// <summary>What is asked.</summary>
        [MaxLength(20_000)]
        public string? Question { get; set; }

        /// <summary>What goes with it.</summary>
        public IReadOnlyList<IFormFile> Files { get; set; } = [];
    }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellation) => await LoadAsync(number, cancellation) ? Page() : NotFound();

    /// <summary>Opens a door.</summary>
    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancellation)
    {
        if (!await LoadAsync(number, cancellation)) return NotFound();
        if (Others.All(other => other.Id != Input.To)) return Again("Input.To", new Refusal("door.to", "请选择机关。"));
        var files = await intake.TakeAsync(Who.Caller.BringerTo(Agency.Id), Input.Files, cancellation);
        if (files.IsRefused) return Again("Input.Files", files.Refusal);
        var (to, question) = (new AgencyId(Input.To), Input.Question ?? "");
        var opened = EnumCode<ConferencePartner>.TryParse(Input.Way, out var partner)
            ? await doors.ConferAsync(Who.Caller, Agency.Id, Case.Request.Id, to, partner, question, cancellation, files.Value)
            : await doors.AssignAsync(Who.Caller, Agency.Id, Case.Request.Id, to, question, cancellation, files.Value);
        return opened.IsRefused
            ? Again(opened.Refusal.Code == "door.text" ? "Input.Question" : "Input.To", opened.Refusal)
            : Go(DeskUrls.Request(Agency.Code, number), "已开放这一件，对方只看得到这一件。");
    }

    /// <summary>Closes a door.</summary>
    public async Task<IActionResult> OnPostEndAsync(string number, Guid door, CancellationToken cancellation)
    {
        if (!await LoadAsync(number, cancellation)) return NotFound();
        var ended = await doors.EndAsync(Who.Caller, Agency.Id, door, cancellation);
        return ended.IsRefused ? Again("", ended.Refusal) : Go(DeskUrls.Request(Agency.Code, number), "已结束，对方不再看得到这一件。");
    }

    private async Task<bool> LoadAsync(string number, CancellationToken cancellation)
    {
        if (await cases.FindAsync(Agency.Id, number, cancellation) is not { } found) return false;
        Case = found;
        // Names of agencies are public; their work is not.
        await using var db = house.Open(AgencyScope.All);
        var others = await db.Agencies.AsNoTracking().Where(row => row.Id != Agency.Id && row.ClosedOn == null).Select(row => new { row.Id, row.Name }).ToListAsync(cancellation);
        Others = [.. others.OrderBy(row => row.Name, ChineseText.BySound).Select(row => (row.Id.Value, row.Name))];
        return true;
    }
}
