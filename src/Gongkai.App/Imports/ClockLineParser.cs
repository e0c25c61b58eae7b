using Gongkai.Domain.Ledger;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.App.Imports;

/// <summary>Reads the lines of what happens between receipt and answer (补正、征求意见、延期、收费…).</summary>
internal static class ClockLineParser
{
    private const int MostDays = 1000;

    public static ActLine Parse(ImportedAct kind, ActFields fields, string number, DateOnly day, string note)
    {
        return kind switch
        {
            ImportedAct.ClarificationRequested => Line(new ClarificationRequested(fields.Day(ActColumn.Until))),
            ImportedAct.Clarified => Line(new Clarified(fields.YesNo(ActColumn.Answered, otherwise: true))),
            ImportedAct.ConsultationStarted => Line(new ConsultationStarted(
                Consultation(), fields.Word(ActColumn.Party, ActWords.Party), fields.OptionalDay(ActColumn.Until))),
            ImportedAct.ConsultationDelivered => Line(new ConsultationDelivered(Consultation())),
            ImportedAct.ConsultationEnded => Line(new ConsultationEnded(Consultation(), fields.YesNo(ActColumn.Answered, otherwise: true))),
            ImportedAct.RequestExtended => Line(new RequestExtended(
                fields.Count(ActColumn.WorkingDays, ReplyTerms.Extension, MostDays), fields.OptionalDay(ActColumn.ConsentedOn))),
            ImportedAct.ReasonsRequested => Line(new ReasonsRequested()),
            ImportedAct.ReasonsGiven => Line(new ReasonsGiven()),
            ImportedAct.AnswerDelayed => Line(new AnswerDelayed(fields.Day(ActColumn.Until))),
            ImportedAct.FeeNoticed => Line(new FeeNoticed(fields.Fen())),
            ImportedAct.ProcessingFeePaid => Line(new ProcessingFeePaid(fields.Fen())),
            _ => throw new InvalidOperationException($"{kind} has no line."),
        };

        ClockLine Line<T>(T act) where T : IActFacts<T>, IClockAct => new(fields.Line, number, day, note, T.Kind, act.Write(), act);

        int Consultation() => fields.Count(ActColumn.Consultation, 1, ReplyClock.MaxEvents);
    }
}
