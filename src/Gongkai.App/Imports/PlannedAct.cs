using Gongkai.App.Acts;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Ledger;

namespace Gongkai.App.Imports;

/// <summary>An act of a file ready to be recorded: what it is about, its day, and what names it for people.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="On">The day it counts for.</param>
/// <param name="References">Numbers and titles; they go into the private part.</param>
/// <param name="Note">The remark of the line, or empty.</param>
internal abstract record PlannedAct(SubjectId Subject, DateOnly On, IReadOnlyDictionary<string, string> References, string Note)
{
    /// <summary>Kind of the facts.</summary>
    public abstract ActKind Kind { get; }

    public static PlannedAct Of<T>(T facts, Guid subject, ActLine line, params (string Name, string Value)[] references) where T : IActFacts<T> =>
        new Typed<T>(facts, new SubjectId(subject), line.On,
            references.Where(reference => reference.Value.Length > 0).ToDictionary(reference => reference.Name, reference => reference.Value),
            line.Note);

    /// <summary>Records it in a house.</summary>
    public abstract void Record(ActSession acts, AgencyId agency, string who);

    /// <summary>The entry it would be, for a fold over a file that is in no house.</summary>
    public abstract FoldEntry AsEntry(ChainId chain, long sequence, DateTime at);

    private sealed record Typed<T>(T Facts, SubjectId Subject, DateOnly On, IReadOnlyDictionary<string, string> References, string Note)
        : PlannedAct(Subject, On, References, Note) where T : IActFacts<T>
    {
        public override ActKind Kind => T.Kind;

        public override void Record(ActSession acts, AgencyId agency, string who) =>
            acts.Record(agency, Facts, Subject, On, new PrivatePart(who, Note, References));

        public override FoldEntry AsEntry(ChainId chain, long sequence, DateTime at) =>
            FoldEntry.Of(new LedgerFacts(chain, sequence, T.Kind, Subject, On, at, Corrects: null, Facts.Write()));
    }
}
