using System.ComponentModel.DataAnnotations;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Areas.Desk.Pages.Link;

/// <summary>用一次性链接审批：one act, on a phone, without an account at hand. The token is the key, and it opens this draft alone.</summary>
[AllowAnonymous, EnableRateLimiting(SignInLimit.Policy)]
public sealed class ApproveModel(ApprovalLinks links, ApprovalReading reading, Callers callers) : DeskPage
{
    /// <summary>What is to be decided.</summary>
    public ApprovalView View { get; private set; } = null!;

    /// <summary>Whom the link was made for.</summary>
    public Approver Recipient { get; private set; } = null!;

    /// <summary>Why the link cannot be used, or null.</summary>
    public string? Spent { get; private set; }

    /// <summary>What was decided, or null.</summary>
    public string? Decided { get; private set; }

    /// <summary>Shows what is to be decided; the link is not used up by that.</summary>
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation)
    {
        await LoadAsync(token, cancellation);
        return Page();
    }

    /// <summary>Decides.</summary>
    public async Task<IActionResult> OnPostAsync(string token, [MaxLength(5000)] string? words, string decision, CancellationToken cancellation)
    {
        if (!await LoadAsync(token, cancellation)) return Page();
        var approves = decision != "back";
        var decided = await links.DecideAsync(token, Recipient, approves, words ?? "", cancellation);
        if (decided.IsRefused) return Again("words", decided.Refusal);
        Decided = approves ? "已同意" : "已退回";
        return Page();
    }

    private async Task<bool> LoadAsync(string token, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        Response.Headers.Pragma = "no-cache";
        var opened = await links.OpenAsync(token, cancellation);
        if (opened.IsRefused)
        {
            Spent = opened.Refusal.Message;
            return false;
        }
        var key = opened.Value.Key;
        var view = await reading.ReadAsync(key, AgencyScope.Of(key.Agency), cancellation);
        var caller = await callers.FindAsync(opened.Value.Person, cancellation);
        if (view.IsRefused || caller is null)
        {
            Spent = "这条链接对应的事项或者人员已经变动，不能再用。请联系承办人。";
            return false;
        }
        (View, Recipient) = (view.Value, caller.ApproverIn(key.Agency));
        return true;
    }
}
