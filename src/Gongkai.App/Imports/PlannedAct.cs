using System.Text.Json.Nodes;
using Gongkai.App.Acts;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Ledger;

namespace Gongkai.App.Imports;

/// <summary>An act of a file ready to be recorded: what it says, what it is about, its day, and what names it for people.</summary>
/// <param name="Kind">Kind of the facts.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="On">The day it counts for.</param>
/// <param name="References">Numbers and titles; they go into the private part.</param>
/// <param name="Note">The remark of the line, or empty.</param>
internal sealed record PlannedAct(
    ActKind Kind, JsonObject Facts, SubjectId Subject, DateOnly On, IReadOnlyDictionary<string, string> References, string Note)
{
    public static PlannedAct Of<T>(T facts, Guid subject, ActLine line, params (string Name, string Value)[] references) where T : IActFacts<T> =>
        Of(T.Kind, facts.Write(), subject, line, references);

    public static PlannedAct Of(ActKind kind, JsonObject facts, Guid subject, ActLine line, params (string Name, string Value)[] references) =>
        new(kind, facts, new SubjectId(subject), line.On,
            references.Where(reference => reference.Value.Length > 0).ToDictionary(reference => reference.Name, reference => reference.Value),
            line.Note);

    /// <summary>Records it in a house.</summary>
    public void Record(ActSession acts, AgencyId agency, string who) =>
        acts.Record(agency, Kind, Facts, Subject, On, new PrivatePart(who, Note, References));

    /// <summary>The entry it would be, for a fold over a file that is in no house.</summary>
    public FoldEntry AsEntry(ChainId chain, long sequence, DateTime at) =>
        FoldEntry.Of(new LedgerFacts(chain, sequence, Kind, Subject, On, at, Corrects: null, Facts));
}
