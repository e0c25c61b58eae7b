using Gongkai.Documents.Reading;
using Gongkai.Documents.Tests.Writing;
using Gongkai.Documents.Writing;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Tests.Reading;

/// <summary>What this system writes, it reads again: each number in its place, each section with its words.</summary>
public sealed class OwnReportTests
{
    public static TheoryData<string, string> Files => [.. from form in (string[])["2021", "2019"] from format in (string[])["docx", "html"] select (form, format)];

    [Theory(DisplayName = "自己写的年报读回来：每个数在原处，各部分文字一字不差")]
    [MemberData(nameof(Files))]
    public void What_is_written_is_read_again(string form, string format)
    {
        var report = SampleReport.Numbered(SampleReport.Form(form));
        var bytes = format == "docx" ? DocxWriter.Write(report.Document()) : HtmlWriter.Write(report.Document());
        var read = AnnualReportReader.Read(bytes).Value.Report;
        Assert.Equal((report.Agency, report.Year, report.Form), (read.Agency, read.Year, read.Form));
        Assert.Equal(report.Cells.Values.Select(Printed).Order(), read.Cells.Values.Select(Printed).Order());
        foreach (var section in report.Sections.Where(section => section.Number is 1 or 5))
        {
            Assert.Equal((section.Title, section.Text), (Section(read, section.Number).Title, Section(read, section.Number).Text));
        }
    }

    private static ReportSection Section(AnnualReport report, int number) => report.Sections.Single(section => section.Number == number);

    private static string Printed(ReportCell cell) => $"{cell.Key} {cell.State} {cell.Printed}";
}
