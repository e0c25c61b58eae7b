using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Desk;

/// <summary>A page of the desk: who is there, what went wrong with the form, and what has just been done.</summary>
public abstract class DeskPage : PageModel
{
    internal const string DoneKey = "done";
    internal const string TroubleKey = "trouble";

    /// <summary>Who is signed in.</summary>
    public SignedIn Who => HttpContext.Features.Get<SignedIn>()!;

    /// <summary>The agency of the address; only on an agency's pages.</summary>
    public Agency Agency => HttpContext.Features.Get<Agency>()!;

    /// <summary>What is wrong with the form, by field; an empty name stands for the form as a whole.</summary>
    public FormErrors Errors { get; } = new();

    /// <summary>What has just been done, said once.</summary>
    public string? Done => TempData[DoneKey] as string;

    /// <summary>What did not come of something that led away from this site and back, said once.</summary>
    public string? Trouble => TempData[TroubleKey] as string;

    /// <summary>Goes to a page and says there what was done.</summary>
    protected IActionResult Go(string address, string done)
    {
        TempData[DoneKey] = done;
        return LocalRedirect(Request.PathBase + address);
    }

    /// <summary>Shows the form again with the reason.</summary>
    protected IActionResult Again(string field, Refusal refusal)
    {
        Errors.Add(field, refusal.ToString());
        Response.StatusCode = 422;
        return Page();
    }
}
