using System.ComponentModel.DataAnnotations;
using Gongkai.App.Agencies;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Agencies.Founding;

/// <summary>登记机关：code, name and kind; the rest is filled in on its profile.</summary>
public sealed class NewModel(AgencyFounding founding) : DeskPage
{
    /// <summary>机关代码.</summary>
    [BindProperty, MaxLength(100)]
    public string? Code { get; set; }

    /// <summary>机关全称.</summary>
    [BindProperty, MaxLength(100)]
    public string? Name { get; set; }

    /// <summary>机关类别.</summary>
    [BindProperty, MaxLength(40)]
    public string? Kind { get; set; }

    /// <summary>Registers it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!KindWords.TryParse(Kind ?? "", out var kind)) return Again("Kind", new Domain.Refusal("agency.kind", "请选择机关类别。"));
        var founded = await founding.FoundAsync(Who.Caller, (Code ?? "").Trim(), Name ?? "", kind, cancellation);
        return founded.IsRefused
            ? Again(founded.Refusal.Code == "agency.incomplete" ? "Name" : "Code", founded.Refusal)
            : Go(DeskUrls.Of(founded.Value.Code, "profile"), $"已登记 {founded.Value.Name}。请填写资料。");
    }
}
