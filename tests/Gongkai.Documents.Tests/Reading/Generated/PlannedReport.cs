using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Tests.Reading.Generated;

/// <summary>What a generated report prints: its numbers tie out, unless errors are planted.</summary>
internal sealed class PlannedReport
{
    public static readonly string[] Columns = ["naturalPerson", "business", "research", "publicInterest", "legalService", "other", "total"];
    public static readonly string[] Results = ["upheld", "corrected", "other", "pending", "total"];
    public static readonly string[] Groups = ["reconsideration", "litigationDirect", "litigationAfterReconsideration"];

    private readonly Random _random;

    public PlannedReport(Quirks quirks, int seed)
    {
        _random = new Random(seed);
        (Quirks, Year) = (quirks, 2019 + _random.Next(7));
        PlanProactive();
        PlanRequests();
        PlanDisputes();
        if (quirks.HasErrors) PlantErrors();
        if (quirks.Blanks == Blanks.EmptyOrganisations) Empty(key => key.StartsWith("requests.", StringComparison.Ordinal) && Columns.Skip(1).Take(5).Contains(key[(key.LastIndexOf('.') + 1)..]) && Values[key] == 0);
        if (quirks.Blanks == Blanks.EmptyTotals) Empty(key => key.StartsWith("requests.", StringComparison.Ordinal) && key.EndsWith(".total", StringComparison.Ordinal));
        if (quirks.Blanks is Blanks.EmptyZeros or Blanks.SlashZeros or Blanks.StrokeZeros or Blanks.WordZeros) Empty(key => Values[key] == 0);
    }

    public Quirks Quirks { get; }

    public string Agency { get; } = "示范区应急管理局";

    public int Year { get; }

    public string Form => Quirks.Rows == Rows.Of2019 ? "2019" : "2021";

    /// <summary>The numbers by cell; null is printed blank.</summary>
    public Dictionary<string, decimal?> Values { get; } = [];

    public IReadOnlyList<RequestLine> Lines => RequestLine.Of(Quirks.Rows != Rows.Of2021);

    private void Empty(Func<string, bool> isEmpty)
    {
        foreach (var key in Values.Keys.Where(isEmpty).ToList()) Values[key] = null;
    }

    private int Small() => _random.Next(3) > 0 ? 0 : _random.Next(4) > 0 ? _random.Next(1, 40) : _random.Next(1000, 9000);

    private void PlanProactive()
    {
        string[] counts = Form == "2019"
            ? [.. from row in (string[])["regulations", "normativeDocuments"] from column in (string[])["made", "newlyPublic", "totalPublic"] select $"{row}.{column}",
               .. from row in (string[])["licences", "otherServices", "penalties", "coercions"] from column in (string[])["previous", "change", "decisions"] select $"{row}.{column}",
               "fees.previous", "fees.change", "procurement.count"]
            : [.. from row in (string[])["regulations", "normativeDocuments"] from column in (string[])["issued", "repealed", "inForce"] select $"{row}.{column}", "licences", "penalties", "coercions"];
        foreach (var key in counts)
        {
            Values["proactive." + key] = key.EndsWith("change", StringComparison.Ordinal) ? _random.Next(-20, 30) : _random.Next(6) == 0 ? _random.Next(1_000_000, 20_000_000) : Small();
        }
        if (Form == "2019") Values["proactive.procurement.amount"] = _random.Next(1, 900);
        else Values["proactive.feesWanYuan"] = _random.Next(3) == 0 ? 0 : _random.Next(1, 90_000_000) / 10_000m;
    }

