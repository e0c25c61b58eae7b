using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Domain.Disputes;

namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>Finds what the words of a report claim in numbers (正文数字), as far as they speak of this agency and this year.</summary>
internal sealed class ClaimReader
{
    /// <summary>未、没、无 deny, 维持 is said of all disputes at once: claims without a number of their own.</summary>
    private static readonly SearchValues<char> Unnumbered = SearchValues.Create("未没无维");

    private static readonly SearchValues<char> Units = SearchValues.Create("件份宗起例项");

    /// <summary>What besides digits stands before a unit; a bracket, because what is in brackets is taken out before the claims are read.</summary>
    private static readonly SearchValues<char> BeforeUnit = SearchValues.Create(ChineseNumeral.Letters + "余多几）)");

    private readonly CheckedReport _report;
    private readonly ReportSection _section;
    private readonly Tables _tables;
    private bool _aboutRequests;
    private bool _ownBody;
    private bool _ownYear;
    private string _sentence = "";

    private ClaimReader(CheckedReport report, ReportSection section)
    {
        (_report, _section, _tables) = (report, section, new Tables(report.Report));
    }

    /// <summary>The claims of all sections, in order.</summary>
    public static IEnumerable<Claim> Read(CheckedReport report) =>
        from section in report.Sections
        where section.Number > 0
        from paragraph in section.Paragraphs
        where MayClaim(paragraph)
        from part in ClaimPatterns.Subsection().Split(paragraph)
        from claim in new ClaimReader(report, section.Section).ReadPart(part)
        select claim;

    /// <summary>Words that count nothing (公开政策文件 names 件 without a number) and deny nothing are passed over: most of every report.</summary>
    private static bool MayClaim(ReadOnlySpan<char> words)
    {
        if (words.ContainsAny(Unnumbered)) return true;
        for (int unit; (unit = words.IndexOfAny(Units)) >= 0; words = words[(unit + 1)..])
        {
            if (unit > 0 && (char.IsDigit(words[unit - 1]) || BeforeUnit.Contains(words[unit - 1]))) return true;
        }
        return false;
    }

    private IEnumerable<Claim> ReadPart(string part)
    {
        _aboutRequests = _section.Number == 3;
        _ownBody = true;
        foreach (var sentence in ClaimPatterns.SentenceEnd().Split(part))
        {
            _ownYear = true;
            // What stands in brackets is a breakdown by bodies as a rule; only what was carried in or over is read there.
            List<string> insides = [];
            _sentence = ClaimPatterns.Parentheses().Replace(sentence, match =>
            {
                insides.Add(match.Groups["inside"].Value);
                return "";
            });
            foreach (var clause in Clauses(_sentence))
            {
                if (ReadClause(clause) is { } claim) yield return claim;
            }
            foreach (var clause in insides.SelectMany(Clauses))
            {
                if (_ownBody && _ownYear && _aboutRequests && Carried(clause, clause) is { } claim) yield return claim;
            }
        }
    }

    private static IEnumerable<string> Clauses(string sentence) => ClaimPatterns.ClauseEnd().Split(sentence).Where(clause => clause.Length > 0);

    private Claim? ReadClause(string clause)
    {
        _aboutRequests |= ClaimPatterns.AboutRequests().IsMatch(clause);
        var said = AfterHead(clause);
        if (!_ownBody || !_ownYear || !MayClaim(clause) || ClaimPatterns.OtherCount().IsMatch(clause)) return null;
        return (_aboutRequests ? Carried(clause, said) ?? Received(clause, said) ?? Closed(clause, said) ?? Outcome(clause, said) ?? Applicants(clause, said) : null)
            ?? Disputes(clause) ?? Decisions(clause, said) ?? Documents(clause, said);
    }

