namespace Gongkai.Domain.Calendar;

/// <summary>A term and its last day (期限、届满之日).</summary>
/// <param name="After">The day it runs from; that day itself is not counted.</param>
/// <param name="Days">Its length in days of its own unit.</param>
/// <param name="LastOn">Its last day, inclusive.</param>
/// <param name="Provisional">True when it runs through a year whose days off are not known: see <see cref="WorkingCalendar.ProvisionalNote"/>.</param>
public readonly record struct Term(DateOnly After, int Days, DateOnly LastOn, bool Provisional);
