using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.Domain.Tests.Requests.Clocks;

/// <summary>The term of a request runs on when its agency is merged into another: the successor's ledger alone proves it.</summary>
public sealed class TakenOverTests
{
    [Fact(DisplayName = "承接的申请：原机关的收到和更正都还在，期限接着算；再次承接也一样")]
    public void The_past_goes_along()
    {
        var (chain, subject) = (new ChainId(Guid.NewGuid()), new SubjectId(Guid.NewGuid()));
        LedgerFacts[] entries =
        [
            Entry(1, "2026-03-02", new RequestReceived(ApplicantKind.NaturalPerson, ReceiptChannel.Counter)),
            new LedgerFacts(chain, 2, Correction.Kind, subject, Day("2026-03-04"), DateTime.UnixEpoch, 1, new Correction(Day("2026-03-03"), null).Write()),
        ];

        var past = RequestHistory.PastOf(entries);
        var taken = Entry(9, "2026-07-01", new RequestTakenOver(new AgencyId(Guid.NewGuid()), subject, past));
        var again = Entry(1, "2027-01-01", new RequestTakenOver(new AgencyId(Guid.NewGuid()), subject, RequestHistory.PastOf([taken])));

        foreach (var history in (IReadOnlyList<ClockEvent>[])[RequestHistory.Of([taken]), RequestHistory.Of([again])])
        {
            var received = Assert.Single(history);
            Assert.Equal((Day("2026-03-03"), new RequestReceived(ApplicantKind.NaturalPerson, ReceiptChannel.Counter)), (received.On, received.Act));
        }

        LedgerFacts Entry<T>(long sequence, string on, T facts) where T : IActFacts<T> => new(chain, sequence, T.Kind, subject, Day(on), DateTime.UnixEpoch, null, facts.Write());
    }

    private static DateOnly Day(string on) => DateOnly.ParseExact(on, "yyyy-MM-dd", null);
}
