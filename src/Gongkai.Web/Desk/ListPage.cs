using System.Globalization;
using Gongkai.App.Audit;
using Gongkai.Documents.Sheets;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Desk;

/// <summary>A list (列表): filtered and ordered by its address, page by page, or as a table to keep.</summary>
public abstract class ListPage : DeskPage
{
    /// <summary>Lines of a page.</summary>
    protected const int PageSize = 50;

    /// <summary>Lines of a table that is handed over.</summary>
    protected const int LongestExport = 100_000;

    /// <summary>Page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>How many fit.</summary>
    public int Count { get; private set; }

    /// <summary>How many pages they make.</summary>
    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    /// <summary>How many lines stand on the pages before.</summary>
    protected int Skip => (Number - 1) * PageSize;

    /// <summary>The address of the same list with one thing changed: another page, another order, or the table.</summary>
    public string AddressWith(string name, string value)
    {
        // What narrows the list stays; where in it one was does not.
        var kept = Request.Query.Where(part => part.Key is not ("p" or "handler") && part.Key != name)
            .SelectMany(part => part.Value, (part, one) => KeyValuePair.Create(part.Key, one ?? "")).Where(part => part.Value.Length > 0);
        return Request.Path + new QueryBuilder(kept.Append(KeyValuePair.Create(name, value))).ToQueryString();
    }

    /// <summary>The address of another page.</summary>
    public string AddressOf(int page) => AddressWith("p", page.ToString(CultureInfo.InvariantCulture));

    /// <summary>Says how many fit; a page that is not there becomes the nearest.</summary>
    protected void Counted(int count)
    {
        Count = count;
        Number = Math.Clamp(Number, 1, Pages);
    }

    /// <summary>Hands an agency's table over, which is an event itself: it is written down before the file leaves.</summary>
    protected async Task<IActionResult> TableAsync(AuditLog audit, string name, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> lines)
    {
        await audit.WriteAsync(
            new AuditEvent(AuditKind.Exported, Who.Caller.Id, Agency.Id, $"Agency/{Agency.Id.Value:D}", Who.Caller.From, $"导出{name}"), CancellationToken.None);
        return File(SheetWriter.Csv(heads, lines), "text/csv; charset=utf-8", $"{name}-{Agency.Name}.csv");
    }
}
