using Gongkai.Domain;
using Gongkai.Domain.Disputes;
using Gongkai.Domain.Publishing;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.App.Imports;

/// <summary>The words an import file may use for the members of an enumeration: the code, and what offices write.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class ActWords<T> where T : struct, Enum
{
    private readonly Dictionary<string, T> _members = new(StringComparer.Ordinal);

    private readonly Dictionary<T, string> _words = [];

    public ActWords(params (T Member, string[] Words)[] words)
    {
        foreach (var (member, names) in words)
        {
            foreach (var name in names) _members.Add(name, member);
            _words.Add(member, names[0]);
            _members.TryAdd(EnumCode<T>.Of(member), member);
        }
        All = [.. words.Select(word => word.Words[0])];
    }

    /// <summary>The first word of each member.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The same in one line, for refusals.</summary>
    public string Choices => string.Join("、", All);

    /// <summary>The first word of a member.</summary>
    public string WordOf(T member) => _words[member];

    public bool TryFind(string word, out T member) => _members.TryGetValue(Plain(word), out member);

    private static string Plain(string word) => word.Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);
}

/// <summary>The words of each enumeration an import file can name.</summary>
internal static class ActWords
{
    public static readonly ActWords<ApplicantKind> Applicant = new(
        (ApplicantKind.NaturalPerson, ["自然人", "公民", "个人"]),
        (ApplicantKind.Business, ["商业企业", "企业"]),
        (ApplicantKind.Research, ["科研机构"]),
        (ApplicantKind.PublicInterest, ["社会公益组织"]),
        (ApplicantKind.LegalService, ["法律服务机构"]),
        (ApplicantKind.Other, ["其他"]));

    public static readonly ActWords<ReceiptChannel> Channel = new(
        (ReceiptChannel.Counter, ["当面", "当面提交"]),
        (ReceiptChannel.SignedPost, ["挂号邮寄", "特快", "邮寄", "EMS"]),
        (ReceiptChannel.PlainPost, ["平常信函", "平信"]),
        (ReceiptChannel.Web, ["网络", "互联网", "网站"]),
        (ReceiptChannel.Email, ["电子邮件", "邮箱"]),
        (ReceiptChannel.Fax, ["传真"]),
        (ReceiptChannel.Oral, ["口头"]));

    public static readonly ActWords<ConsultedParty> Party = new(
        (ConsultedParty.ThirdParty, ["第三方"]),
        (ConsultedParty.OtherOrgan, ["其他机关"]),
        (ConsultedParty.CoMaker, ["共同制作机关"]),
        (ConsultedParty.OwnUnit, ["协办科室"]));

    public static readonly ActWords<DisputeRoute> Route = new(
        (DisputeRoute.Reconsideration, ["行政复议", "复议"]),
        (DisputeRoute.LitigationDirect, ["未经复议直接起诉", "直接起诉"]),
        (DisputeRoute.LitigationAfterReconsideration, ["复议后起诉"]));

    public static readonly ActWords<DisputeResult> Result = new(
        (DisputeResult.Upheld, ["结果维持", "维持"]),
        (DisputeResult.Corrected, ["结果纠正", "纠正"]),
        (DisputeResult.Other, ["其他结果", "其他"]));

    public static readonly ActWords<InstrumentKind> Instrument = new(
        (InstrumentKind.Regulation, ["规章"]),
        (InstrumentKind.NormativeDocument, ["行政规范性文件", "规范性文件"]));

    public static readonly ActWords<AdministrativeDecisionKind> Decision = new(
        (AdministrativeDecisionKind.Licence, ["行政许可", "许可"]),
        (AdministrativeDecisionKind.Penalty, ["行政处罚", "处罚"]),
        (AdministrativeDecisionKind.Coercion, ["行政强制", "强制"]));

    public static readonly ActWords<ImportedAct> Act = new(
        (ImportedAct.RequestReceived, ["收到申请"]),
        (ImportedAct.RequestClosed, ["办结申请"]),
        (ImportedAct.RequestVoided, ["作废登记"]),
        (ImportedAct.ClarificationRequested, ["补正通知"]),
        (ImportedAct.Clarified, ["收到补正"]),
        (ImportedAct.ConsultationStarted, ["征求意见"]),
        (ImportedAct.ConsultationDelivered, ["对方收到征求意见函"]),
        (ImportedAct.ConsultationEnded, ["征求意见结束"]),
        (ImportedAct.RequestExtended, ["延期答复"]),
        (ImportedAct.ReasonsRequested, ["要求说明理由"]),
        (ImportedAct.ReasonsGiven, ["说明理由"]),
        (ImportedAct.AnswerDelayed, ["延迟答复"]),
        (ImportedAct.FeeNoticed, ["收费通知"]),
        (ImportedAct.ProcessingFeePaid, ["收取信息处理费"]),
        (ImportedAct.DisputeFiled, ["收到复议诉讼"]),
        (ImportedAct.DisputeConcluded, ["审结复议诉讼"]),
        (ImportedAct.InstrumentIssued, ["制发文件"]),
        (ImportedAct.InstrumentRepealed, ["废止文件"]),
        (ImportedAct.DecisionMade, ["作出决定"]),
        (ImportedAct.FeeCollected, ["收取行政事业性收费"]),
        (ImportedAct.ReturnSigned, ["科室报数单"]),
        (ImportedAct.BooksOpened, ["建账"]),
        (ImportedAct.RequestBroughtForward, ["期初在办申请"]),
        (ImportedAct.DisputeBroughtForward, ["期初未审结"]));
}

/// <summary>The acts an import file can hold.</summary>
internal enum ImportedAct
{
    RequestReceived,
    RequestClosed,
    RequestVoided,
    ClarificationRequested,
    Clarified,
    ConsultationStarted,
    ConsultationDelivered,
    ConsultationEnded,
    RequestExtended,
    ReasonsRequested,
    ReasonsGiven,
    AnswerDelayed,
    FeeNoticed,
    ProcessingFeePaid,
    DisputeFiled,
    DisputeConcluded,
    InstrumentIssued,
    InstrumentRepealed,
    DecisionMade,
    FeeCollected,
    ReturnSigned,
    BooksOpened,
    RequestBroughtForward,
    DisputeBroughtForward,
}
