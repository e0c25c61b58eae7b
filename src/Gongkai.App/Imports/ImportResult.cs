using Gongkai.Domain.Ledger;

namespace Gongkai.App.Imports;

/// <summary>What an import did (导入结果): everything, or nothing and why.</summary>
/// <param name="Problems">The lines that cannot be taken; empty when all were recorded.</param>
/// <param name="Recorded">Acts recorded, by kind.</param>
/// <param name="Notices">Lines that were taken and yet are irregular: the rule that was broken is recorded with the act.</param>
public sealed record ImportResult(
    IReadOnlyList<ImportProblem> Problems, IReadOnlyDictionary<ActKind, int> Recorded, IReadOnlyList<ImportProblem> Notices)
{
    internal static ImportResult Taken(ImportPlan plan) => new(
        [],
        plan.Acts.GroupBy(act => act.Kind).ToDictionary(kind => kind.Key, kind => kind.Count()),
        [.. plan.Notices.OrderBy(notice => notice.Line)]);

    internal static ImportResult Refused(IReadOnlyList<ImportProblem> problems) =>
        new([.. problems.OrderBy(problem => problem.Line)], new Dictionary<ActKind, int>(), []);
}
