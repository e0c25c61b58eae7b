using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.AnnualReports;

/// <summary>The span a return speaks for (报数期): a year, or one of its quarters or months.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Quarter">1 to 4, or null.</param>
/// <param name="Month">1 to 12, or null; never together with a quarter.</param>
public readonly record struct ReturnPeriod(int Year, int? Quarter = null, int? Month = null)
{
    /// <summary>First month of the span, 1 to 12.</summary>
    public int FirstMonth => Month ?? (Quarter is { } quarter ? quarter * 3 - 2 : 1);

    /// <summary>Last month of the span, inclusive.</summary>
    public int LastMonth => Month ?? (Quarter is { } quarter ? quarter * 3 : 12);

    /// <summary>True when both speak for a common month.</summary>
    public bool Overlaps(ReturnPeriod other) => Year == other.Year && FirstMonth <= other.LastMonth && other.FirstMonth <= LastMonth;

    /// <summary>True when a day lies in the span.</summary>
    public bool Contains(DateOnly day) => day.Year == Year && day.Month >= FirstMonth && day.Month <= LastMonth;

    /// <summary>The written form: <c>2026</c>, <c>2026-Q1</c> or <c>2026-03</c>.</summary>
    public override string ToString() => Quarter is { } quarter ? $"{Year:D4}-Q{quarter}" : Month is { } month ? $"{Year:D4}-{month:D2}" : $"{Year:D4}";

    /// <summary>Reads the written form.</summary>
    public static bool TryParse(string? text, out ReturnPeriod period)
    {
        period = default;
        if (text is null || text.Length < 4 || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return false;
        if (text.Length == 4)
        {
            period = new ReturnPeriod(year);
            return true;
        }
        if (text.Length == 7 && text[4] == '-' && text[5] == 'Q' && text[6] is >= '1' and <= '4')
        {
            period = new ReturnPeriod(year, Quarter: text[6] - '0');
            return true;
        }
        if (text.Length == 7 && text[4] == '-' && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12)
        {
            period = new ReturnPeriod(year, Month: month);
            return true;
        }
        return false;
    }
}

/// <summary>
/// A signed return of an internal unit (科室报数单) for numbers that live in another system. The signer stands in the private part.
/// A later return that replaces it does so as a correction of this entry (<see cref="Correction"/>). The subject is the return.
/// </summary>
/// <param name="Unit">The unit that answers for the numbers.</param>
/// <param name="Period">The span it speaks for.</param>
/// <param name="Values">Cell to value; a zero is a deliberate, signed zero. Amounts in 万元 are in ten-thousandths: see <see cref="Scale"/>.</param>
/// <param name="Source">Code of the system the numbers come from (letters, digits, hyphen), or empty.</param>
/// <param name="Attachment">Hash of the signed sheet, or null.</param>
public sealed record AggregateReturn(
    UnitId Unit, ReturnPeriod Period, IReadOnlyDictionary<CellKey, decimal> Values, string Source, string? Attachment) : IActFacts<AggregateReturn>
{
    /// <summary>Facts hold integers only: values are written as ten-thousandths, which for 万元 is yuan.</summary>
    public const int Scale = 10_000;

    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("return.signed", 1);

    /// <inheritdoc/>
    public static AggregateReturn Read(JsonElement facts)
    {
        var period = facts.GetProperty("period").GetString();
        return new AggregateReturn(
            new UnitId(Guid.ParseExact(facts.GetProperty("unit").GetString()!, "D")),
            ReturnPeriod.TryParse(period, out var parsed) ? parsed : throw new FormatException($"'{period}' is no period."),
            facts.GetProperty("cells").EnumerateObject().ToDictionary(cell => new CellKey(cell.Name), cell => cell.Value.GetInt64() / (decimal)Scale),
            facts.GetProperty("source").GetString()!,
            facts.GetProperty("attachment").GetString());
    }

    /// <inheritdoc/>
    public JsonObject Write()
    {
        var cells = new JsonObject();
        foreach (var (cell, value) in Values) cells[cell.Value] = checked((long)(value * Scale));
        return new JsonObject
        {
            ["unit"] = Unit.Value.ToString("D"),
            ["period"] = Period.ToString(),
            ["cells"] = cells,
            ["source"] = Source,
            ["attachment"] = Attachment,
        };
    }
}

/// <summary>
/// The books were opened (建账、期初数): what stood before the first act, read from last year's published report and confirmed. Open
/// requests and pending disputes are brought forward by acts of their own; this act says that all of them were, and how many instruments
/// are in force. The effective day is the first day of the books, always 1 January.
/// </summary>
/// <param name="InForce">Instruments in force per cell row, <c>regulations</c> and <c>normativeDocuments</c>; a row that is absent stays 未建账.</param>
/// <param name="Requests">True when the open requests were brought forward, be it none.</param>
/// <param name="Disputes">True when the pending disputes were brought forward, be it none.</param>
/// <param name="Source">Hash of the report it was read from, or null when the officer gave the figures.</param>
public sealed record BooksOpened(IReadOnlyDictionary<string, long> InForce, bool Requests, bool Disputes, string? Source) : IActFacts<BooksOpened>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("books.opened", 1);

    /// <inheritdoc/>
    public static BooksOpened Read(JsonElement facts) => new(
        facts.GetProperty("inForce").EnumerateObject().ToDictionary(row => row.Name, row => row.Value.GetInt64()),
        facts.GetProperty("requests").GetBoolean(),
        facts.GetProperty("disputes").GetBoolean(),
        facts.GetProperty("source").GetString());

    /// <inheritdoc/>
    public JsonObject Write()
    {
        var inForce = new JsonObject();
        foreach (var (row, count) in InForce) inForce[row] = count;
        return new JsonObject { ["inForce"] = inForce, ["requests"] = Requests, ["disputes"] = Disputes, ["source"] = Source };
    }
}

