using System.Diagnostics.CodeAnalysis;

namespace Gongkai.Domain;

/// <summary>A named refusal (不予办理的理由): what the law or the input does not allow, in one sentence a user can act on.</summary>
/// <param name="Code">Stable name of the reason, e.g. <c>calendar.year-not-known</c>.</param>
/// <param name="Message">What is wrong and what to do, in Chinese.</param>
/// <param name="Basis">The provision behind it, where there is one.</param>
public sealed record Refusal(string Code, string Message, Citation? Basis = null)
{
    /// <inheritdoc/>
    public override string ToString() => Basis is { } basis ? $"{Message}（{basis}）" : Message;
}

/// <summary>
/// The result (结果) of something that the law or a user can make fail: a value or a <see cref="Domain.Refusal"/>, never both.
/// What only a bug can cause is thrown instead.
/// </summary>
/// <typeparam name="T">The value when it was allowed.</typeparam>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    /// <summary>The refusal, or null when there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when this is a refusal.</summary>
    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It was refused: the caller did not look.</exception>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    /// <summary>Wraps a value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Wraps a refusal.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    /// <summary>Continues with the value, or hands the refusal on.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => Refusal is null ? next(_value!) : Refusal;
}
