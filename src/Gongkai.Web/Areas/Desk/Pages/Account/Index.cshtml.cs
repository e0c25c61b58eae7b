using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Account;

/// <summary>我的账号：任职、登录方式、已登录的设备.</summary>
public sealed class IndexModel(Sessions sessions, App.People.Accounts accounts) : DeskPage
{
    /// <summary>The sessions that can be used.</summary>
    public IReadOnlyList<PersonSession> Signed { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Signed = await sessions.ListAsync(Who.Caller.Id!.Value, cancellation);

    /// <summary>Ends one.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken cancellation)
    {
        var ended = await accounts.EndSessionAsync(Who, session, cancellation);
        if (!ended.IsRefused) return Go(DeskUrls.Account, "已退出那台设备。");
        await OnGetAsync(cancellation);
        return Again("", ended.Refusal);
    }
}