    /// <summary>Takes off what says when and who, and remembers whether it is this year and this agency.</summary>
    private string AfterHead(string clause)
    {
        if (ClaimPatterns.YearAtHead().Match(clause) is { Success: true } year && _report.Report.Year is { } own)
            _ownYear = int.Parse(year.Groups["year"].Value, CultureInfo.InvariantCulture) == own;
        var rest = clause;
        while (true)
        {
            if (ClaimPatterns.Filler().Match(rest) is { Success: true, Length: > 0 } filler) rest = rest[filler.Length..];
            else if (ClaimPatterns.Body().Match(rest) is { Success: true, Length: > 0 } body)
            {
                _ownBody = _report.IsOwn(body.Groups["body"].Value);
                rest = rest[body.Length..];
            }
            else return rest;
        }
    }

    private Claim? Carried(string clause, string said)
    {
        if (Number(ClaimPatterns.CarriedOver().Match(said)) is { } over)
            return Claimed(clause, over, _tables.Requests("结转下年度", CellKey.Total, RequestRow.CarriedOver));
        if (Number(ClaimPatterns.CarriedIn().Match(said)) is { } carried)
            return Claimed(clause, carried, _tables.Requests("上年结转", CellKey.Total, RequestRow.CarriedIn));
        return null;
    }

    private Claim? Received(string clause, string said)
    {
        var scopes = ReceivedBy(CellKey.Total);
        if (ClaimPatterns.NoneReceived().IsMatch(said) || ClaimPatterns.NoRequests().IsMatch(said)) return Claimed(clause, 0, scopes);
        var match = ClaimPatterns.Received().Match(said);
        if (Number(match) is not { } number || !(match.Groups["mid"].Value + match.Groups["tail"].Value).Contains("申请", StringComparison.Ordinal)) return null;
        // 收办 says by itself that what was carried in is counted with it.
        return match.Groups["verb"].Value == "收办" ? Claimed(clause, number, scopes[1], scopes[0]) : Claimed(clause, number, scopes);
    }

    private Claim? Closed(string clause, string said)
    {
        var match = ClaimPatterns.Closed().Match(said);
        if (Number(match) is not { } number) return null;
        var closed = _tables.Requests("办理总计", CellKey.Total, RequestRow.Closed);
        var other = _tables.Requests("其他处理", CellKey.Total, _tables.Group("other"));
        var answered = new Scope("办理总计－其他处理", closed.Value - (other.Value ?? 0), [.. closed.Cells, .. other.Cells]);
        // 办理 and 处理 can mean what came in as well as what was finished; 办结 and 答复 cannot.
        return match.Groups["verb"].Value is "办理" or "处理"
            ? Claimed(clause, number, [closed, answered, .. ReceivedBy(CellKey.Total)])
            : Claimed(clause, number, closed, answered);
    }

    private Claim? Outcome(string clause, string said)
    {
        var match = ClaimPatterns.OutcomeGroup().Match(said);
        if (Number(match) is not { } number) return null;
        var name = match.Groups["name"].Value;
        IReadOnlyList<string> rows = name switch
        {
            "予以公开" => ["granted"],
            "部分公开" => ["partlyGranted"],
            "不予公开" => _tables.Group("refused"),
            "无法提供" => _tables.Group("unavailable"),
            "不予处理" => _tables.Group("notProcessed"),
            "其他处理" => _tables.Group("other"),
            _ => ["granted", "partlyGranted"],
        };
        return Claimed(clause, number, _tables.Requests(name, CellKey.Total, rows));
    }

    private Claim? Applicants(string clause, string said)
    {
        var match = ClaimPatterns.Applicants().Match(said);
        if (Number(match) is not { } number) return null;
        if (match.Groups["who"].Value == "自然人") return Claimed(clause, number, ReceivedBy("naturalPerson"));
        string[] columns = ["business", "research", "publicInterest", "legalService", "other"];
        Scope Over(string name, params string[] rows) => _tables.Of(name, [.. rows.SelectMany(row => columns.Select(column => CellKey.Request(row, column)))]);
        return Claimed(
            clause, number, Over("本年新收", RequestRow.Received), Over("本年新收＋上年结转", RequestRow.Received, RequestRow.CarriedIn), Over("办理总计", RequestRow.Closed));
    }

