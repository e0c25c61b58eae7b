using System.ComponentModel.DataAnnotations;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Machines;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Agencies.Tokens;

/// <summary>接口令牌 of an agency.</summary>
public sealed class IndexModel(GongkaiDb db, MachineTokens machines, House house) : DeskPage
{
    private Dictionary<Guid, string> _makers = [];

    /// <summary>The tokens, the latest first.</summary>
    public IReadOnlyList<MachineToken> Tokens { get; private set; } = [];

    /// <summary>A token that was just made, with the secret that is shown this once.</summary>
    public NewToken? Made { get; private set; }

    /// <summary>What a token can be for.</summary>
    public IReadOnlyList<(string Code, string Name)> Scopes { get; } = [.. Enum.GetValues<TokenScope>().Select(scope => (EnumCode<TokenScope>.Of(scope), DeskWords.Of(scope)))];

    /// <summary>The system that is to use it.</summary>
    [BindProperty, MaxLength(60)]
    public string? Name { get; set; }

    /// <summary>What for.</summary>
    [BindProperty, MaxLength(40)]
    public string? Scope { get; set; }

    /// <summary>Last day, inclusive.</summary>
    [BindProperty]
    public DateOnly? LastDay { get; set; }

    /// <summary>True for the agency's own administrator; the security administrator only looks and revokes.</summary>
    public bool MayMake => Who.Caller.RolesIn(Agency.Id).Contains(PostRole.AgencyAdministrator);

    /// <summary>可用, 已吊销 or 已到期.</summary>
    public string StateOf(MachineToken token) => token.RevokedAt is not null ? "已吊销" : token.ExpiresAt <= Instant.Now(house.Clock) ? "已到期" : "可用";

    /// <summary>The last day a token can be used.</summary>
    public static DateOnly LastDayOf(MachineToken token) => ChinaTime.DayOf(token.ExpiresAt).AddDays(-1);

    /// <summary>Who made a token.</summary>
    public string MakerOf(MachineToken token) => _makers[token.MadeById];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Tokens = await machines.ListAsync(Agency.Id, cancellation);
        var makers = Tokens.Select(token => token.MadeById).Distinct().ToList();
        _makers = await db.People.Where(person => makers.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellation);
    }

    /// <summary>Makes one.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!EnumCode<TokenScope>.TryParse(Scope, out var scope)) return await AgainAsync("Scope", new Refusal("token.scope", "请选择用途。"), cancellation);
        if (LastDay is not { } lastDay) return await AgainAsync("LastDay", new Refusal("token.days", "请填写最后一天，例如 2026-12-31。"), cancellation);
        var made = await machines.MakeAsync(Who.Caller, Agency.Id, Name ?? "", scope, lastDay, cancellation);
        if (made.IsRefused) return await AgainAsync(made.Refusal.Code switch { "token.name" => "Name", "token.days" => "LastDay", _ => "" }, made.Refusal, cancellation);
        (Made, Name, Scope, LastDay) = (made.Value, null, null, null);
        await OnGetAsync(cancellation);
        return Page();
    }

    /// <summary>Revokes one.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid token, CancellationToken cancellation)
    {
        var revoked = await machines.RevokeAsync(Who.Caller, Agency.Id, token, cancellation);
        return revoked.IsRefused ? await AgainAsync("", revoked.Refusal, cancellation) : Go(DeskUrls.Of(Agency.Code, "tokens"), $"已吊销“{revoked.Value.Name}”的接口令牌。");
    }

    private async Task<IActionResult> AgainAsync(string field, Refusal refusal, CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        return Again(field, refusal);
    }
}
