using System.ComponentModel.DataAnnotations;
using Gongkai.App.Files;
using Gongkai.App.People;
using Gongkai.App.Requests.Doors;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Requests;

/// <summary>别的机关开放的一件：to be read, and to be answered; nothing else of that agency is behind this page.</summary>
public sealed class SharedModel(CaseReading cases, CaseDoors doors, FileIntake intake) : DeskPage
{
    /// <summary>The case and the door it is seen through.</summary>
    public SharedCase Shared { get; private set; } = null!;

    /// <summary>True for who may answer.</summary>
    public bool MayAnswer => Who.Caller.May(DeskRight.DoActs, Agency.Id);

    /// <summary>The answer, to be shown again.</summary>
    [BindProperty, MaxLength(20_000)]
    public string? Answer { get; set; }

    /// <summary>What goes with it.</summary>
    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid door, CancellationToken cancellation)
    {
        if (!await LoadAsync(door, cancellation)) return NotFound();
        Answer = Shared.Door.Answer;
        return Page();
    }

    /// <summary>Answers.</summary>
    public async Task<IActionResult> OnPostAsync(Guid door, CancellationToken cancellation)
    {
        if (!await LoadAsync(door, cancellation)) return NotFound();
        // Whose case it is, its ledger and its log are.
        var files = await intake.TakeAsync(Who.Caller.BringerTo(Shared.Door.AgencyId), Files, cancellation);
        if (files.IsRefused) return Again("Files", files.Refusal);
        var answered = await doors.AnswerAsync(Who.Caller, door, Answer ?? "", cancellation, files.Value);
        return answered.IsRefused ? Again("Answer", answered.Refusal) : Go(DeskUrls.Of(Agency.Code, $"shared/{door}"), "已报送对方。");
    }

    private async Task<bool> LoadAsync(Guid door, CancellationToken cancellation)
    {
        if (await cases.FindSharedAsync(Who.Caller, Agency.Id, door, cancellation) is not { } shared) return false;
        Shared = shared;
        return true;
    }
}
