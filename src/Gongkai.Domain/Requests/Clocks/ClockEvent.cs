namespace Gongkai.Domain.Requests.Clocks;

/// <summary>Facts of an act that starts, stops, lengthens or ends the time for an answer (影响办理期限的行为).</summary>
public interface IClockAct;

/// <summary>Such an act and the day it counts for (期限事件).</summary>
/// <param name="On">The day: of receipt, of service of a notice, of posting a letter, of payment.</param>
/// <param name="Act">What happened.</param>
public readonly record struct ClockEvent(DateOnly On, IClockAct Act);