/// <summary>
/// An agency took over the work of another (承接); the effective day is its first in charge. The subject is the predecessor. Open matters and
/// named instruments have acts of their own; this one counts what the predecessor's figures held without naming it.
/// </summary>
/// <param name="From">The predecessor.</param>
/// <param name="InForce">Instruments in force that no entry names, per cell row, <c>regulations</c> and <c>normativeDocuments</c>.</param>
public sealed record AgencyTookOver(AgencyId From, IReadOnlyDictionary<string, long> InForce) : IActFacts<AgencyTookOver>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("agency.tookOver", 1);

    /// <inheritdoc/>
    public static AgencyTookOver Read(JsonElement facts) => new(
        new AgencyId(facts.GetProperty("from").GetGuid()),
        facts.GetProperty("inForce").EnumerateObject().ToDictionary(row => row.Name, row => row.Value.GetInt64()));

    /// <inheritdoc/>
    public JsonObject Write()
    {
        var inForce = new JsonObject();
        foreach (var (row, count) in InForce) inForce[row] = count;
        return new JsonObject { ["from"] = From.Value.ToString("D"), ["inForce"] = inForce };
    }
}

/// <summary>An annual report was published (年报公布). Its numbers are kept with it; later acts never change them.</summary>
/// <param name="Year">The year reported on.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="UpTo">Sequence of the last entry the numbers were folded from.</param>
/// <param name="HeadHash">Hash of that entry.</param>
/// <param name="NumbersHash">Hash of the published JSON.</param>
public sealed record ReportPublished(int Year, string Form, long UpTo, string HeadHash, string NumbersHash) : IActFacts<ReportPublished>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("report.published", 1);

    /// <inheritdoc/>
    public static ReportPublished Read(JsonElement facts) => new(
        facts.GetProperty("year").GetInt32(),
        facts.GetProperty("form").GetString()!,
        facts.GetProperty("upTo").GetInt64(),
        facts.GetProperty("head").GetString()!,
        facts.GetProperty("numbers").GetString()!);

    /// <inheritdoc/>
    public JsonObject Write() => new()
    {
        ["year"] = Year,
        ["form"] = Form,
        ["upTo"] = UpTo,
        ["head"] = HeadHash,
        ["numbers"] = NumbersHash,
    };
}
