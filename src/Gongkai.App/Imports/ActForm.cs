using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Imports;

/// <summary>How one question of a quick entry is answered (填写方式).</summary>
public enum ActFormFieldKind
{
    /// <summary>文字.</summary>
    Text,

    /// <summary>日期.</summary>
    Day,

    /// <summary>从几项中选一项.</summary>
    Choice,

    /// <summary>金额，单位元.</summary>
    Money,

    /// <summary>整数.</summary>
    Number,

    /// <summary>几行文字.</summary>
    Lines,
}

/// <summary>One question of a quick entry.</summary>
/// <param name="Name">Code of the import column it stands for.</param>
/// <param name="Label">The question.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Required">False when it may stay empty.</param>
/// <param name="Hint">Help, or null.</param>
public sealed record ActFormField(
    string Name, string Label, ActFormFieldKind Kind, IReadOnlyList<string> Choices, bool Required, string? Hint = null);

/// <summary>
/// The form of one act that is recorded by hand (登记表): the same columns an import file has, so that page and file are read by the same
/// rules and say the same when something is wrong.
/// </summary>
public sealed class ActForm
{
    private static readonly Dictionary<string, AgencyModule[]> ModulesOf = new()
    {
        // The report counts what was issued, decided and disputed wherever the agency publishes and answers.
        ["主动公开"] = [AgencyModule.Publishing, AgencyModule.AnnualReports],
        ["依申请公开"] = [AgencyModule.Requests],
        ["复议诉讼"] = [AgencyModule.Requests, AgencyModule.AnnualReports],
    };

    private ActForm(ImportedAct act, string group, params ActFormField[] fields)
    {
        Act = act;
        Code = EnumCode<ImportedAct>.Of(act);
        Name = ActWords.Act.WordOf(act);
        Group = group;
        Fields = [.. fields, Text(ActColumn.Note, required: false)];
    }

    /// <summary>Every act that feeds a number of the report or a clock, in the order of the report.</summary>
    public static IReadOnlyList<ActForm> All { get; } =
    [
        new(ImportedAct.InstrumentIssued, "主动公开", Text(ActColumn.Number, "文号"), Day(), Choice(ActColumn.Instrument, ActWords.Instrument), Text(ActColumn.Title),
            YesNo(ActColumn.Lead, "联合制发的，只有牵头机关计入年报。")),
        new(ImportedAct.InstrumentRepealed, "主动公开", Text(ActColumn.Number, "文号"), Day(), YesNo(ActColumn.Expired, "到期自然失效的选“是”。")),
        new(ImportedAct.DecisionMade, "主动公开", Text(ActColumn.Number, "决定书文号"), Day(), Choice(ActColumn.Decision, ActWords.Decision)),
        new(ImportedAct.FeeCollected, "主动公开", Text(ActColumn.Number, required: false), Day(), Money()),
        new(ImportedAct.ReturnSigned, "主动公开", Text(ActColumn.Number, "报数单编号"), Day(), Text(ActColumn.Unit),
            Text(ActColumn.Period, hint: "一年写 2026，一季写 2026-Q1，一月写 2026-03。"),
            new(ActColumn.Cell.Code, "格子和数值", ActFormFieldKind.Lines, [], true, "每行一格，先写格子再写数，如：行政许可 14。整张表为零的写：表三全部 0。"),
            Text(ActColumn.Signer), Text(ActColumn.Source, required: false, hint: "数从哪个系统来，写字母代号。")),
        new(ImportedAct.RequestReceived, "依申请公开", Number(), Day("收到之日，按渠道以条例第三十一条为准。"),
            Choice(ActColumn.Applicant, ActWords.Applicant), Choice(ActColumn.Channel, ActWords.Channel)),
        new(ImportedAct.ClarificationRequested, "依申请公开", Number(), Day("补正通知送达之日。"), Until("补正期限的最后一日。")),
        new(ImportedAct.Clarified, "依申请公开", Number(), Day(), YesNo(ActColumn.Answered, "未补正而决定继续办理的选“否”。")),
        new(ImportedAct.ConsultationStarted, "依申请公开", Number(), Day("发函之日。"), Consultation(), Choice(ActColumn.Party, ActWords.Party), Until("来函所定期限，没有的不填。", required: false)),
        new(ImportedAct.ConsultationDelivered, "依申请公开", Number(), Day(), Consultation()),
        new(ImportedAct.ConsultationEnded, "依申请公开", Number(), Day(), Consultation(), YesNo(ActColumn.Answered, "没有收到意见而不再等待的选“否”。")),
        new(ImportedAct.RequestExtended, "依申请公开", Number(), Day("延期告知送达之日。"),
            new(ActColumn.WorkingDays.Code, ActColumn.WorkingDays.Heading, ActFormFieldKind.Number, [], false, "不填为 20。"),
            new(ActColumn.ConsentedOn.Code, "工作机构负责人同意之日", ActFormFieldKind.Day, [], false, "没有同意的，延期不延长期限（条例第三十三条）。")),
        new(ImportedAct.ReasonsRequested, "依申请公开", Number(), Day()),
        new(ImportedAct.ReasonsGiven, "依申请公开", Number(), Day()),
        new(ImportedAct.AnswerDelayed, "依申请公开", Number(), Day(), Until("告知的最后一日。")),
        new(ImportedAct.FeeNoticed, "依申请公开", Number(), Day("申请人收到收费通知之日。"), Money()),
        new(ImportedAct.ProcessingFeePaid, "依申请公开", Number(), Day(), Money()),
        new(ImportedAct.RequestClosed, "依申请公开", Number(), Day("答复送达之日。"),
            new(ActColumn.Outcome.Code, ActColumn.Outcome.Heading, ActFormFieldKind.Choice, CellWords.OutcomeChoices, true)),
        new(ImportedAct.RequestVoided, "依申请公开", Number(), Day()),
        new(ImportedAct.DisputeFiled, "复议诉讼", Number("案号"), Day(), Choice(ActColumn.Route, ActWords.Route)),
        new(ImportedAct.DisputeConcluded, "复议诉讼", Number("案号"), Day(), Choice(ActColumn.Result, ActWords.Result)),
    ];

