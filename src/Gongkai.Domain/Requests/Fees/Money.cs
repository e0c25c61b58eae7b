using System.Globalization;

namespace Gongkai.Domain.Requests.Fees;

/// <summary>An amount of money in whole fen (金额).</summary>
/// <param name="Fen">The amount in fen; negative for a refund.</param>
public readonly record struct Money(long Fen)
{
    /// <summary>The amount in yuan.</summary>
    public decimal Yuan => Fen / 100m;

    /// <summary>An amount of whole yuan.</summary>
    public static Money OfYuan(long yuan) => new(checked(yuan * 100));

    /// <summary>The sum of two amounts.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Fen + right.Fen));

    /// <summary>An amount so many times.</summary>
    public static Money operator *(long count, Money amount) => new(checked(count * amount.Fen));

    /// <summary>The amount as offices print it: 3000元, 12.5元.</summary>
    public override string ToString() => Yuan.ToString("0.##", CultureInfo.InvariantCulture) + "元";
}
