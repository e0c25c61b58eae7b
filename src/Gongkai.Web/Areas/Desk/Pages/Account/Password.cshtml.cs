using System.ComponentModel.DataAnnotations;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Account;

/// <summary>修改口令.</summary>
public sealed class PasswordModel(App.People.Accounts accounts, AccountRules rules) : DeskPage
{
    /// <summary>What a password must be like.</summary>
    public string Hint => $"至少 {rules.MinimumLength} 个字符，含大写字母、小写字母、数字、其他符号中的至少 {rules.Classes} 种；不含姓名、用户名、机关名称；{rules.MaximumAgeDays} 天后要再换。";

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync(
        [MaxLength(300)] string? present, [MaxLength(300)] string? wanted, [MaxLength(300)] string? again, CancellationToken cancellation)
    {
        if (wanted != again) return Again("again", new Refusal("password.differs", "两次输入的新口令不一样。请重新输入。"));
        var changed = await accounts.ChangePasswordAsync(Who, present ?? "", wanted ?? "", cancellation);
        return changed.IsRefused
            ? Again(changed.Refusal.Code == "password.present" ? "present" : "wanted", changed.Refusal)
            : Go(DeskUrls.Home, "口令已修改，其他设备上的登录都已退出。");
    }
}
