namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>Cells of section two that acts give numbers for.</summary>
internal static class ProactiveCell
{
    /// <summary>行政事业性收费，万元.</summary>
    public static CellKey Fees { get; } = CellKey.Proactive("feesWanYuan");

    /// <summary>本年处理决定数量 of licences, penalties or coercions: one cell in the 2021 form, one of three in that of 2019.</summary>
    public static CellKey Decisions(string path, bool form2019) => CellKey.Proactive(form2019 ? path + ".decisions" : path);

    /// <summary>本年制发件数 (2021 form) or 本年新制作数量 (2019 form).</summary>
    public static CellKey Issued(string row, bool form2019) => CellKey.Proactive(row + (form2019 ? ".made" : ".issued"));

    /// <summary>本年废止件数.</summary>
    public static CellKey Repealed(string row) => CellKey.Proactive(row + ".repealed");

    /// <summary>现行有效件数.</summary>
    public static CellKey InForce(string row) => CellKey.Proactive(row + ".inForce");
}
