using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.Houses;
using Gongkai.App.Imports;
using Gongkai.Domain;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Entry;

/// <summary>登记一件：one act by hand.</summary>
[LooksAtTexts]
public sealed class ActModel(GongkaiDb db, House house, QuickEntry entry, FileIntake intake) : DeskPage
{
    /// <summary>The form.</summary>
    public ActForm Form { get; private set; } = null!;

    /// <summary>What was answered.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; private set; } = new Dictionary<string, string>();

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string act, CancellationToken cancellation) => await FindAsync(act, cancellation) ? Page() : NotFound();

    /// <summary>Records the act.</summary>
    public async Task<IActionResult> OnPostAsync(string act, CancellationToken cancellation)
    {
        if (!await FindAsync(act, cancellation)) return NotFound();
        var form = Form;
        Answers = form.Fields.ToDictionary(field => field.Name, field => Request.Form[field.Name].ToString());
        if (await intake.LookAtAsync(Who.Caller.BringerTo(Agency.Id), Answers.Values, cancellation) is { } marked) return Again("", marked);
        var outcome = await entry.RecordAsync(Who.Caller, Agency.Id, form, Answers, cancellation);
        if (outcome.IsRefused) return Again("", outcome.Refusal);
        foreach (var problem in outcome.Value.Problems)
            Errors.Add(form.Fields.Any(field => field.Name == problem.Column) ? problem.Column! : "", problem.Message);
        if (Errors.All.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var notices = string.Concat(outcome.Value.Notices.Select(notice => $" 照实登记并记下：{notice.Message}"));
        return Go(DeskUrls.Of(Agency.Code, $"entry/{form.Code}"), $"已登记：{form.Name} {Answers.GetValueOrDefault("number")}。{notices}");
    }

    private async Task<bool> FindAsync(string act, CancellationToken cancellation)
    {
        if (ActForm.Find(act, await AgencyState.ModulesAsync(db, Agency.Id, house.Today, cancellation)) is not { } form) return false;
        Form = form;
        return true;
    }
}
