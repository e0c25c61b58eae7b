using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.Documents.Sheets;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Ledger;

/// <summary>台账：the acts of an agency, filtered, sorted, page by page, or as a file.</summary>
[RemembersChoice]
public sealed class IndexModel(GongkaiDb db, House house) : DeskPage
{
    private const int PageSize = 50;

    private const int LongestExport = 100_000;

    /// <summary>Stored kind, or empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>Year, or null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary><c>up</c> for the oldest first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Order { get; set; }

    /// <summary>Page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>The lines of the page.</summary>
    public IReadOnlyList<LedgerLine> Lines { get; private set; } = [];

    /// <summary>How many fit.</summary>
    public int Count { get; private set; }

    /// <summary>How many pages they make.</summary>
    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    /// <summary>Years that occur.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>Kinds that occur.</summary>
    public IReadOnlyList<string> Kinds { get; private set; } = [];

    private LedgerFilter Filter => new(string.IsNullOrEmpty(Kind) ? null : Kind, Year, Order != "up");

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        (Years, Kinds) = await db.ReadChoicesAsync(cancellation);
        Count = await db.CountAsync(Filter, cancellation);
        Number = Math.Clamp(Number, 1, Pages);
        Lines = await db.ReadAsync(house, Filter, (Number - 1) * PageSize, PageSize, cancellation);
    }

    /// <summary>Hands over what fits as a table.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        var lines = await db.ReadAsync(house, Filter, 0, LongestExport, cancellation);
        var bytes = SheetWriter.Csv(["序号", "事项", "日期", "登记时间", "编号", "登记人", "备注"], lines.Select(line => (IReadOnlyList<string>)
        [
            $"{line.Sequence}", line.Name, ChineseText.MachineDay(line.On), ChineseText.Minute(line.RecordedAt), line.Number, line.Who, line.Note,
        ]));
        return File(bytes, "text/csv; charset=utf-8", $"台账-{Agency.Name}.csv");
    }

    /// <summary>The address of the same list, another page or order of it.</summary>
    public string Address(int page, string? order = null, string? handler = null) =>
        DeskUrls.Of(Agency.Code, "ledger") + QueryOf(page, order ?? Order, handler);

    private string QueryOf(int page, string? order, string? handler)
    {
        List<string> parts = [];
        if (!string.IsNullOrEmpty(Kind)) parts.Add($"Kind={Uri.EscapeDataString(Kind)}");
        if (Year is { } year) parts.Add($"Year={year}");
        if (!string.IsNullOrEmpty(order)) parts.Add($"Order={Uri.EscapeDataString(order)}");
        if (page > 1) parts.Add($"p={page}");
        if (handler is not null) parts.Add($"handler={handler}");
        return parts.Count == 0 ? "" : $"?{string.Join('&', parts)}";
    }
}
