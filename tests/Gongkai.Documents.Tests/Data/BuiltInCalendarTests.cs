using System.Text.Json;
using Gongkai.Documents.Data;
using Gongkai.Testing;

namespace Gongkai.Documents.Tests.Data;

public sealed class BuiltInCalendarTests
{
    [Fact(DisplayName = "内置 2019 至 2026 年的放假安排，每年有通知文号和印发日期")]
    public void Eight_years_with_their_notices()
    {
        Assert.Equal(Enumerable.Range(2019, 8), BuiltInCalendars.Years.Select(year => year.Year));
        Assert.All(BuiltInCalendars.Years, year =>
        {
            Assert.Matches("^国办发明电〔20[0-9]{2}〕[0-9]+号$", year.Notice);
            Assert.Equal(year.Year - 1, year.IssuedOn?.Year);
        });
        Assert.Equal([2019, 2020], BuiltInCalendars.Years.Where(year => year.ChangedBy is not null).Select(year => year.Year));
    }

    [Fact(DisplayName = "内置日历与公开的放假数据逐日相同")]
    public void The_built_in_days_are_those_of_the_notices()
    {
        var path = Corpus.Find("holidays-cn.json");
        Assert.SkipWhen(path is null && !Corpus.MustExist, "../shared/holidays-cn.json is not here.");
        using var source = JsonDocument.Parse(File.ReadAllBytes(path!));
        using var notices = JsonDocument.Parse(File.ReadAllBytes(Corpus.Find("holidays-cn.meta.json")!));
        Assert.Equal(source.RootElement.EnumerateObject().Select(year => year.Name), BuiltInCalendars.Years.Select(year => $"{year.Year}"));
        foreach (var year in BuiltInCalendars.Years)
        {
            var days = source.RootElement.GetProperty($"{year.Year}");
            Assert.Equal(Days(days, "holidays"), year.Holidays.Keys.Order());
            Assert.Equal(Days(days, "workdays"), year.MakeUpDays.Order());
            var notice = notices.RootElement.GetProperty($"{year.Year}");
            Assert.Equal(notice.GetProperty("notice").GetString(), year.Notice);
            Assert.Equal(ARequest.Day(notice.GetProperty("issued").GetString()!), year.IssuedOn);
        }
    }

    private static IEnumerable<DateOnly> Days(JsonElement year, string list) =>
        year.GetProperty(list).EnumerateArray().Select(day => ARequest.Day(day.GetString()!));
}
