using System.Text;
using Gongkai.Documents.Calendars;
using Gongkai.Documents.Data;
using Gongkai.Domain;
using Gongkai.Domain.Calendar;
using static Gongkai.Testing.ARequest;

namespace Gongkai.Documents.Tests.Calendars;

public sealed class CalendarYearFileTests
{
    [Fact(DisplayName = "写出的年份文件读回来相同")]
    public void What_is_written_reads_back() => Assert.All(BuiltInCalendars.Years, year =>
    {
        var back = Read(CalendarYearFile.Write(year)).Value;
        Assert.Equal((year.Year, year.Notice, year.IssuedOn, year.ChangedBy), (back.Year, back.Notice, back.IssuedOn, back.ChangedBy));
        Assert.Equal(year.Holidays.OrderBy(day => day.Key), back.Holidays.OrderBy(day => day.Key));
        Assert.Equal(year.MakeUpDays.Order(), back.MakeUpDays.Order());
    });

    [Fact(DisplayName = "放假日期也可以只写日期；开头有字节顺序标记也能读")]
    public void A_plain_list_is_read_too()
    {
        var year = Read("\uFEFF{\"year\":2027,\"notice\":\"国办发明电〔2026〕0号\",\"holidays\":[\"2027-01-01\"],\"workdays\":[]}").Value;
        Assert.Equal("节假日", year.Holidays[Day("2027-01-01")]);
        Assert.Null(year.IssuedOn);
    }

    [Theory(DisplayName = "写错的文件，说明哪里错、怎么改")]
    [InlineData("", "空的")]
    [InlineData("放假", "不是正确的 JSON（第 1 行附近）")]
    [InlineData("[]", "缺少 year")]
    [InlineData("""{"year":"2027","notice":"文号","holidays":[],"workdays":[]}""", "缺少 year")]
    [InlineData("""{"year":2027,"holidays":[],"workdays":[]}""", "缺少 notice")]
    [InlineData("""{"year":2027,"notice":"文号","workdays":[]}""", "缺少 holidays")]
    [InlineData("""{"year":2027,"notice":"文号","holidays":[]}""", "缺少 workdays")]
    [InlineData("""{"year":2027,"notice":"文号","issued":"去年","holidays":[],"workdays":[]}""", "issued 中的“去年”不是日期")]
    [InlineData("""{"year":2027,"notice":"文号","holidays":["2027-02-30"],"workdays":[]}""", "“2027-02-30”不是日期")]
    [InlineData("""{"year":2027,"notice":"文号","holidays":["2027年1月1日"],"workdays":[]}""", "“2027年1月1日”不是日期")]
    [InlineData("""{"year":2027,"notice":"文号","holidays":[1],"workdays":[]}""", "“1”不是日期")]
    [InlineData("""{"year":2027,"notice":"文号","holidays":{"元旦":"2027-01-01"},"workdays":[]}""", "holidays 的“元旦” 应当是日期的列表")]
    [InlineData("""{"year":2027,"notice":"文号","holidays":["2026-12-31"],"workdays":[]}""", "不在 2027 年")]
    [InlineData("""{"year":2027,"notice":"文号","holidays":["2027-01-01"],"workdays":["2027-01-01"]}""", "既列为放假、又列为调休上班")]
    [InlineData("""{"year":2027,"notice":"文号","holidays":[],"workdays":["2027-01-04"]}""", "不是周六、周日")]
    [InlineData("""{"year":2027,"year":2028,"notice":"文号","holidays":[],"workdays":[]}""", "不是正确的 JSON")]
    [InlineData("""{"year":2027,"notice":"\ud800","holidays":[],"workdays":[]}""", "不成字的字符")]
    [InlineData("""{"year":99999999999,"notice":"文号","holidays":[],"workdays":[]}""", "缺少 year")]
    public void Every_fault_is_told(string text, string words) => Assert.Contains(words, Read(text).Refusal!.Message, StringComparison.Ordinal);

    [Fact(DisplayName = "不是文字的文件、过大的文件、嵌套过深的文件，一句话说明")]
    public void Hostile_files_are_told_too()
    {
        Assert.Equal("json.encoding", CalendarYearFile.Read(new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0])).Refusal?.Code);
        Assert.Equal("json.too-large", CalendarYearFile.Read(new MemoryStream(new byte[2 << 20])).Refusal?.Code);
        Assert.Equal("json.malformed", Read(new string('[', 100_000)).Refusal?.Code);
    }

    private static Outcome<CalendarYear> Read(string text) => CalendarYearFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
