using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.Documents.Clocks;

/// <summary>How one act is written in an events file (事件写法).</summary>
public sealed class ClockEventShape
{
    private const string Prefix = "request.";

    private readonly Func<JsonElement, IClockAct> _read;

    private ClockEventShape(ActKind kind, JsonObject example, JsonObject optional, string meaning)
    {
        Act = kind.Name[Prefix.Length..];
        Fields = example;
        Optional = optional;
        Meaning = meaning;
        _read = RequestHistory.Kinds[kind];
    }

    /// <summary>All acts in the order of a request's life.</summary>
    public static IReadOnlyList<ClockEventShape> All { get; } =
    [
        Of(new RequestReceived(ApplicantKind.NaturalPerson, ReceiptChannel.Counter), "收到申请（on 为收到之日；channel：counter、signedPost、plainPost、web、email、fax、oral）", "applicant", "channel"),
        Of(new ClarificationRequested(new DateOnly(2026, 3, 30)), "补正通知送达（by 为补正期限最后一日）"),
        Of(new Clarified(), "收到补正（corrected 为 false：未补正而决定继续办理）", "corrected"),
        Of(new ConsultationStarted(1, ConsultedParty.ThirdParty), "发出征求意见函（party：thirdParty、otherOrgan、coMaker、ownUnit；by 为来函所定期限）", "by"),
        Of(new ConsultationDelivered(1), "对方收到征求意见函"),
        Of(new ConsultationEnded(1), "收到意见（opinion 为 false：未收到而不再等待）", "opinion"),
        Of(new RequestExtended(20, new DateOnly(2026, 3, 25)), "延期告知送达（consentedOn 为工作机构负责人同意之日）"),
        Of(new ReasonsRequested(), "要求说明理由"),
        Of(new ReasonsGiven(), "收到说明的理由"),
        Of(new AnswerDelayed(new DateOnly(2026, 4, 30)), "告知延迟答复的合理期限"),
        Of(new FeeNoticed(38000), "申请人收到收费通知（fen 为金额，单位分）"),
        Of(new ProcessingFeePaid(38000), "缴费（fen 为金额，单位分）"),
        Of(new RequestClosed(OutcomeRow.Granted, null, []), "办结（on 为送达之日；row 为年报行代码）", "row", "decision", "breaks"),
        Of(new RequestVoided(false), "作废登记或者拆分", "split"),
    ];

    /// <summary>Name of the act: the ledger's kind without <c>request.</c>.</summary>
    public string Act { get; }

    /// <summary>What it means, in Chinese.</summary>
    public string Meaning { get; }

    /// <summary>An event of this act as it may be written.</summary>
    public string Example
    {
        get
        {
            var example = new JsonObject { ["on"] = "2026-03-02", ["act"] = Act };
            foreach (var (name, value) in Fields) example[name] = value?.DeepClone();
            return example.ToJsonString();
        }
    }

    /// <summary>Its fields with sample values.</summary>
    internal JsonObject Fields { get; }

    private JsonObject Optional { get; }

    /// <summary>The facts, or null when a field is missing or of the wrong kind.</summary>
    internal IClockAct? Read(JsonObject fields)
    {
        var facts = new JsonObject();
        foreach (var (name, _) in Fields)
        {
            if (fields.TryGetPropertyValue(name, out var given)) facts[name] = given?.DeepClone();
            else if (Optional.TryGetPropertyValue(name, out var standard)) facts[name] = standard?.DeepClone();
            else return null;
        }
        try
        {
            return _read(JsonSerializer.SerializeToElement(facts));
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentNullException)
        {
            return null;
        }
    }

    private static ClockEventShape Of<T>(T sample, string meaning, params string[] optional) where T : IActFacts<T>
    {
        var written = sample.Write();
        var standard = new JsonObject();
        foreach (var name in optional) standard[name] = written[name]?.DeepClone();
        return new ClockEventShape(T.Kind, written, standard, meaning);
    }
}
