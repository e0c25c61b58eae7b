using System.Text;
using Gongkai.Documents.Reading;
using Gongkai.Domain.AnnualReports;
using Gongkai.Testing;

namespace Gongkai.Documents.Tests.Reading;

/// <summary>Beside a blank stands what the tie-outs force, never in its place.</summary>
public sealed class InferenceTests
{
    [Fact(DisplayName = "017：法人各列空白，按每行勾稽都是 0，格子仍是空白")]
    public void Blank_organisations_are_forced_to_zero()
    {
        var cell = Corpus017().Cells[new CellKey("requests.received.business")];
        Assert.Equal((CellState.Blank, null, new ResolvedValue(0, "requests.row-sum")), (cell.State, cell.Value, cell.Resolved));
    }

    [Fact(DisplayName = "016：总计多为空白，按每行勾稽推出 272；整列空白按惯例为 0")]
    public void Blank_totals_are_worked_out()
    {
        Assert.SkipWhen(Corpus.Missing is not null, Corpus.Missing ?? "");
        var report = AnnualReportReader.Read(File.ReadAllBytes(Path.Combine(Corpus.Files, "016_shanghai-bangongting_2019.html"))).Value.Report;
        Assert.Equal(272, report.Cells[new CellKey("requests.granted.total")].Resolved?.Value);
        Assert.Equal(265, report.Cells[new CellKey("requests.unavailable.notHeld.total")].Resolved?.Value);
        Assert.Equal(0, report.Cells[new CellKey("requests.granted.research")].Resolved?.Value);
        Assert.All(report.Cells.Values, cell => Assert.Equal(cell.State == CellState.Blank, cell.Resolved is not null));
    }

    [Fact(DisplayName = "拆成“1 0”的数：勾稽只容 10，就是 10")]
    public void A_split_number_is_settled_by_the_tie_outs()
    {
        var cell = Disputes("2", "0", "1 0", "0", "12").Cells[new CellKey("disputes.reconsideration.other")];
        Assert.Equal((CellState.Printed, 10m, "1 0"), (cell.State, cell.Value, cell.Printed));
    }

    [Fact(DisplayName = "拆成“1 0”的数：勾稽不容 10，就留作有歧义")]
    public void A_split_number_that_does_not_fit_stays_open()
    {
        Assert.Equal(CellState.Ambiguous, Disputes("2", "0", "1 0", "0", "3").Cells[new CellKey("disputes.reconsideration.other")].State);
    }

    [Fact(DisplayName = "印错的总计不改，空白格也不由它硬推")]
    public void A_printed_error_is_not_repaired()
    {
        var report = Disputes("10", "1", "", "0", "0");
        Assert.Equal(0, report[new CellKey("disputes.reconsideration.total")]);
        Assert.Null(report.Cells[new CellKey("disputes.reconsideration.other")].Resolved);
    }

    [Fact(DisplayName = "整张表空白：没有填，不当作 0")]
    public void A_table_left_blank_is_not_zero() =>
        Assert.All(Disputes("", "", "", "", "").Cells.Values, cell => Assert.Equal((CellState.Blank, null), (cell.State, cell.Resolved)));

    private static AnnualReport Corpus017()
    {
        Assert.SkipWhen(Corpus.Missing is not null, Corpus.Missing ?? "");
        return AnnualReportReader.Read(File.ReadAllBytes(Path.Combine(Corpus.Files, "017_shuyang-fgj_2023.html"))).Value.Report;
    }

    private static AnnualReport Disputes(params string[] values)
    {
        var html = $"<table><tr><td colspan=5>行政复议</td></tr><tr><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr><tr>{string.Concat(values.Select(value => $"<td>{value}</td>"))}</tr></table>";
        return AnnualReportReader.Read(Encoding.UTF8.GetBytes($"<body>{html}</body>")).Value.Report;
    }
}