    private Claim? Disputes(string clause)
    {
        if (_section.Number != 4 && !_aboutRequests && !ClaimPatterns.AboutDisclosure().IsMatch(_sentence)) return null;
        if (ClaimPatterns.AllUpheld().IsMatch(clause))
        {
            string[] groups = [.. Groups(_sentence)];
            var total = Group("总计", CellKey.Total, groups);
            return groups.Length > 0 && total.Value is > 0 and { } all ? Claimed(clause, all, Group("结果维持", "upheld", groups)) : null;
        }
        if (ClaimPatterns.AboutResult().IsMatch(clause)) return null;
        if (ClaimPatterns.NoDisputes().IsMatch(clause)) return Claimed(clause, 0, Group("总计", CellKey.Total, [.. Groups(clause)]));
        var match = ClaimPatterns.Disputes().Match(clause);
        if (Number(match) is not { } number) return null;
        string[] named = [.. Groups(match.Groups["kind"].Value)];
        List<Scope> scopes = [Group("总计", CellKey.Total, named)];
        if (Group("尚未审结", CellKey.Pending, named).Value is { } pending) scopes.Add(scopes[0] with { Name = "已审结", Value = scopes[0].Value - pending });
        if (named.Length > 1) scopes.AddRange(named.Select(group => Group("其中一组", CellKey.Total, group)));
        return Claimed(clause, number, [.. scopes]);
    }

    private Claim? Decisions(string clause, string said)
    {
        var match = ClaimPatterns.Decisions().Match(said);
        if (ClaimPatterns.AboutPublishing().IsMatch(clause) || Number(match) is not { } number) return null;
        var (kind, row) = match.Groups["kind"].Value switch
        {
            "行政许可" => ("行政许可处理决定", "licences"),
            "行政处罚" => ("行政处罚处理决定", "penalties"),
            _ => ("行政强制处理决定", "coercions"),
        };
        return Claimed(clause, number, _tables.Of(kind, CellKey.Proactive(row), CellKey.Proactive($"{row}.decisions")));
    }

    private Claim? Documents(string clause, string said)
    {
        var match = ClaimPatterns.NormativeDocuments().Match(said);
        if (Number(match) is not { } number) return null;
        CellKey Cell(string column) => CellKey.Proactive($"normativeDocuments.{column}");
        return match.Groups["verb"].Value switch
        {
            "废止" => Claimed(clause, number, _tables.Of("规范性文件本年废止", Cell("repealed"))),
            "现行有效" => Claimed(clause, number, _tables.Of("规范性文件现行有效", Cell("inForce"))),
            _ => Claimed(clause, number, _tables.Of("规范性文件本年制发", Cell("issued"), Cell("made"))),
        };
    }

    private Scope[] ReceivedBy(string column) =>
    [
        _tables.Requests("本年新收", column, RequestRow.Received),
        _tables.Requests("本年新收＋上年结转", column, RequestRow.Received, RequestRow.CarriedIn),
    ];

    private Scope Group(string name, string column, params string[] groups) => _tables.Of(name, [.. groups.Select(group => CellKey.Dispute(group, column))]);

    private static IEnumerable<string> Groups(string words)
    {
        if (words.Contains("复议", StringComparison.Ordinal)) yield return EnumCode<DisputeRoute>.Of(DisputeRoute.Reconsideration);
        if (!words.Contains('诉')) yield break;
        yield return EnumCode<DisputeRoute>.Of(DisputeRoute.LitigationDirect);
        yield return EnumCode<DisputeRoute>.Of(DisputeRoute.LitigationAfterReconsideration);
    }

    private Claim Claimed(string clause, decimal value, params Scope[] scopes) => new(_section, clause, value, scopes);

    private static decimal? Number(Match match)
    {
        if (!match.Success || match.Groups["about"].Length > 0) return null;
        var (number, unit) = (match.Groups["n"].Value, match.Groups["unit"].Value);
        // 一起 is "together", not "one case".
        return (number, unit) is ("一", "起") ? null : ChineseNumeral.Read(number);
    }
}
