using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Documents.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Disputes;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Publishing;
using Gongkai.Domain.Requests;

namespace Gongkai.Testing;

/// <summary>
/// An agency's ledger in memory, written act by act in the words of the domain: <c>ALedger().Received("2026-03-02",
/// ApplicantKind.NaturalPerson).Closed("2026-03-20", OutcomeRow.Granted)</c>. Days are written 2026-03-02. A verb that needs a matter
/// speaks of the last one, or of the one <see cref="About"/> names.
/// </summary>
public sealed class LedgerBuilder
{
    private static readonly DateTime RecordedAt = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly ChainId _chain = new(Guid.CreateVersion7());
    private readonly List<FoldEntry> _entries = [];
    private readonly Dictionary<string, SubjectId> _matters = [];
    private readonly Dictionary<string, UnitId> _units = [];
    private SubjectId _matter;

    /// <summary>An empty ledger.</summary>
    public static LedgerBuilder ALedger() => new();

    /// <summary>The entries so far.</summary>
    public IReadOnlyList<FoldEntry> Entries => _entries;

    /// <summary>Sequence of the last entry.</summary>
    public long Last => _entries.Count;

    /// <summary>Gives the last matter a name.</summary>
    public LedgerBuilder Named(string name)
    {
        _matters[name] = _matter;
        return this;
    }

    /// <summary>Speaks of a named matter again, or of a new one that nothing has been recorded of.</summary>
    public LedgerBuilder About(string name)
    {
        if (!_matters.TryGetValue(name, out _matter)) _matters[name] = _matter = New();
        return this;
    }

    /// <summary>收到申请.</summary>
    public LedgerBuilder Received(string on, ApplicantKind applicant = ApplicantKind.NaturalPerson) =>
        OfNewMatter(on, new RequestReceived(applicant, ReceiptChannel.Counter));

    /// <summary>The last matter is received once more.</summary>
    public LedgerBuilder ReceivedAgain(string on, ApplicantKind applicant = ApplicantKind.NaturalPerson) =>
        Record(on, new RequestReceived(applicant, ReceiptChannel.Counter));

    /// <summary>期初在办.</summary>
    public LedgerBuilder BroughtForward(int year, ApplicantKind applicant = ApplicantKind.NaturalPerson) =>
        OfNewMatter(FirstDay(year), new RequestBroughtForward(applicant));

    /// <summary>办结.</summary>
    public LedgerBuilder Closed(string on, OutcomeRow row = OutcomeRow.Granted) => Record(on, new RequestClosed(row, null, []));

    /// <summary>作废登记, or 拆分.</summary>
    public LedgerBuilder Voided(string on, bool split = false) => Record(on, new RequestVoided(split));

    /// <summary>信息处理费.</summary>
    public LedgerBuilder ProcessingFee(string on, long fen) => Record(on, new ProcessingFeePaid(fen));

    /// <summary>收到复议、应诉通知.</summary>
    public LedgerBuilder Filed(string on, DisputeRoute route) => OfNewMatter(on, new DisputeFiled(route));

    /// <summary>期初尚未审结.</summary>
    public LedgerBuilder PendingSince(int year, DisputeRoute route) => OfNewMatter(FirstDay(year), new DisputeBroughtForward(route));

    /// <summary>审结.</summary>
    public LedgerBuilder Concluded(string on, DisputeResult result) => Record(on, new DisputeConcluded(result));

    /// <summary>制发.</summary>
    public LedgerBuilder Issued(string on, InstrumentKind kind = InstrumentKind.NormativeDocument, bool lead = true) =>
        OfNewMatter(on, new InstrumentIssued(kind, lead));

    /// <summary>承接现行有效文件.</summary>
    public LedgerBuilder InstrumentTakenOver(string on, InstrumentKind kind = InstrumentKind.NormativeDocument) =>
        OfNewMatter(on, new InstrumentTakenOver(kind, true, new AgencyId(Guid.NewGuid()), New()));

    /// <summary>承接在办申请.</summary>
    public LedgerBuilder RequestTakenOver(string on, ApplicantKind applicant = ApplicantKind.NaturalPerson) =>
        OfNewMatter(on, new RequestBroughtForward(applicant)).Record(on, new RequestTakenOver(new AgencyId(Guid.NewGuid()), New(), []));

    /// <summary>承接复议诉讼.</summary>
    public LedgerBuilder DisputeTakenOver(string on, DisputeRoute route) =>
        OfNewMatter(on, new DisputeBroughtForward(route)).Record(on, new DisputeTakenOver(new AgencyId(Guid.NewGuid()), New()));

    /// <summary>承接撤并机关, with what its figures held unnamed.</summary>
    public LedgerBuilder TookOver(string on, long normativeDocuments) => OfNewMatter(on, new AgencyTookOver(
        new AgencyId(Guid.NewGuid()), new Dictionary<string, long> { ["normativeDocuments"] = normativeDocuments }));

