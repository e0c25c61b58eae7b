namespace Gongkai.Domain.Requests.Clocks;

/// <summary>What a fee notice does to the time for the answer (收费期间的期限).</summary>
public enum FeeClock
{
    /// <summary>重新计算: the full term runs anew from the day after payment is complete.</summary>
    RestartAfterPayment,

    /// <summary>中止: what was left runs on from the day after payment is complete.</summary>
    PauseUntilPaid,
}

/// <summary>What asking for reasons does to the time for the answer (说明理由期间的期限); 条例35 is silent.</summary>
public enum ReasonsClock
{
    /// <summary>中止, until the reasons arrive.</summary>
    Pause,

    /// <summary>不中止.</summary>
    Run,
}

/// <summary>Where the texts leave a choice (可设置的口径). Data of the house, never of a single request.</summary>
/// <param name="Fee">What a fee notice does.</param>
/// <param name="Reasons">What asking for reasons does.</param>
/// <param name="YellowWithin">Yellow from this many working days left.</param>
/// <param name="OrangeWithin">Orange from this many working days left.</param>
public sealed record ClockSettings(FeeClock Fee, ReasonsClock Reasons, int YellowWithin, int OrangeWithin);
