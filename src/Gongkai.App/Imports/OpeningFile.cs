using System.Globalization;
using Gongkai.Documents.Sheets;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.App.Imports;

/// <summary>Proposed opening figures as an import file (期初数导入文件): an officer fills in the numbers, checks it, and imports it.</summary>
public static class OpeningFile
{
    /// <summary>CSV with Chinese headings.</summary>
    public static byte[] Csv(OpeningProposal proposal) =>
        SheetWriter.Csv([.. ActColumn.All.Select(column => column.Heading)], Lines(proposal).Select(line => (IReadOnlyList<string>)line));

    private static IEnumerable<string[]> Lines(OpeningProposal proposal)
    {
        var day = proposal.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var (row, count) in proposal.Books.InForce)
            yield return Line(ImportedAct.BooksOpened, "", day, (ActColumn.Cell, $"proactive.{row}.inForce"), (ActColumn.Value, Number(count)));
        if (proposal.Books.Requests)
            yield return Line(ImportedAct.BooksOpened, "", day, (ActColumn.Cell, "上年结转申请"), (ActColumn.Value, Number(proposal.Requests.Count)));
        if (proposal.Books.Disputes)
            yield return Line(ImportedAct.BooksOpened, "", day, (ActColumn.Cell, "尚未审结复议诉讼"), (ActColumn.Value, Number(proposal.Disputes.Count)));
        foreach (var (request, index) in proposal.Requests.Select((request, index) => (request, index)))
            yield return Line(ImportedAct.RequestBroughtForward, $"待填-申请{index + 1}", day, (ActColumn.Applicant, ActWords.Applicant.WordOf(request.Applicant)));
        foreach (var (dispute, index) in proposal.Disputes.Select((dispute, index) => (dispute, index)))
            yield return Line(ImportedAct.DisputeBroughtForward, $"待填-复议诉讼{index + 1}", day, (ActColumn.Route, ActWords.Route.WordOf(dispute.Route)));
    }

    private static string[] Line(ImportedAct act, string number, string on, params (ActColumn Column, string Value)[] fields)
    {
        IEnumerable<(ActColumn Column, string Value)> all =
            [(ActColumn.Act, ActWords.Act.WordOf(act)), (ActColumn.Number, number), (ActColumn.On, on), .. fields];
        return [.. ActColumn.All.Select(column => all.FirstOrDefault(entry => entry.Column == column).Value ?? "")];
    }

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
