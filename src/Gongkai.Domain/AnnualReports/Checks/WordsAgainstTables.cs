namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>Numbers in the words against the tables (文表一致). A number is wrong only when it is right under no reading.</summary>
internal static class WordsAgainstTables
{
    private static readonly string[] Numerals = ["前言", "第一部分", "第二部分", "第三部分", "第四部分", "第五部分", "第六部分"];

    /// <summary>正文数字与表格一致.</summary>
    [Law("条例", 50)]
    public static IEnumerable<Flaw> Mismatch(CheckedReport report)
    {
        foreach (var claim in Claims(report).Where(claim => claim.Scopes.All(scope => scope.Value != claim.Value)))
        {
            var readings = string.Join("；", claim.Scopes.Where(scope => scope.Value is not null).Select(Reading));
            yield return Told(claim, $"{Place(claim)}写“{claim.Words}”，与表格不符：{readings}", claim.Scopes[0].Value);
        }
    }

    /// <summary>正文写明数字的口径: the words say 收到 and mean 本年新收＋上年结转. Nothing is wrong, but the next reader will stumble.</summary>
    [Law("条例", 50)]
    public static IEnumerable<Flaw> OtherScope(CheckedReport report) =>
        from claim in Claims(report)
        where claim.Scopes[0].Value != claim.Value
        let scope = claim.Scopes.FirstOrDefault(scope => scope.Value == claim.Value)
        where scope is not null
        select Told(claim, $"{Place(claim)}写“{claim.Words}”，按“{scope.Name}”相符（{Reading(claim.Scopes[0])}），建议写明口径", claim.Scopes[0].Value);

    // A claim is weighed only where the tables give its nearest reading a value.
    private static IEnumerable<Claim> Claims(CheckedReport report) =>
        report.Claims.Where(claim => claim.Scopes[0].Value is not null).DistinctBy(claim => (claim.Section, claim.Words, claim.Scopes[0].Name));

    private static Flaw Told(Claim claim, string message, decimal? expected) =>
        new(message, claim.Scopes[0].Cells, expected, claim.Value, new Evidence($"section {claim.Section.Number}", claim.Words));

    private static string Reading(Scope scope) => $"{scope.Name} {CheckedReport.Write(scope.Value!.Value)}";

    private static string Place(Claim claim) => claim.Section.Number is >= 0 and <= 6 ? Numerals[claim.Section.Number] : "正文";
}
