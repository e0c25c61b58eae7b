using System.Text.Json.Nodes;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Disputes;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Publishing;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.App.Imports;

/// <summary>An act as a line of the file states it: each field is checked, but nothing yet against the register.</summary>
/// <param name="Line">Line in the file.</param>
/// <param name="Number">The number people know the matter by.</param>
/// <param name="On">The day the act counts for.</param>
/// <param name="Note">Free remark, or empty; goes into the private part.</param>
internal abstract record ActLine(int Line, string Number, DateOnly On, string Note);

internal sealed record RequestReceivedLine(int Line, string Number, DateOnly On, string Note, ApplicantKind Applicant, ReceiptChannel Channel)
    : ActLine(Line, Number, On, Note);

internal sealed record RequestBroughtForwardLine(int Line, string Number, DateOnly On, string Note, ApplicantKind Applicant)
    : ActLine(Line, Number, On, Note);

internal sealed record RequestClosedLine(int Line, string Number, DateOnly On, string Note, OutcomeRow Row) : ActLine(Line, Number, On, Note);

internal sealed record RequestVoidedLine(int Line, string Number, DateOnly On, string Note) : ActLine(Line, Number, On, Note);

/// <summary>Anything on the way that starts, stops or lengthens the time for the answer, as the ledger will hold it.</summary>
/// <param name="Kind">Kind of the facts.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Act">The same for the clock.</param>
internal sealed record ClockLine(int Line, string Number, DateOnly On, string Note, ActKind Kind, JsonObject Facts, IClockAct Act)
    : ActLine(Line, Number, On, Note);

internal sealed record DisputeFiledLine(int Line, string Number, DateOnly On, string Note, DisputeRoute Route) : ActLine(Line, Number, On, Note);

internal sealed record DisputeBroughtForwardLine(int Line, string Number, DateOnly On, string Note, DisputeRoute Route)
    : ActLine(Line, Number, On, Note);

internal sealed record DisputeConcludedLine(int Line, string Number, DateOnly On, string Note, DisputeResult Result)
    : ActLine(Line, Number, On, Note);

internal sealed record InstrumentIssuedLine(int Line, string Number, DateOnly On, string Note, InstrumentKind Instrument, string Title, bool Lead)
    : ActLine(Line, Number, On, Note);

internal sealed record InstrumentRepealedLine(int Line, string Number, DateOnly On, string Note, bool Expired) : ActLine(Line, Number, On, Note);

internal sealed record DecisionMadeLine(int Line, string Number, DateOnly On, string Note, AdministrativeDecisionKind Decision)
    : ActLine(Line, Number, On, Note);

internal sealed record FeeCollectedLine(int Line, string Number, DateOnly On, string Note, long Fen) : ActLine(Line, Number, On, Note);

/// <summary>One cell, or one whole table reported as zero, of a signed return; lines with the same number make one return.</summary>
internal sealed record ReturnLine(
    int Line, string Number, DateOnly On, string Note, string Unit, ReturnPeriod Period, IReadOnlyList<CellKey> Cells, decimal Value, string Signer,
    string Source) : ActLine(Line, Number, On, Note);

/// <summary>One opening figure; all of a file make one act.</summary>
/// <param name="Figure">What it is the figure of: instruments in force, open requests, or pending disputes.</param>
/// <param name="Count">How many.</param>
internal sealed record BooksOpenedLine(int Line, string Number, DateOnly On, string Note, OpeningFigure Figure, long Count)
    : ActLine(Line, Number, On, Note);

/// <summary>The opening figures a file can give (期初数).</summary>
internal enum OpeningFigure
{
    RegulationsInForce,
    NormativeDocumentsInForce,
    OpenRequests,
    PendingDisputes,
}
