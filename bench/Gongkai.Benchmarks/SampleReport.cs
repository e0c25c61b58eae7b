using Gongkai.Documents.Data;
using Gongkai.Documents.Writing;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Benchmarks;

/// <summary>A made-up report of ordinary size: the three tables and three sections of text.</summary>
internal static class SampleReport
{
    public static ReportDocument Document { get; } =
        new(Report(), BuiltInForms.Form2021) { SignedOn = new DateOnly(2026, 1, 20), IsDemo = true };

    private static AnnualReport Report()
    {
        var form = BuiltInForms.Form2021;
        var cells = form.Cells.ToDictionary(key => key, key => ReportCell.OfNumber(key, 0));
        var text = string.Join('\n', Enumerable.Repeat("（一）主动公开。践行“以公开为常态、不公开为例外”的原则，深化重点领域信息公开，及时公开政策文件及政策解读资料等政府信息。", 6));
        var sections = form.Sections.Select(section => new ReportSection(section.Number, section.Title, section.Number is 1 or 5 or 6 ? text : ""));
        return new AnnualReport("示范区应急管理局", 2025, form.Code, cells, [.. sections]);
    }
}
