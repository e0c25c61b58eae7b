using System.Globalization;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Publishing;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Instruments;

/// <summary>Which of three questions a list of instruments answers; the three columns of section two.</summary>
public enum InstrumentState
{
    /// <summary>制发：issued in the year.</summary>
    Issued,

    /// <summary>废止：repealed or expired in the year.</summary>
    Repealed,

    /// <summary>现行有效：in force at the end of the year, or now when no year is named.</summary>
    InForce,
}

/// <summary>What a list of regulations and normative documents is narrowed to. What is null narrows nothing.</summary>
public sealed record InstrumentFilter(InstrumentKind? Kind = null, int? Year = null, InstrumentState? State = null, int Page = 1)
{
    /// <summary>Query name of the kind.</summary>
    public const string KindName = "kind";

    /// <summary>Query name of the year.</summary>
    public const string YearName = "year";

    /// <summary>Query name of the state.</summary>
    public const string StateName = "state";

    /// <summary>Query name of the page of a long list.</summary>
    public const string PageName = "page";

    /// <summary>Reads a filter from an address, or null when the address names something that does not exist.</summary>
    public static InstrumentFilter? Parse(IQueryCollection query)
    {
        InstrumentKind? kind = null;
        InstrumentState? state = null;
        int? year = null;
        var page = 1;
        if (Given(query, KindName) is { } kindText)
        {
            if (!EnumCode<InstrumentKind>.TryParse(kindText, out var parsed)) return null;
            kind = parsed;
        }
        if (Given(query, StateName) is { } stateText)
        {
            if (!EnumCode<InstrumentState>.TryParse(stateText, out var parsed)) return null;
            state = parsed;
        }
        if (Given(query, YearName) is { } yearText)
        {
            if (!TryNumber(yearText, 1949, 9998, out var parsed)) return null;
            year = parsed;
        }
        if (Given(query, PageName) is { } pageText && !TryNumber(pageText, 1, 100_000, out page)) return null;
        return new InstrumentFilter(kind, year, state, page);
    }

    /// <summary>The filter as the query of an address, empty when nothing is narrowed.</summary>
    public string ToQuery() => QueryString.Create(Parts()).ToUriComponent();

    /// <summary>Narrows the instruments.</summary>
    public IQueryable<Instrument> Apply(IQueryable<Instrument> instruments)
    {
        if (Kind is { } kind) instruments = instruments.Where(instrument => instrument.Kind == kind);
        return (State, Year) switch
        {
            (InstrumentState.Repealed, { } year) => instruments.Where(i => i.RepealedOn >= First(year) && i.RepealedOn <= Last(year)),
            (InstrumentState.Repealed, null) => instruments.Where(i => i.RepealedOn != null),
            (InstrumentState.InForce, { } year) =>
                instruments.Where(i => i.IssuedOn <= Last(year) && (i.TakenOverOn == null || i.TakenOverOn <= Last(year))
                    && (i.RepealedOn == null || i.RepealedOn > Last(year)) && (i.HandedOverOn == null || i.HandedOverOn >= Last(year))),
            (InstrumentState.InForce, null) => instruments.InForce(),
            (InstrumentState.Issued, null) => instruments.Where(i => i.TakenOverOn == null),
            (InstrumentState.Issued, { } year) => instruments.Where(i => i.IssuedOn >= First(year) && i.IssuedOn <= Last(year) && i.TakenOverOn == null),
            (_, { } year) => instruments.Where(i => i.IssuedOn >= First(year) && i.IssuedOn <= Last(year)),
            _ => instruments,
        };
    }

    /// <summary>What the list holds, in words: 2025年制发的行政规范性文件.</summary>
    public string InWords()
    {
        var kind = Kind is { } one ? ChineseText.Name(one) : "规章和行政规范性文件";
        var year = Year is { } y ? string.Create(CultureInfo.InvariantCulture, $"{y}年") : "";
        return State switch
        {
            InstrumentState.Repealed => $"{year}废止的{kind}",
            InstrumentState.InForce => year.Length > 0 ? $"{year}底现行有效的{kind}" : $"现行有效的{kind}",
            _ => year.Length > 0 || State is not null ? $"{year}制发的{kind}" : kind,
        };
    }

    private static DateOnly First(int year) => new(year, 1, 1);

    private static DateOnly Last(int year) => new(year, 12, 31);

    private static string? Given(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    private static bool TryNumber(string text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;

    private IEnumerable<KeyValuePair<string, string?>> Parts()
    {
        if (Kind is { } kind) yield return new(KindName, EnumCode<InstrumentKind>.Of(kind));
        if (Year is { } year) yield return new(YearName, year.ToString(CultureInfo.InvariantCulture));
        if (State is { } state) yield return new(StateName, EnumCode<InstrumentState>.Of(state));
        if (Page > 1) yield return new(PageName, Page.ToString(CultureInfo.InvariantCulture));
    }
}
