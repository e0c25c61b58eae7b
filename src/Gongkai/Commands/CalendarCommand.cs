using System.CommandLine;
using Gongkai.Commands.Calendars;

namespace Gongkai.Commands;

/// <summary><c>gongkai calendar</c>: the days off that terms are counted by.</summary>
internal static class CalendarCommand
{
    public static Command Create() => new("calendar", "日历：查看、导入放假和调休上班的安排。") { ShowCommand.Create(), ImportCommand.Create() };
}
