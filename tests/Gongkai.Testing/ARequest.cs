using System.Globalization;
using Gongkai.Documents.Data;
using Gongkai.Domain;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.Testing;

/// <summary>Tells the history of a made-up request in the words of the office.</summary>
public sealed class ARequest
{
    private readonly List<ClockEvent> _events = [];
    private WorkingCalendar _calendar = BuiltInCalendars.Calendar;
    private ClockSettings _settings = BuiltInClocks.Settings;

    /// <summary>What has happened so far.</summary>
    public IReadOnlyList<ClockEvent> Events => _events;

    public static ARequest ReceivedOn(string day, ReceiptChannel channel = ReceiptChannel.Counter) =>
        new ARequest().And(day, new RequestReceived(ApplicantKind.NaturalPerson, channel));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public ARequest ClarificationRequestedOn(string day, string by) => And(day, new ClarificationRequested(Day(by)));

    public ARequest ClarifiedOn(string day) => And(day, new Clarified());

    public ARequest WentOnWithoutClarificationOn(string day) => And(day, new Clarified(Corrected: false));

    public ARequest ConsultedOn(string day, ConsultedParty party, int number = 1, string? by = null) =>
        And(day, new ConsultationStarted(number, party, by is null ? null : Day(by)));

    public ARequest LetterReachedOn(string day, int number = 1) => And(day, new ConsultationDelivered(number));

    public ARequest OpinionOn(string day, int number = 1) => And(day, new ConsultationEnded(number));

    public ARequest StoppedWaitingOn(string day, int number = 1) => And(day, new ConsultationEnded(number, Opinion: false));

    public ARequest ExtendedOn(string day, int workingDays = 20, string? consentedOn = null) =>
        And(day, new RequestExtended(workingDays, Day(consentedOn ?? day)));

    public ARequest ExtendedWithoutConsentOn(string day) => And(day, new RequestExtended(20, null));

    public ARequest ReasonsRequestedOn(string day) => And(day, new ReasonsRequested());

    public ARequest ReasonsGivenOn(string day) => And(day, new ReasonsGiven());

    public ARequest DelayedOn(string day, string to) => And(day, new AnswerDelayed(Day(to)));

    public ARequest FeeNoticedOn(string day, long yuan = 380) => And(day, new FeeNoticed(yuan * 100));

    public ARequest PaidOn(string day, long yuan = 380) => And(day, new ProcessingFeePaid(yuan * 100));

    public ARequest AnsweredOn(string day, OutcomeRow row = OutcomeRow.Granted) => And(day, new RequestClosed(row, null, []));

    public ARequest VoidedOn(string day) => And(day, new RequestVoided(Split: false));

    public ARequest Under(ClockSettings settings)
    {
        _settings = settings;
        return this;
    }

    public ARequest Knowing(WorkingCalendar calendar)
    {
        _calendar = calendar;
        return this;
    }

    public Outcome<ReplyClock> TryClock() => ReplyClock.Of(_events, _calendar, _settings);

    public ReplyClock Clock() => TryClock().Value;

    private ARequest And(string day, IClockAct act)
    {
        _events.Add(new ClockEvent(Day(day), act));
        return this;
    }
}
