using Gongkai.Domain.AnnualReports;

namespace Gongkai.App.Imports;

/// <summary>All opening figures of a file (建账) make one act; what they count must stand in the file one by one.</summary>
internal static class OpeningSheet
{
    private static readonly Dictionary<OpeningFigure, string> InForceRows = new()
    {
        [OpeningFigure.RegulationsInForce] = "regulations",
        [OpeningFigure.NormativeDocumentsInForce] = "normativeDocuments",
    };

    public static IEnumerable<ImportProblem> Check(IReadOnlyList<BooksOpenedLine> figures, IReadOnlyList<ActLine> lines, Register register)
    {
        var requests = lines.OfType<RequestBroughtForwardLine>().ToList();
        var disputes = lines.OfType<DisputeBroughtForwardLine>().ToList();
        if (figures.Count == 0)
        {
            if (requests.Cast<ActLine>().Concat(disputes).FirstOrDefault() is { } orphan)
                yield return new ImportProblem(orphan.Line, "有期初在办申请或期初未审结，但没有“建账”行。请写明建账日和期初数。");
            yield break;
        }
        var first = figures[0];
        if (register.BooksOpened) yield return new ImportProblem(first.Line, "已经建过账。期初数有误的，请作更正，不能再建一次。");
        foreach (var other in figures.Where(figure => figure.On != first.On)) yield return new ImportProblem(other.Line, $"建账日与第 {first.Line} 行不一致。");
        foreach (var twice in figures.GroupBy(figure => figure.Figure).Where(figure => figure.Count() > 1))
            yield return new ImportProblem(twice.Last().Line, $"同一个期初数填了两次，先在第 {twice.First().Line} 行。");
        foreach (var late in requests.Cast<ActLine>().Concat(disputes).Where(line => line.On != first.On))
            yield return new ImportProblem(late.Line, $"期初事项的日期应为建账日 {first.On:yyyy-MM-dd}。");
        foreach (var problem in Compare(figures, OpeningFigure.OpenRequests, requests.Count, "上年结转申请", "期初在办申请")) yield return problem;
        foreach (var problem in Compare(figures, OpeningFigure.PendingDisputes, disputes.Count, "尚未审结复议诉讼", "期初未审结")) yield return problem;
    }

    public static PlannedAct Open(IReadOnlyList<BooksOpenedLine> figures, Register register)
    {
        register.BooksOpened = true;
        var inForce = figures.Where(figure => InForceRows.ContainsKey(figure.Figure))
            .ToDictionary(figure => InForceRows[figure.Figure], figure => figure.Count);
        return PlannedAct.Of(
            new BooksOpened(
                inForce,
                Requests: figures.Any(figure => figure.Figure == OpeningFigure.OpenRequests),
                Disputes: figures.Any(figure => figure.Figure == OpeningFigure.PendingDisputes),
                Source: null),
            Guid.CreateVersion7(), figures[0]);
    }

    private static IEnumerable<ImportProblem> Compare(
        IReadOnlyList<BooksOpenedLine> figures, OpeningFigure figure, int listed, string name, string act)
    {
        if (figures.FirstOrDefault(line => line.Figure == figure) is not { } line)
        {
            if (listed > 0) yield return new ImportProblem(figures[0].Line, $"列有 {listed} 条“{act}”，但没有“建账 · {name}”行。");
        }
        else if (line.Count != listed)
        {
            yield return new ImportProblem(line.Line, $"{name}为 {line.Count} 件，“{act}”列了 {listed} 条。请逐件列出。");
        }
    }
}
