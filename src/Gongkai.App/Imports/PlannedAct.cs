using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.App.Imports;

/// <summary>An act ready to be recorded: its facts, what it is about, its day, and the private part.</summary>
/// <param name="Kind">Kind of the facts.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="On">The day it counts for.</param>
/// <param name="References">Numbers and titles that name it for people; they go into the private part.</param>
/// <param name="Note">The remark of the line, or empty.</param>
internal sealed record PlannedAct(
    ActKind Kind, JsonObject Facts, SubjectId Subject, DateOnly On, IReadOnlyDictionary<string, string> References, string Note)
{
    public static PlannedAct Of<T>(T facts, Guid subject, ActLine line, params (string Name, string Value)[] references) where T : IActFacts<T> => new(
        T.Kind, facts.Write(), new SubjectId(subject), line.On,
        references.Where(reference => reference.Value.Length > 0).ToDictionary(reference => reference.Name, reference => reference.Value),
        line.Note);
}