    /// <summary>废止.</summary>
    public LedgerBuilder Repealed(string on, InstrumentKind kind = InstrumentKind.NormativeDocument, bool lead = true) =>
        Record(on, new InstrumentRepealed(kind, Expired: false, lead));

    /// <summary>许可、处罚、强制决定.</summary>
    public LedgerBuilder Decided(string on, AdministrativeDecisionKind kind) => OfNewMatter(on, new AdministrativeDecisionMade(kind));

    /// <summary>行政事业性收费.</summary>
    public LedgerBuilder Collected(string on, long fen) => OfNewMatter(on, new AdministrativeFeeCollected(fen));

    /// <summary>科室报数单 of a unit.</summary>
    public LedgerBuilder Returned(string unit, string period, params (string Cell, decimal Value)[] cells) =>
        Returned(unit, period, cells.ToDictionary(cell => new CellKey(cell.Cell), cell => cell.Value));

    /// <summary>科室报数单 of a unit.</summary>
    public LedgerBuilder Returned(string unit, string period, IReadOnlyDictionary<CellKey, decimal> cells)
    {
        var parsed = ReturnPeriod.TryParse(period, out var span) ? span : throw new ArgumentException(period, nameof(period));
        return OfNewMatter($"{parsed.Year:D4}-12-31", new AggregateReturn(Unit(unit), parsed, cells, "", null));
    }

    /// <summary>本年为零, signed for each of the cells.</summary>
    public LedgerBuilder SignedZeros(string unit, int year, IEnumerable<CellKey> cells) =>
        Returned(unit, $"{year:D4}", cells.ToDictionary(cell => cell, _ => 0m));

    /// <summary>建账.</summary>
    public LedgerBuilder Opened(int year, long regulations = 0, long normativeDocuments = 0) =>
        Opened(year, new BooksOpened(
            new Dictionary<string, long> { ["regulations"] = regulations, ["normativeDocuments"] = normativeDocuments }, true, true, null));

    /// <summary>建账, in part.</summary>
    public LedgerBuilder Opened(int year, BooksOpened books) => OfNewMatter(FirstDay(year), books);

    /// <summary>Opens the books as proposed, one act for each open case.</summary>
    public LedgerBuilder Opened(OpeningProposal proposal)
    {
        foreach (var request in proposal.Requests) BroughtForward(proposal.FirstDay.Year, request.Applicant);
        foreach (var dispute in proposal.Disputes) PendingSince(proposal.FirstDay.Year, dispute.Route);
        return Opened(proposal.FirstDay.Year, proposal.Books);
    }

    /// <summary>年报公布, folded from everything so far.</summary>
    public LedgerBuilder Published(string on, int year) => OfNewMatter(on, new ReportPublished(year, "2021", Last, "sha256:00", "sha256:00"));

    /// <summary>Puts other facts and another day in the place of an entry.</summary>
    public LedgerBuilder Corrected<T>(long target, string on, T facts) where T : IActFacts<T> =>
        Correct(target, new Correction(Day(on), facts.Write()));

    /// <summary>Voids an entry.</summary>
    public LedgerBuilder VoidedEntry(long target) => Correct(target, new Correction(null, null));

    /// <summary>Records any act of the current matter.</summary>
    public LedgerBuilder Record<T>(string on, T facts) where T : IActFacts<T> => Append(T.Kind, _matter, Day(on), null, facts.Write());

    /// <summary>Folds a year in the form in force, or in another.</summary>
    public FoldedReport Fold(int year, long upTo = long.MaxValue, ReportForm? form = null) =>
        AnnualReportFold.Fold(_entries, "示范区应急管理局", year, upTo, form ?? BuiltInForms.Form2021).Value;

    private LedgerBuilder Correct(long target, Correction correction) =>
        Append(Correction.Kind, _entries[(int)target - 1].Subject, new DateOnly(2026, 1, 1), target, correction.Write());

    private LedgerBuilder OfNewMatter<T>(string on, T facts) where T : IActFacts<T>
    {
        _matter = New();
        return Record(on, facts);
    }

    private LedgerBuilder Append(ActKind kind, SubjectId subject, DateOnly on, long? corrects, JsonObject facts)
    {
        _entries.Add(FoldEntry.Of(new LedgerFacts(_chain, Last + 1, kind, subject, on, RecordedAt, corrects, facts)));
        return this;
    }

    private UnitId Unit(string name)
    {
        if (!_units.TryGetValue(name, out var unit)) _units[name] = unit = new UnitId(Guid.CreateVersion7());
        return unit;
    }

    private static SubjectId New() => new(Guid.NewGuid());

    private static string FirstDay(int year) => $"{year:D4}-01-01";

    private static DateOnly Day(string on) => DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
