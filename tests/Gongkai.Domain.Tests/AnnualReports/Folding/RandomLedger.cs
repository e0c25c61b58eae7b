using CsCheck;
using Gongkai.Domain.Disputes;
using Gongkai.Domain.Publishing;
using Gongkai.Domain.Requests;
using Gongkai.Testing;
using static Gongkai.Testing.LedgerBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Folding;

/// <summary>One random act. Matters are few and verbs many, so that irregular sequences are common.</summary>
internal readonly record struct Move(int Verb, int Matter, string On, int Class, int Result);

/// <summary>Ledgers nobody would have kept: acts of three years in any order, irregular ones included.</summary>
internal static class RandomLedger
{
    private const int Verbs = 12;

    private static readonly Gen<string> Day =
        Gen.Int[0, 3 * 365].Select(days => new DateOnly(2024, 1, 1).AddDays(days).ToString("yyyy-MM-dd", null));

    public static Gen<Move> AMove { get; } =
        Gen.Select(Gen.Int[0, Verbs - 1], Gen.Int[0, 9], Day, Gen.Int[0, 5], Gen.Int[0, 20], (verb, matter, on, kind, result) => new Move(verb, matter, on, kind, result));

    public static Gen<Move[]> Moves { get; } = AMove.Array[0, 60];

    public static LedgerBuilder Build(IEnumerable<Move> moves, bool opened = true)
    {
        var ledger = opened ? ALedger().Opened(2024, 3, 5) : ALedger();
        foreach (var move in moves) Record(ledger, move);
        return ledger;
    }

    /// <summary>Records a move; the verbs for requests come up more often than the others.</summary>
    public static LedgerBuilder Record(LedgerBuilder ledger, Move move)
    {
        var applicant = (ApplicantKind)move.Class;
        var (request, dispute, other) = ($"申请{move.Matter}", $"案件{move.Matter}", $"其他{move.Matter}");
        return move.Verb switch
        {
            0 or 1 or 2 => ledger.About(request).ReceivedAgain(move.On, applicant),
            3 or 4 => ledger.About(request).Closed(move.On, (OutcomeRow)move.Result),
            5 => move.Result > 15 ? ledger.About(request).Voided(move.On) : ledger.About(request).Record(move.On, new RequestBroughtForward(applicant)),
            6 => ledger.About(dispute).Record(move.On, new DisputeFiled((DisputeRoute)(move.Class % 3))),
            7 => ledger.About(dispute).Concluded(move.On, (DisputeResult)(move.Result % 3)),
            8 => ledger.About(other).Record(move.On, new InstrumentIssued((InstrumentKind)(move.Class % 2))),
            9 => ledger.About(other).Repealed(move.On, (InstrumentKind)(move.Class % 2)),
            10 => ledger.Decided(move.On, (AdministrativeDecisionKind)(move.Class % 3)),
            _ => ledger.About(request).ProcessingFee(move.On, move.Result * 100),
        };
    }
}
