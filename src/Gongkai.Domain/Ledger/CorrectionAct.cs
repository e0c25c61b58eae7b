namespace Gongkai.Domain.Ledger;

/// <summary>A correction as it was recorded.</summary>
/// <param name="Sequence">The correction's own entry.</param>
/// <param name="Target">The entry it corrects.</param>
/// <param name="On">The day it was made for.</param>
/// <param name="Content">What it says; a day or facts it leaves out stay as they were.</param>
internal readonly record struct CorrectionAct(long Sequence, long Target, DateOnly On, Correction Content)
{
    /// <summary>True when the target counts nowhere.</summary>
    public bool Voids => Content is { EffectiveOn: null, Facts: null };
}
