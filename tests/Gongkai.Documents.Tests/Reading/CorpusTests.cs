using System.Text.Json.Nodes;
using Gongkai.Documents.Json;
using Gongkai.Documents.Reading;
using Gongkai.Domain.AnnualReports;
using Gongkai.Testing;

namespace Gongkai.Documents.Tests.Reading;

/// <summary>Real reports: what they print, cell by cell, and nothing that they do not.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Pages => FilesOf("*.html");

    public static TheoryData<string> Texts => FilesOf("*.txt");

    [Theory(DisplayName = "真实网页：逐格与所印一致，空白为空")]
    [MemberData(nameof(Pages))]
    public void Web_pages_read_exactly(string file)
    {
        var read = Read(file);
        var truth = Truth(file);
        var json = AnnualReportJson.ToJson(read.Report);
        foreach (var table in (string[])["proactive", "requests", "disputes"])
        {
            Assert.True(JsonNode.DeepEquals(truth[table], json[table]), $"{table}\n{truth[table]!.ToJsonString()}\n{json[table]!.ToJsonString()}");
        }
        Assert.Equal((truth["agency"]!.GetValue<string>(), truth["year"]!.GetValue<int>(), truth["form"]!.GetValue<string>()), (read.Report.Agency, read.Report.Year, read.Report.Form));
        Assert.Equal([1, 2, 3, 4, 5, 6], read.Report.Sections.Select(section => section.Number).Where(number => number > 0));
    }

    [Fact(DisplayName = "种子文本：200 个数，许可 14、处罚 6，其余 0；留下书签标记")]
    public void The_seed_gives_its_200_numbers()
    {
        Assert.SkipWhen(Corpus.Missing is not null, Corpus.Missing ?? "");
        var read = AnnualReportReader.Read(File.ReadAllBytes(Corpus.Seed)).Value;
        Assert.Equal((200, "东风区应急管理局", 2021, "2021"), (read.Report.Cells.Count, read.Report.Agency, read.Report.Year, read.Report.Form));
        foreach (var (key, cell) in read.Report.Cells)
        {
            Assert.Equal((CellState.Printed, key.Value switch { "proactive.licences" => 14, "proactive.penalties" => 6, _ => 0 }), (cell.State, cell.Value));
        }
        Assert.Equal("table 2 row 24", read.Report.Cells[new CellKey("requests.closed.naturalPerson")].Where);
        Assert.Contains(new Leftover(LeftoverKind.Markup, "[bookmark: _GoBack]", "table 1"), read.Leftovers);
        Assert.Equal("我局无其他需要报告事项。", read.Report.Sections.Single(section => section.Number == 6).Text);
    }

    [Theory(DisplayName = "真实文本：读出的每个数都确实印着，没有一个是编的")]
    [MemberData(nameof(Texts))]
    public void Texts_yield_no_invented_number(string file)
    {
        var outcome = AnnualReportReader.Read(File.ReadAllBytes(Path.Combine(Corpus.Files, file)));
        if (outcome.IsRefused) return;
        var truth = AnnualReportJson.Read(File.ReadAllBytes(TruthPath(file))).Value;
        foreach (var (key, cell) in outcome.Value.Report.Cells.Where(pair => pair.Value.Value is not null))
        {
            Assert.True(truth[key] == cell.Value || IsTolerated(file, key, cell), $"{key} {cell.Printed} ({cell.Where}), printed is {truth[key]}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{file}: {outcome.Value.Report.Cells.Values.Count(cell => cell.State == CellState.Printed)} of {truth.Cells.Values.Count(cell => cell.Value is not null)}");
    }

    private static bool IsTolerated(string file, CellKey key, ReportCell cell)
    {
        var ambiguous = JsonNode.Parse(File.ReadAllText(Path.Combine(Corpus.Truth, "ambiguous.json")))![file[..3]];
        if (ambiguous?[$"/{key.Table}/{key.Row}"] is not { } entry) return false;
        var columns = key.Table == "proactive" ? ["issued", "repealed", "inForce"] : key.Table == "requests" ? CellKey.RequestColumns : CellKey.DisputeColumns;
        return entry["original"] is JsonArray original && original[columns.ToList().IndexOf(key.Column)]?.GetValue<decimal>() == cell.Value
            || entry["accept"]!.AsArray().Any(accepted => accepted is JsonArray row && row[columns.ToList().IndexOf(key.Column)]?.GetValue<decimal>() == cell.Value);
    }

    private static ReadReport Read(string file) => AnnualReportReader.Read(File.ReadAllBytes(Path.Combine(Corpus.Files, file))).Value;

    private static JsonNode Truth(string file) => JsonNode.Parse(File.ReadAllText(TruthPath(file)))!;

    private static string TruthPath(string file) => Path.Combine(Corpus.Truth, file[..3] + ".json");

    private static TheoryData<string> FilesOf(string pattern) => Corpus.Missing is null
        ? [.. Directory.EnumerateFiles(Corpus.Files, pattern).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
        : [];
}
