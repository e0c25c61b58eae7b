using Gongkai.App.Data;
using Gongkai.Domain.Publishing;

namespace Gongkai.Web.Instruments;

/// <summary>A regulation or normative document in a list.</summary>
public sealed record InstrumentLine
{
    /// <summary>Code of the agency.</summary>
    public required string AgencyCode { get; init; }

    /// <summary>Name of the agency.</summary>
    public required string AgencyName { get; init; }

    /// <summary>规章 or 行政规范性文件.</summary>
    public required InstrumentKind Kind { get; init; }

    /// <summary>文号.</summary>
    public required string Number { get; init; }

    /// <summary>标题.</summary>
    public required string Title { get; init; }

    /// <summary>成文日期.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Day it ceased to be in force, or null.</summary>
    public required DateOnly? RepealedOn { get; init; }

    /// <summary>True when it expired by itself.</summary>
    public required bool Expired { get; init; }

    /// <summary>True when it went over to the successor: whether it still is in force is said there.</summary>
    public required bool HandedOver { get; init; }

    /// <summary>False for a co-maker of a joint document.</summary>
    public required bool Lead { get; init; }

    /// <summary>Projects instruments to lines.</summary>
    public static IQueryable<InstrumentLine> Of(GongkaiDb db, IQueryable<Instrument> instruments) =>
        from instrument in instruments
        join agency in db.Agencies on instrument.AgencyId equals agency.Id
        select new InstrumentLine
        {
            AgencyCode = agency.Code,
            AgencyName = agency.Name,
            Kind = instrument.Kind,
            Number = instrument.Number,
            Title = instrument.Title,
            IssuedOn = instrument.IssuedOn,
            RepealedOn = instrument.RepealedOn,
            Expired = instrument.Expired,
            HandedOver = instrument.HandedOverOn != null,
            Lead = instrument.Lead,
        };
}
