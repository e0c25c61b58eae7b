using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Ledger;

/// <summary>台账：the acts of an agency, filtered, sorted, page by page, or as a file.</summary>
[RemembersChoice]
public sealed class IndexModel(GongkaiDb db, House house, AuditLog audit) : ListPage
{
    /// <summary>Stored kind, or empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>Year, or null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary><c>up</c> for the oldest first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Order { get; set; }

    /// <summary>The lines of the page.</summary>
    public IReadOnlyList<LedgerLine> Lines { get; private set; } = [];

    /// <summary>Years that occur.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>Kinds that occur.</summary>
    public IReadOnlyList<string> Kinds { get; private set; } = [];

    private LedgerFilter Filter => new(string.IsNullOrEmpty(Kind) ? null : Kind, Year, Order != "up");

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        (Years, Kinds) = await db.ReadChoicesAsync(cancellation);
        Counted(await db.CountAsync(Filter, cancellation));
        Lines = await db.ReadAsync(house, Filter, Skip, PageSize, cancellation);
    }

    /// <summary>Hands over what fits as a table.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        var lines = await db.ReadAsync(house, Filter, 0, LongestExport, cancellation);
        return await TableAsync(audit, "台账", ["序号", "事项", "日期", "登记时间", "编号", "登记人", "备注"], lines.Select(line => (IReadOnlyList<string>)
        [
            $"{line.Sequence}", line.Name, ChineseText.MachineDay(line.On), ChineseText.Minute(line.RecordedAt), line.Number, line.Who, line.Note,
        ]));
    }
}
