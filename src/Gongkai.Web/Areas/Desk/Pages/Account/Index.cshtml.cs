using System.ComponentModel.DataAnnotations;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Account;

/// <summary>我的账号：联系方式、登录方式、已登录的设备.</summary>
public sealed class IndexModel(GongkaiDb db, Sessions sessions, App.People.Accounts accounts, ContactAddresses contacts) : DeskPage
{
    /// <summary>The sessions that can be used.</summary>
    public IReadOnlyList<PersonSession> Signed { get; private set; } = [];

    /// <summary>The phone, masked.</summary>
    public string? Phone { get; private set; }

    /// <summary>The e-mail, masked.</summary>
    public string? Email { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Signed = await sessions.ListAsync(Who.Caller.Id!.Value, cancellation);
        var me = await db.People.AsNoTracking().SingleAsync(row => row.Id == Who.Caller.Id!.Value.Value, cancellation);
        (Phone, Email) = (me.ContactPhone?.Mask, me.ContactEmail?.Mask);
    }

    /// <summary>Says how one is reached.</summary>
    public async Task<IActionResult> OnPostContactAsync([MaxLength(100)] string? phone, [MaxLength(200)] string? email, CancellationToken cancellation)
    {
        var changed = await contacts.ChangeAsync(Who.Caller, Who.Caller.Id!.Value, phone, email, cancellation);
        if (!changed.IsRefused) return Go(DeskUrls.Account, changed.Value.Count == 0 ? "没有改动。" : "已保存联系方式。");
        await OnGetAsync(cancellation);
        return Again("phone", changed.Refusal);
    }

    /// <summary>Ends one.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken cancellation)
    {
        var ended = await accounts.EndSessionAsync(Who, session, cancellation);
        if (!ended.IsRefused) return Go(DeskUrls.Account, "已退出那台设备。");
        await OnGetAsync(cancellation);
        return Again("", ended.Refusal);
    }
}
