namespace Gongkai.App.Imports;

/// <summary>The columns of an import file: a code for JSON Lines, and the heading people see. Either is accepted everywhere.</summary>
/// <param name="Code">Key in JSON Lines.</param>
/// <param name="Heading">Heading in the template.</param>
internal sealed record ActColumn(string Code, string Heading)
{
    public static readonly ActColumn Act = new("act", "类别");
    public static readonly ActColumn Number = new("number", "编号");
    public static readonly ActColumn On = new("on", "日期");
    public static readonly ActColumn Applicant = new("applicant", "申请人类型");
    public static readonly ActColumn Channel = new("channel", "渠道");
    public static readonly ActColumn Outcome = new("outcome", "办理结果");
    public static readonly ActColumn Until = new("until", "期限至");
    public static readonly ActColumn WorkingDays = new("workingDays", "工作日数");
    public static readonly ActColumn ConsentedOn = new("consentedOn", "负责人同意日");
    public static readonly ActColumn Consultation = new("consultation", "征求意见序号");
    public static readonly ActColumn Party = new("party", "征求对象");
    public static readonly ActColumn Answered = new("answered", "是否回复");
    public static readonly ActColumn Route = new("route", "途径");
    public static readonly ActColumn Result = new("result", "审理结果");
    public static readonly ActColumn Instrument = new("instrument", "文件种类");
    public static readonly ActColumn Title = new("title", "标题");
    public static readonly ActColumn Lead = new("lead", "是否牵头");
    public static readonly ActColumn Expired = new("expired", "是否自然失效");
    public static readonly ActColumn Decision = new("decision", "决定种类");
    public static readonly ActColumn Yuan = new("yuan", "金额（元）");
    public static readonly ActColumn Unit = new("unit", "科室");
    public static readonly ActColumn Period = new("period", "报数期");
    public static readonly ActColumn Cell = new("cell", "单元格");
    public static readonly ActColumn Value = new("value", "数值");
    public static readonly ActColumn Signer = new("signer", "签字人");
    public static readonly ActColumn Source = new("source", "来源系统");
    public static readonly ActColumn Note = new("note", "备注");

    /// <summary>All, in the order of the template.</summary>
    public static IReadOnlyList<ActColumn> All { get; } =
    [
        Act, Number, On, Applicant, Channel, Outcome, Until, WorkingDays, ConsentedOn, Consultation, Party, Answered, Route, Result, Instrument,
        Title, Lead, Expired, Decision, Yuan, Unit, Period, Cell, Value, Signer, Source, Note,
    ];
}
