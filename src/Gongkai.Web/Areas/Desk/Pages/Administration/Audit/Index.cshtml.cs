using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Administration.Audit;

/// <summary>审计日志：looked through by kind, person, agency and days; handed over as a file, which is an event itself.</summary>
[RemembersChoice]
public sealed class IndexModel(GongkaiDb db, AuditLog audit) : DeskPage
{
    private const int PageSize = 50;

    /// <summary>Code of the kind, or empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>用户名 or 姓名, or empty for all.</summary>
    [BindProperty(SupportsGet = true), MaxLength(100)]
    public string? Person { get; set; }

    /// <summary>Code of the agency, or empty for all.</summary>
    [BindProperty(SupportsGet = true, Name = "Office"), MaxLength(100)]
    public string? Office { get; set; }

    /// <summary>First day, or null.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>Last day, or null.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary><c>up</c> for the oldest first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Order { get; set; }

    /// <summary>Place of the last event of the page before, or empty.</summary>
    [BindProperty(SupportsGet = true), MaxLength(100)]
    public string? After { get; set; }

    /// <summary>The events of the page.</summary>
    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    /// <summary>How many fit.</summary>
    public int Count { get; private set; }

    /// <summary>True when more follow.</summary>
    public bool More { get; private set; }

    /// <summary>Names of people, by identity.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>The agencies.</summary>
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var filter = await FilterAsync(cancellation);
        if (filter.IsRefused) return Again("Person", filter.Refusal);
        Count = await db.Audited(filter.Value).CountAsync(cancellation);
        var lines = await db.SearchAuditAsync(filter.Value, PlaceOf(After), PageSize + 1, cancellation, Order == "up");
        (Lines, More) = ([.. lines.Take(PageSize)], lines.Count > PageSize);
        List<Guid> people = [.. Lines.Select(line => line.Who?.Value).OfType<Guid>().Distinct()];
        Names = await db.People.AsNoTracking().Where(person => people.Contains(person.Id))
            .Select(person => new { person.Id, person.Name, person.UserName }).ToDictionaryAsync(person => person.Id, person => $"{person.Name}（{person.UserName}）", cancellation);
        return Page();
    }

    /// <summary>Hands over what fits: all of it, oldest first, with each event's digest.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        var filter = await FilterAsync(cancellation);
        if (filter.IsRefused) return Again("Person", filter.Refusal);
        // Written down before the first line leaves, so that the file holds its own export.
        await audit.WriteAsync(new AuditEvent(AuditKind.Exported, Who.Caller.Id, filter.Value.Agency, "Audit", Who.Caller.From, "导出审计日志"), CancellationToken.None);
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await db.Audited(filter.Value).WriteCsvAsync(file, cancellation);
        file.Position = 0;
        return File(file, "text/csv; charset=utf-8", "审计日志.csv");
    }

    /// <summary>The address of the same list, further on, in another order, or as a file.</summary>
    public string Address(AuditPlace? after = null, string? order = null, string? handler = null)
    {
        List<string> parts = [];
        Add("Kind", Kind);
        Add("Person", Person);
        Add("Office", Office);
        Add("From", From is { } from ? ChineseText.MachineDay(from) : null);
        Add("To", To is { } to ? ChineseText.MachineDay(to) : null);
        Add("Order", order ?? Order);
        Add("After", after is { } place ? Written(place) : null);
        Add("handler", handler);
        return parts.Count == 0 ? DeskUrls.Audit : $"{DeskUrls.Audit}?{string.Join('&', parts)}";

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }
    }

    private async Task<Outcome<AuditFilter>> FilterAsync(CancellationToken cancellation)
    {
        Agencies = [.. (await db.Agencies.AsNoTracking().ToListAsync(cancellation)).OrderBy(agency => agency.Name, ChineseText.BySound)];
        PersonId? who = null;
        if (Person?.Trim() is { Length: > 0 } wanted)
        {
            var login = Logins.Normalise(wanted);
            var found = await db.People.AsNoTracking().Where(row => row.NormalizedUserName == login || row.Name == wanted)
                .Select(row => new { row.Id, row.NormalizedUserName }).Take(2).ToListAsync(cancellation);
            if (found.Count == 0) return new Refusal("audit.person", $"没有用户名或姓名为“{wanted}”的人员。");
            if (found.Count > 1) return new Refusal("audit.person-several", $"“{wanted}”不止一人，请填用户名。");
            who = new PersonId(found[0].Id);
        }
        return new AuditFilter(
            From is { } from ? ChinaTime.StartOf(from) : null,
            To is { } to ? ChinaTime.StartOf(to.AddDays(1)) : null,
            who,
            EnumCode<AuditKind>.TryParse(Kind, out var kind) ? kind : null,
            Agencies.FirstOrDefault(agency => agency.Code == Office)?.Id);
    }

    private static string Written(AuditPlace place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.HappenedAt.Ticks}.{place.Chain:N}.{place.Sequence}");

    private static AuditPlace? PlaceOf(string? text) => text?.Split('.') is [var ticks, var chain, var sequence]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
        && Guid.TryParseExact(chain, "N", out var id)
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new AuditPlace(new DateTime(at, DateTimeKind.Utc), id, number)
            : null;
}
