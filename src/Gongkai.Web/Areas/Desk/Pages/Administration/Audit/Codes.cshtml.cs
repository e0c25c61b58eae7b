using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Administration.Audit;

/// <summary>数据校验码：the head of each chain as it stood when a day ended, to be printed and kept outside the house.</summary>
public sealed class CodesModel(GongkaiDb db, House house) : DeskPage
{
    /// <summary>The day; today when none is asked for, and never one that has not come.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    /// <summary>Today, in China.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The codes, each with the name of its chain.</summary>
    public IReadOnlyList<(string Name, ChainCode Code)> Lines { get; private set; } = [];

    /// <summary>The day shown.</summary>
    public DateOnly Shown => Day is { } day && day < Today ? day : Today;

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = ChinaTime.DayOf(Instant.Now(house.Clock));
        var names = await db.Agencies.AsNoTracking().Select(agency => new { agency.Id, agency.Name }).ToDictionaryAsync(agency => agency.Id, agency => agency.Name, cancellation);
        var codes = await db.ReadChainCodesAsync(Shown, cancellation);
        Lines =
        [
            .. codes.Select(code => (Name: code.Agency is { } agency ? $"{names[agency]}的台账" : $"审计日志（{code.Node}）", code))
                .OrderBy(line => line.code.Agency is null).ThenBy(line => line.Name, ChineseText.BySound),
        ];
    }
}
