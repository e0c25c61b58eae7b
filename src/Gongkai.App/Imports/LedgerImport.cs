using Gongkai.App.Acts;
using Gongkai.App.Calendars;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Documents.Sheets;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;

namespace Gongkai.App.Imports;

/// <summary>What an import did (导入结果): everything, or nothing and why.</summary>
/// <param name="Problems">The lines that cannot be taken; empty when all were recorded.</param>
/// <param name="Recorded">Acts recorded, by kind.</param>
/// <param name="Notices">Lines that were taken and yet are irregular: the rule that was broken is recorded with the act.</param>
public sealed record ImportResult(
    IReadOnlyList<ImportProblem> Problems, IReadOnlyDictionary<ActKind, int> Recorded, IReadOnlyList<ImportProblem> Notices);

/// <summary>Imports a year of acts from a plain file, all or nothing.</summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
public sealed class LedgerImport(House house, ActRecorder recorder)
{
    /// <summary>Reads, checks and records a file.</summary>
    /// <param name="agency">Whose acts they are.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="bytes">CSV, XLSX or JSON Lines.</param>
    /// <param name="who">Who imports.</param>
    /// <param name="cancellation">Gives up; nothing is recorded then.</param>
    /// <returns>What was done, or why the file cannot be read at all.</returns>
    public async Task<Outcome<ImportResult>> ImportAsync(AgencyId agency, string name, byte[] bytes, string who, CancellationToken cancellation)
    {
        var read = Read(bytes);
        if (read.IsRefused) return read.Refusal;
        var (lines, problems) = read.Value;
        if (problems.Count > 0) return Refused(problems);
        var file = await house.Files.PutAsync(name, bytes, cancellation);
        if (file.IsRefused) return file.Refusal;

        var calendar = await new HouseCalendar(house, recorder).ReadAsync(cancellation);
        List<ImportProblem> refused = [];
        var outcome = await recorder.RecordAsync<ImportResult>(agency, async (acts, cancellation) =>
        {
            var register = await RegisterLoading.LoadAsync(acts.Db, agency, calendar, lines, cancellation);
            var plan = ImportPlan.Make(lines, register);
            refused = plan.Problems;
            if (refused.Count > 0) return NothingTaken;
            acts.Db.AddRange(register.Added);
            foreach (var act in plan.Acts) act.Record(acts, agency, who);
            await acts.AttachAsync(file.Value, cancellation);
            acts.ChangePublicPages();
            return Taken(plan);
        }, cancellation);
        return refused.Count > 0 ? Refused(refused) : outcome;
    }

    /// <summary>Tells what an import would do, and does nothing.</summary>
    /// <inheritdoc cref="ImportAsync"/>
    public async Task<Outcome<ImportResult>> CheckAsync(AgencyId agency, byte[] bytes, CancellationToken cancellation)
    {
        var read = Read(bytes);
        if (read.IsRefused) return read.Refusal;
        var (lines, problems) = read.Value;
        if (problems.Count > 0) return Refused(problems);
        var calendar = await new HouseCalendar(house, recorder).ReadAsync(cancellation);
        await using var db = house.Open(AgencyScope.Of(agency));
        var plan = ImportPlan.Make(lines, await RegisterLoading.LoadAsync(db, agency, calendar, lines, cancellation));
        return plan.Problems.Count > 0 ? Refused(plan.Problems) : Taken(plan);
    }

    private static Outcome<(IReadOnlyList<ActLine> Lines, IReadOnlyList<ImportProblem> Problems)> Read(byte[] bytes)
    {
        var sheet = SheetReader.Read(bytes);
        return sheet.IsRefused ? sheet.Refusal : ActLineParser.Parse(sheet.Value);
    }

    private static Refusal NothingTaken => new("import.refused", "文件里有不能导入的行，一条也没有导入。");

    private static ImportResult Taken(ImportPlan plan) => new(
        [],
        plan.Acts.GroupBy(act => act.Kind).ToDictionary(kind => kind.Key, kind => kind.Count()),
        [.. plan.Notices.OrderBy(notice => notice.Line)]);

    private static ImportResult Refused(IReadOnlyList<ImportProblem> problems) =>
        new([.. problems.OrderBy(problem => problem.Line)], new Dictionary<ActKind, int>(), []);
}