    /// <summary>Code of the act, for addresses.</summary>
    public string Code { get; }

    /// <summary>Name of the act.</summary>
    public string Name { get; }

    /// <summary>The part of the work it belongs to.</summary>
    public string Group { get; }

    /// <summary>Its questions.</summary>
    public IReadOnlyList<ActFormField> Fields { get; }

    internal ImportedAct Act { get; }

    /// <summary>The one most often begun with: a request came in.</summary>
    public static ActForm RequestReceived { get; } = All.Single(form => form.Code == EnumCode<ImportedAct>.Of(ImportedAct.RequestReceived));

    /// <summary>The form with this code, or null; of those that an agency uses.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="modules">The agency's modules.</param>
    public static ActForm? Find(string? code, IReadOnlySet<AgencyModule> modules) => UsedIn(modules).FirstOrDefault(form => form.Code == code);

    /// <summary>The forms an agency uses, by its modules.</summary>
    public static IEnumerable<ActForm> UsedIn(IReadOnlySet<AgencyModule> modules) => All.Where(form => ModulesOf[form.Group].Any(modules.Contains));

    private static ActFormField Text(ActColumn column, string? label = null, bool required = true, string? hint = null) =>
        new(column.Code, label ?? column.Heading, ActFormFieldKind.Text, [], required, hint);

    private static ActFormField Number(string label = "申请编号") => Text(ActColumn.Number, label);

    private static ActFormField Day(string? hint = null) => new(ActColumn.On.Code, ActColumn.On.Heading, ActFormFieldKind.Day, [], true, hint);

    private static ActFormField Until(string hint, bool required = true) => new(ActColumn.Until.Code, ActColumn.Until.Heading, ActFormFieldKind.Day, [], required, hint);

    private static ActFormField Money() => new(ActColumn.Yuan.Code, ActColumn.Yuan.Heading, ActFormFieldKind.Money, [], true);

    private static ActFormField Consultation() =>
        new(ActColumn.Consultation.Code, ActColumn.Consultation.Heading, ActFormFieldKind.Number, [], false, "同时征求几家意见的，从 1 起编号；只有一家的不填。");

    private static ActFormField YesNo(ActColumn column, string hint) => new(column.Code, column.Heading, ActFormFieldKind.Choice, ["是", "否"], false, hint);

    private static ActFormField Choice<T>(ActColumn column, ActWords<T> words) where T : struct, Enum =>
        new(column.Code, column.Heading, ActFormFieldKind.Choice, words.All, true);
}
