using System.Text.RegularExpressions;

namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>
/// How words claim a number (正文数字的写法). Each pattern covers a clause up to its number and leaves nothing out: a clause that says more
/// than the pattern knows (a channel, a part, another body) is no claim, for a false alarm costs more trust than a missed slip.
/// </summary>
internal static partial class ClaimPatterns
{
    private const string Number = $@"(?<n>\d{{1,3}}(?:,\d{{3}})+|\d+|[{ChineseNumeral.Letters}]+)(?<about>余|多|几|万余)?(?<unit>件|份|宗|起|例)";

    /// <summary>
    /// Words between verb and number that do not narrow what is counted. Atomic, the longer word first: a hostile text of nothing but such
    /// words is read once, not in every way it can be cut up.
    /// </summary>
    private const string Matter =
        "(?>了|的|到|过|各类|政府|信息|公开|依|申请书|申请|案件|事项|数量|总数|共计|共|总计|合计|为|计|有|书面|公民|法人|和|或者|或|及|其他组织|、|群众|社会|提出|来自|任何|相关|“|”)*";

    private const string NextYear = @"(?:下一年度|下年度|下一年|下年|次年|20\d\d年度?)";

    private const string LastYear = @"(?:上一年度|上年度|上一年|上年|20\d\d年度?)";

    private const string CaseWords = "(?>案件|案|申请|的|共计|共|为|被|提起|了|件数|数量|有)*";

    [GeneratedRegex($"^(?<verb>收到|新收|接收|接到|收办|受理|新增)(?<mid>{Matter}){Number}(?<tail>(?>政府信息公开|依申请公开|信息公开|政府信息|公开|的)*申请)?")]
    public static partial Regex Received();

    [GeneratedRegex($"^(?:未|没有|没|未曾)(?:收到|接到|接收|受理)(?:过|和处理|及处理|、处理)?(?<mid>{Matter})(?<=申请|申请书|依申请公开)(?:的?情况|事项|件)?$")]
    public static partial Regex NoneReceived();

    [GeneratedRegex("^无(?:依申请公开|政府信息公开申请|信息公开申请|依申请)(?:政府信息|信息)?的?(?:情况|事项|件|案件|业务|申请)?$")]
    public static partial Regex NoRequests();

    [GeneratedRegex($"^(?<verb>办结|答复|回复|办复|办理完毕|办理|处理)(?<mid>{Matter}){Number}(?<tail>(?:政府信息公开|依申请公开|信息公开)?申请)?(?=$|均|已|全部)")]
    public static partial Regex Closed();

    [GeneratedRegex($"^(?:另|另有|还有|尚有|有|作)?(?:结转|转|顺延)(?:到|至|入)?{NextYear}(?:继续)?(?:办理|答复|处理)?{Matter}{Number}|^(?:另|另有|还有|尚有|有)?{Number}(?:申请|案件)*(?:按照[^，]{{1,10}})?(?:结转|转|顺延)(?:到|至|入)?{NextYear}")]
    public static partial Regex CarriedOver();

    [GeneratedRegex($"^(?:含|包括|包含|加上|另有|有)?{LastYear}(?:结转|转入|转结|遗留)(?:至本年度?|到本年度?|本年度?)?{Matter}{Number}")]
    public static partial Regex CarriedIn();

    [GeneratedRegex($"^(?:因[^，]{{1,16}}?等原因)?(?:作出|作|决定|属于)?(?<name>予以公开(?:及|和|与|或)部分公开|予以公开|部分公开|不予公开|无法提供|不予处理|其他处理)(?>的|共计|共有|共|为|申请|案件)*{Number}")]
    public static partial Regex OutcomeGroup();

    [GeneratedRegex($"^(?<who>自然人|法人(?:或|和|及|或者)其他组织)(?>提出|提交|的|申请|共计|共|为|政府信息公开)*{Number}")]
    public static partial Regex Applicants();

    [GeneratedRegex($"(?<kind>(?:行政)?复议(?:、|和|及|与|或|或者)?(?:提起)?(?:行政)?诉讼|(?:行政)?复议|(?:行政)?诉讼|行政应诉){CaseWords}{Number}")]
    public static partial Regex Disputes();

