using System.Text;
using Gongkai.Documents.Clocks;
using Gongkai.Domain;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;
using static Gongkai.Testing.ARequest;

namespace Gongkai.Documents.Tests.Clocks;

public sealed class ClockEventFileTests
{
    [Fact(DisplayName = "每一种事件的例子都能读")]
    public void Every_example_reads() => Assert.All(ClockEventShape.All, shape =>
    {
        Assert.Single(Read($"[{shape.Example}]").Value);
        Assert.NotEmpty(shape.Meaning);
    });

    [Fact(DisplayName = "台账里的每一种期限行为都有写法")]
    public void Every_act_has_a_shape() =>
        Assert.Equal(RequestHistory.Kinds.Keys.Select(kind => kind.Name).Order(), ClockEventShape.All.Select(shape => $"request.{shape.Act}").Order());

    [Fact(DisplayName = "可省的字段有默认值")]
    public void What_may_be_left_out_has_a_value() => Assert.Equal(
        [
            new ClockEvent(Day("2026-03-02"), new RequestReceived(ApplicantKind.NaturalPerson, ReceiptChannel.Counter)),
            new ClockEvent(Day("2026-03-03"), new ConsultationStarted(1, ConsultedParty.ThirdParty)),
            new ClockEvent(Day("2026-03-04"), new ConsultationEnded(1)),
        ],
        Read("""{"events":[{"on":"2026-03-02","act":"received"},{"on":"2026-03-03","act":"consultationStarted","consultation":1,"party":"thirdParty"},{"on":"2026-03-04","act":"consultationEnded","consultation":1}]}""").Value);

    [Theory(DisplayName = "写错的事件，说明第几个、怎么写")]
    [InlineData("{}", "应当是事件的列表")]
    [InlineData("[1]", "第 1 个事件不是对象")]
    [InlineData("""[{"on":"2026-03-02"}]""", "不认识")]
    [InlineData("""[{"on":"2026-03-02","act":"exploded"}]""", "“exploded”不认识；可用：received、")]
    [InlineData("""[{"on":"3月2日","act":"received"}]""", "“3月2日”不是日期")]
    [InlineData("""[{"act":"received"}]""", "不是日期")]
    [InlineData("""[{"on":"2026-03-02","act":"received","chanel":"web"}]""", "没有字段“chanel”")]
    [InlineData("""[{"on":"2026-03-02","act":"received","channel":"pigeon"}]""", "字段不全或写法不对")]
    [InlineData("""[{"on":"2026-03-02","act":"received","channel":7}]""", "字段不全或写法不对")]
    [InlineData("""[{"on":"2026-03-02","act":"received"},{"on":"2026-03-03","act":"feeNoticed"}]""", "第 2 个事件（feeNoticed）")]
    [InlineData("""[{"on":"2026-03-03","act":"feeNoticed","fen":1.5}]""", "字段不全或写法不对")]
    [InlineData("""[{"on":"2026-03-03","act":"extended","workingDays":99999999999,"consentedOn":null}]""", "字段不全或写法不对")]
    [InlineData("""[{"on":"2026-03-03","act":"clarificationRequested","by":"2026-02-30"}]""", "字段不全或写法不对")]
    [InlineData("""[{"on":"2026-03-03","act":"closed","row":"won"}]""", "字段不全或写法不对")]
    public void Every_fault_is_told(string text, string words) => Assert.Contains(words, Read(text).Refusal!.Message, StringComparison.Ordinal);

    private static Outcome<IReadOnlyList<ClockEvent>> Read(string text) => ClockEventFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
