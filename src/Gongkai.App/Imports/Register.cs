using Gongkai.App.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Publishing;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.App.Imports;

/// <summary>
/// What an agency's register holds, by the numbers people know: what an import is checked against. Rows that an import adds are put in at
/// once, so that a later line of the same file finds them.
/// </summary>
internal sealed class Register
{
    public required AgencyId Agency { get; init; }

    /// <summary>Working days, by which it is known whether an answer was late.</summary>
    public required WorkingCalendar Calendar { get; init; }

    public Dictionary<string, InformationRequest> Requests { get; } = new(StringComparer.Ordinal);

    /// <summary>What happened in each request so far, by its identity.</summary>
    public Dictionary<Guid, List<ClockEvent>> Histories { get; } = [];

    public Dictionary<string, Dispute> Disputes { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Instrument> Instruments { get; } = new(StringComparer.Ordinal);

    public HashSet<(AdministrativeDecisionKind Kind, string Number)> Decisions { get; } = [];

    /// <summary>Numbers of returns that were recorded before; a number is used once.</summary>
    public HashSet<string> Returns { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, UnitId> Units { get; } = new(StringComparer.Ordinal);

    /// <summary>True when the books were opened before: that is done once.</summary>
    public bool BooksOpened { get; set; }

    /// <summary>Rows to add to the house.</summary>
    public List<object> Added { get; } = [];

    /// <summary>What happened in a request so far; to be added to.</summary>
    public List<ClockEvent> HistoryOf(InformationRequest request)
    {
        if (!Histories.TryGetValue(request.Id, out var history)) Histories.Add(request.Id, history = []);
        return history;
    }

    public T Add<T>(T row) where T : class
    {
        Added.Add(row);
        return row;
    }

    /// <summary>The unit of this name; <paramref name="isNew"/> says that it was not known and was added.</summary>
    public UnitId UnitNamed(string name, out bool isNew)
    {
        isNew = !Units.TryGetValue(name, out var unit);
        if (!isNew) return unit;
        unit = Add(new AgencyUnit { Id = new UnitId(Guid.CreateVersion7()), AgencyId = Agency, Name = name }).Id;
        Units.Add(name, unit);
        return unit;
    }
}