    [GeneratedRegex("(?:未|没有|无|未曾)(?:发生|收到|产生|出现|接到|涉及|引发|有)?(?>过|因|由|于|关于|任何|相关|政府|政务|信息|公开|工作|申请|依|引起|引发|导致|产生|提起|的|被|或|和|及|、|公民|法人|其他组织|行政)*(?:复议|诉讼)(?<tail>.*)$")]
    public static partial Regex NoDisputes();

    [GeneratedRegex("^(?:结果|全部|复议结果|诉讼结果|审理结果)?(?:均|全部|都)(?:获|被|为|予以|得到)?维持")]
    public static partial Regex AllUpheld();

    [GeneratedRegex($@"^(?:作出|办理|办结|实施|下达|给予)?(?<kind>行政许可|行政处罚|行政强制)(?<decision>决定|处理决定)?(?>书|案件|案|的|共计|共|为|数量)*(?<n>\d{{1,3}}(?:,\d{{3}})+|\d+|[{ChineseNumeral.Letters}]+)(?<about>余|多|万)?(?<unit>件|起|宗|例|项)$")]
    public static partial Regex Decisions();

    [GeneratedRegex($"^(?<verb>制发|制定|印发|出台|废止|现行有效)(?:了|的|各类)*(?:行政)?规范性文件(?>共计|共|为|有)*{Number}$")]
    public static partial Regex NormativeDocuments();

    /// <summary>Words before a claim that say when and how, not who or which.</summary>
    [GeneratedRegex(@"^(?:(?:截至|截止|至)?20\d\d年(?:度|底|全年|1月1日至12月31日|12月31日)?|本年度|本年|今年|全年|年内|一年来|期间|累计|总共|共计|总计|共|依法|依规|依照规定|按照规定|按规定|及时|按时|按期|规范|认真|已|均|全部|其中|此外|同时|当年|在法定期限内|限期内|期限内)")]
    public static partial Regex Filler();

    /// <summary>A body named as the one that acts, at the head of a clause.</summary>
    [GeneratedRegex(@"^(?<body>[\u4e00-\u9fff]{0,14}?(?:办公室|政府办|办公厅|部门|单位|行政机关|机关|局|委|厅|镇|乡|街道|办事处|县|区|市|省|园区|管委会|系统|本级))(?=代表|共|累计|全年|认真|依法|积极|严格|新收|收到|收办|受理|接收|接到|办理|办结|答复|作出|制发|制定|印发|出台|废止|现行有效|无|未|没有|20\d\d年|$)")]
    public static partial Regex Body();

    /// <summary>Figures of another time or of another count: last year's, a comparison, cases put on record.</summary>
    [GeneratedRegex("备案|同比|环比|较上|较去|相比|比上|比去|去年|上年同期|增长|下降|增加|减少|以来|每|网上|网络|信函|邮寄|当面|现场|邮件|传真")]
    public static partial Regex OtherCount();

    [GeneratedRegex("依申请|信息公开申请|申请公开|公开申请|政府信息公开申请")]
    public static partial Regex AboutRequests();

    [GeneratedRegex("信息公开|政务公开|政府信息|依申请")]
    public static partial Regex AboutDisclosure();

    /// <summary>公开、公示 of decisions counts what was published, not what was decided.</summary>
    [GeneratedRegex("公开|公示|公布|发布|信息|归集|录入|上传")]
    public static partial Regex AboutPublishing();

    [GeneratedRegex(@"[（(](?<inside>[^（）()]*)[）)]")]
    public static partial Regex Parentheses();

    [GeneratedRegex("(?=[（(][一二三四五六七八九十]{1,3}[）)])")]
    public static partial Regex Subsection();

    [GeneratedRegex("[。！？；;]")]
    public static partial Regex SentenceEnd();

    // A comma inside a number is no comma; 、 separates claims only after a number.
    [GeneratedRegex(@"，|：|:|(?<!\d),|,(?!\d{3})|(?<=[件份宗起例项])、")]
    public static partial Regex ClauseEnd();

    [GeneratedRegex("败诉|纠错|纠正|撤销|维持|不服|违法")]
    public static partial Regex AboutResult();

    [GeneratedRegex(@"^(?:截至|截止|至|在)?(?<year>20\d\d)年")]
    public static partial Regex YearAtHead();
}
