using System.Text.RegularExpressions;
using Gongkai.Documents.Data;
using Gongkai.Documents.Writing;
using Gongkai.Domain.AnnualReports;
using Gongkai.Testing;

namespace Gongkai.Documents.Tests.Writing;

/// <summary>What LibreOffice reads in our files: everything is converted once, in three runs.</summary>
public sealed class OfficeConversions : IAsyncLifetime
{
    internal static readonly IReadOnlyDictionary<string, AnnualReport> Reports = new Dictionary<string, AnnualReport>
    {
        ["2021"] = SampleReport.Numbered(BuiltInForms.Form2021),
        ["2019"] = SampleReport.Numbered(BuiltInForms.Form2019),
        ["large"] = SampleReport.Numbered(BuiltInForms.Form2021, 1_000_000_001),
        ["unreported"] = SampleReport.InState(BuiltInForms.Form2021, CellState.NotReported),
    };

    public string Folder { get; } = Directory.CreateTempSubdirectory("gongkai-office-").FullName;

    public async ValueTask InitializeAsync()
    {
        if (!LibreOffice.IsInstalled) return;
        foreach (var (name, report) in Reports)
        {
            await File.WriteAllBytesAsync(Path.Combine(Folder, $"{name}.docx"), DocxWriter.Write(report.Document()));
            await File.WriteAllBytesAsync(Path.Combine(Folder, $"{name}.xlsx"), XlsxWriter.Write(report.Document()));
        }
        await LibreOffice.ConvertAsync(Folder, "pdf", Reports.Keys.Select(name => $"{name}.docx"));
        // Not HTML: there LibreOffice 7.4 itself puts a sixteenth column without width into the table of section four.
        await LibreOffice.ConvertAsync(Folder, "fodt", Reports.Keys.Select(name => $"{name}.docx"));
        // The last value: every sheet, each to a file of its own.
        await LibreOffice.ConvertAsync(
            Folder, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", Reports.Keys.Select(name => $"{name}.xlsx"));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Our files in the hands of another office program.</summary>
public sealed class OfficeRoundTripTests(OfficeConversions office) : IClassFixture<OfficeConversions>
{
    public static TheoryData<string> Names => [.. OfficeConversions.Reports.Keys];

    [Theory(DisplayName = "DOCX 经 LibreOffice 转成 OpenDocument，合并和数字逐格不变"), MemberData(nameof(Names))]
    public async Task Merges_survive(string name)
    {
        LibreOffice.Require();
        var report = OfficeConversions.Reports[name];
        var grids = PrintedGrid.OfOpenDocument(await Read($"{name}.fodt"));
        var tables = SampleReport.Form(report.Form).Tables;
        Assert.Equal(tables.Count, grids.Count);
        foreach (var (grid, table) in grids.Zip(tables)) Assert.Equal(Words(SampleReport.Expected(table, report), name), grid);
    }

    [Theory(DisplayName = "DOCX 经 LibreOffice 转成 PDF，每个数字完整可读，没有被截断"), MemberData(nameof(Names))]
    public async Task Numbers_survive_pdf(string name)
    {
        LibreOffice.Require();
        var text = await LibreOffice.TextOfPdfAsync(office.Folder, $"{name}.pdf");
        foreach (var cell in OfficeConversions.Reports[name].Cells.Values) Assert.Contains(cell.Printed ?? "未报", text, StringComparison.Ordinal);
        if (name == "unreported") Assert.Equal(200, Regex.Count(text, "未报"));
        Assert.Matches(@"—\s*1\s*—", text);
    }

    [Theory(DisplayName = "XLSX 经 LibreOffice 转成 CSV，数字逐格不变"), MemberData(nameof(Names))]
    public async Task Numbers_survive_csv(string name)
    {
        LibreOffice.Require();
        var report = OfficeConversions.Reports[name];
        foreach (var table in SampleReport.Form(report.Form).Tables)
        {
            var lines = (await Read($"{name}-{table.ShortTitle}.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var values = lines.Skip(1).SelectMany(line => line.Trim().Split(',')).Select(value => value.Trim('"')).ToHashSet();
            Assert.All(
                table.Cells.Select(cell => cell.Key), key => Assert.Contains(report.Cells[key].Printed ?? "未报", values));
        }
    }

    private static string[][] Words(string[][] grid, string name) =>
        name == "unreported" ? [.. grid.Select(row => row.Select(text => text.Length == 0 ? "未报" : text).ToArray())] : grid;

    private Task<string> Read(string file) => File.ReadAllTextAsync(Path.Combine(office.Folder, file));
}
