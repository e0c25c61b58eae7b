using Gongkai.Domain.Agencies;

namespace Gongkai.Domain.Requests.Fees;

/// <summary>Items asked for in one request, for the month's count (计件登记).</summary>
/// <param name="Agency">The agency asked.</param>
/// <param name="Applicant">Fingerprint of the applicant: the same person has the same one, and it names nobody.</param>
/// <param name="ReceivedOn">收到申请之日.</param>
/// <param name="Items">Number of items, from 1.</param>
public readonly record struct ItemsAsked(AgencyId Agency, string Applicant, DateOnly ReceivedOn, int Items);

/// <summary>Counts the items of a month (自然月累计).</summary>
public static class FeeTally
{
    /// <summary>
    /// How many items the same applicant asked of the same agency earlier in the same calendar month. On a platform of many agencies the
    /// count never runs across them.
    /// </summary>
    /// <param name="earlier">What came before the request, any agency, applicant and month.</param>
    /// <param name="request">The request to be charged.</param>
    [Law("国办函〔2020〕109号")]
    public static int Before(IEnumerable<ItemsAsked> earlier, ItemsAsked request) => earlier
        .Where(asked => asked.Agency == request.Agency && asked.Applicant == request.Applicant
            && asked.ReceivedOn.Year == request.ReceivedOn.Year && asked.ReceivedOn.Month == request.ReceivedOn.Month)
        .Sum(asked => asked.Items);
}
