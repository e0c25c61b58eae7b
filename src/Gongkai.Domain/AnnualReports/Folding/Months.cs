using System.Numerics;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>A set of months of one year.</summary>
/// <param name="Mask">Bit 0 is January.</param>
internal readonly record struct Months(int Mask)
{
    public static Months None { get; }

    public static Months All { get; } = new(0xFFF);

    public static Months January { get; } = new(1);

    public static Months December { get; } = new(1 << 11);

    public bool IsEmpty => Mask == 0;

    public static Months Of(ReturnPeriod period) => new(((1 << (period.LastMonth - period.FirstMonth + 1)) - 1) << (period.FirstMonth - 1));

    public static Months Of(DateOnly day) => new(1 << (day.Month - 1));

    public static Months operator |(Months left, Months right) => new(left.Mask | right.Mask);

    public static Months operator &(Months left, Months right) => new(left.Mask & right.Mask);

    public Months Except(Months other) => new(Mask & ~other.Mask);

    /// <summary>1—3月、12月.</summary>
    public override string ToString()
    {
        List<string> runs = [];
        for (var rest = Mask; rest != 0;)
        {
            var first = BitOperations.TrailingZeroCount(rest);
            var length = BitOperations.TrailingZeroCount(~(rest >> first));
            runs.Add(length == 1 ? $"{first + 1}月" : $"{first + 1}—{first + length}月");
            rest &= ~(((1 << length) - 1) << first);
        }
        return string.Join("、", runs);
    }
}
