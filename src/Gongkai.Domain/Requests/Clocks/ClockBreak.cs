namespace Gongkai.Domain.Requests.Clocks;

/// <summary>
/// A rule that was broken on the way to the answer (违反期限规定的情形): recorded and kept, never a reason to refuse the record.
/// </summary>
/// <param name="Rule">Stable name, as it stands in <see cref="RequestClosed.Breaks"/>, e.g. <c>answer.late</c>.</param>
/// <param name="On">Day of the act that broke it.</param>
/// <param name="Message">What was wrong and what it means for the term, in Chinese.</param>
/// <param name="Basis">The provision.</param>
public sealed record ClockBreak(string Rule, DateOnly On, string Message, Citation Basis);