    private void PlanRequests()
    {
        var outcomes = Lines.Where(line => line.Key is not ("received" or "carriedIn" or "closed" or "carriedOver")).ToList();
        foreach (var column in Columns[..6])
        {
            var isUsed = column == "naturalPerson" || _random.Next(2) == 0;
            foreach (var line in outcomes) Values[$"requests.{line.Key}.{column}"] = isUsed ? Small() : 0;
            var closed = outcomes.Sum(line => Values[$"requests.{line.Key}.{column}"]!.Value);
            var carriedOver = isUsed ? _random.Next(5) : 0;
            var carriedIn = Math.Min(closed + carriedOver, isUsed ? _random.Next(5) : 0);
            (Values[$"requests.closed.{column}"], Values[$"requests.carriedOver.{column}"]) = (closed, carriedOver);
            (Values[$"requests.carriedIn.{column}"], Values[$"requests.received.{column}"]) = (carriedIn, closed + carriedOver - carriedIn);
        }
        foreach (var line in Lines) Values[$"requests.{line.Key}.total"] = Columns[..6].Sum(column => Values[$"requests.{line.Key}.{column}"]);
    }

    private void PlanDisputes()
    {
        foreach (var group in Groups)
        {
            foreach (var result in Results[..4]) Values[$"disputes.{group}.{result}"] = Small();
            Values[$"disputes.{group}.total"] = Results[..4].Sum(result => Values[$"disputes.{group}.{result}"]);
        }
    }

    // What is printed wrong stays wrong.
    private void PlantErrors()
    {
        Values["disputes.reconsideration.total"] += 7;
        Values["requests.closed.naturalPerson"] += 3;
        Values[$"requests.{Lines[_random.Next(Lines.Count)].Key}.business"] += 1;
        Values["requests.received.total"] = 0;
    }
}

/// <summary>A row of section three as the notices print it.</summary>
internal sealed record RequestLine(string Key, string Group, string Label)
{
    public static IReadOnlyList<RequestLine> Of(bool singleOther) =>
    [
        new("received", "", "一、本年新收政府信息公开申请数量"),
        new("carriedIn", "", "二、上年结转政府信息公开申请数量"),
        new("granted", "-", "（一）予以公开"),
        new("partlyGranted", "-", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
        new("refused.stateSecret", "（三）不予公开", "1.属于国家秘密"),
        new("refused.prohibitedByLaw", "（三）不予公开", "2.其他法律行政法规禁止公开"),
        new("refused.securityAndStability", "（三）不予公开", "3.危及“三安全一稳定”"),
        new("refused.thirdPartyRights", "（三）不予公开", "4.保护第三方合法权益"),
        new("refused.internalAffairs", "（三）不予公开", "5.属于三类内部事务信息"),
        new("refused.deliberative", "（三）不予公开", "6.属于四类过程性信息"),
        new("refused.enforcementFile", "（三）不予公开", "7.属于行政执法案卷"),
        new("refused.administrativeInquiry", "（三）不予公开", "8.属于行政查询事项"),
        new("unavailable.notHeld", "（四）无法提供", "1.本机关不掌握相关政府信息"),
        new("unavailable.requiresCreation", "（四）无法提供", "2.没有现成信息需要另行制作"),
        new("unavailable.stillUnclear", "（四）无法提供", "3.补正后申请内容仍不明确"),
        new("notProcessed.petition", "（五）不予处理", "1.信访举报投诉类申请"),
        new("notProcessed.repeated", "（五）不予处理", "2.重复申请"),
        new("notProcessed.publication", "（五）不予处理", "3.要求提供公开出版物"),
        new("notProcessed.excessive", "（五）不予处理", "4.无正当理由大量反复申请"),
        new("notProcessed.confirmation", "（五）不予处理", "5.要求行政机关确认或重新出具已获取信息"),
        .. (RequestLine[])(singleOther
            ? [new("other", "-", "（六）其他处理")]
            : [
                new("other.clarificationLapsed", "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
                new("other.feeLapsed", "（六）其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
                new("other.other", "（六）其他处理", "3.其他"),
            ]),
        new("closed", "-", "（七）总计"),
        new("carriedOver", "", "四、结转下年度继续办理"),
    ];
}
