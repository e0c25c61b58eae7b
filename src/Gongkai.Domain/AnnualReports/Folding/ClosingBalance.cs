using Gongkai.Domain.Disputes;
using Gongkai.Domain.Requests;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>What the books of an agency hold as it closes (撤并时的结余): what a successor takes over, and what cannot go over by name.</summary>
/// <param name="InForce">Instruments in force per cell row; null where the books of the row are not open.</param>
/// <param name="UnnamedRequests">Requests that last year's return carried over and no act names; null where the books are not open.</param>
/// <param name="UnnamedDisputes">The same for disputes.</param>
/// <param name="Opened">True when the books were opened by an act.</param>
public sealed record ClosingBalance(IReadOnlyDictionary<string, decimal?> InForce, decimal? UnnamedRequests, decimal? UnnamedDisputes, bool Opened)
{
    /// <summary>The balance of a ledger in a year.</summary>
    /// <param name="acts">Its acts.</param>
    /// <param name="year">Year of the last day.</param>
    public static Outcome<ClosingBalance> Of(LedgerActs acts, int year) => acts.Resolve().Then<ClosingBalance>(resolved =>
    {
        var books = Books.Of(resolved);
        return new ClosingBalance(
            books.Instruments.ToDictionary(register => register.Row, register => new InForceHistory(register, books.Returns).KnownAt(year)),
            Unnamed(books.Requests, books.RequestsOpened, books.Returns, "requests",
                column => CellKey.Request(RequestRow.CarriedOver, EnumCode<ApplicantKind>.All.ElementAt(column)), year),
            Unnamed(books.Disputes, books.DisputesOpened, books.Returns, "disputes",
                group => CellKey.Dispute(EnumCode<DisputeRoute>.All.ElementAt(group), CellKey.Pending), year),
            books.RequestsOpened is not null);
    });

    private static decimal? Unnamed(CaseRegister register, OpeningAct? opening, ReturnBook returns, string table, Func<int, CellKey> carriedOver, int year)
    {
        var standing = new StandingHistory(register, opening, returns, table, carriedOver).At(year);
        return standing.Any(one => one is null) ? null : standing.Sum(one => one!.Unnamed);
    }
}
