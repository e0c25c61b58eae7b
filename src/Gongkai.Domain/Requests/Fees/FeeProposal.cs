namespace Gongkai.Domain.Requests.Fees;

/// <summary>Which ladder a fee was reckoned by (计收方式). One request is charged by one of them, never by both.</summary>
public enum FeeScale
{
    /// <summary>按件计收.</summary>
    ByItem,

    /// <summary>按量计收.</summary>
    ByPage,
}

/// <summary>The part of a fee that falls into one step of the ladder (分档金额).</summary>
/// <param name="From">First unit charged in it.</param>
/// <param name="To">Last unit charged in it, inclusive.</param>
/// <param name="Price">Price of each.</param>
public sealed record FeeBand(long From, long To, Money Price)
{
    /// <summary>Number of units.</summary>
    public long Count => To - From + 1;

    /// <summary>What they cost together.</summary>
    public Money Amount => Count * Price;
}

/// <summary>What the ladder gives (收费建议). Whether to charge is the officer's decision: the measures say 可以.</summary>
/// <param name="Scale">The ladder.</param>
/// <param name="Total">The sum of all parts.</param>
/// <param name="Bands">The parts, those that cost nothing included.</param>
/// <param name="Sentence">The reckoning with its basis, in Chinese.</param>
public sealed record FeeProposal(FeeScale Scale, Money Total, IReadOnlyList<FeeBand> Bands, string Sentence);
