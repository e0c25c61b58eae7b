using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.Houses;
using Gongkai.App.Imports;
using Gongkai.App.People;
using Gongkai.Documents.Sheets;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Agencies.Imports;

/// <summary>What the import of agencies and people did (导入结果): everything, or nothing and why.</summary>
/// <param name="Problems">The lines that cannot be taken; empty when all were.</param>
/// <param name="Changed">Lines that changed something.</param>
/// <param name="Same">Lines that say what is there already.</param>
/// <param name="Accounts">New accounts with the passwords for their first sign-in: shown once, kept nowhere.</param>
/// <param name="Waiting">New accounts that let nobody in until the security administrator activates them (待启用).</param>
public sealed record AgencyImportResult(
    IReadOnlyList<ImportProblem> Problems, int Changed, int Same, IReadOnlyList<NewAccount> Accounts, IReadOnlyList<Person> Waiting);

/// <summary>Sets up a district by one table: regions, agencies with their whole profile, people with their posts. All or nothing.</summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
/// <param name="intake">The door that files come in by.</param>
public sealed class AgencyImport(House house, ActRecorder recorder, FileIntake intake)
{
    /// <summary>Reads, checks and records a table.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="bytes">CSV, XLSX or JSON Lines.</param>
    /// <param name="cancellation">Gives up; nothing is recorded then.</param>
    public async Task<Outcome<AgencyImportResult>> ImportAsync(Caller caller, string name, byte[] bytes, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.ManageHouse) is { } refusal) return refusal;
        if (await intake.LookAtAsync(new Bringer(caller.Id, null, caller.From), name, bytes, cancellation) is { } marked) return marked;
        var sheet = SheetReader.Read(bytes);
        if (sheet.IsRefused) return sheet.Refusal;
        if (Unknown(sheet.Value) is { } unknown) return unknown;
        // Where the house has its three administrators, one founds agencies and posts, and another lets people in.
        var activates = caller.May(DeskRight.ManagePeople);
        var known = await AgenciesAsync(cancellation);
        List<ImportProblem> problems = [];
        var outcome = await recorder.RecordAsync<AgencyImportResult>(known, async (acts, cancellation) =>
        {
            problems.Clear();
            var plan = new AgencyImportPlan(acts, ChinaTime.DayOf(acts.Now), caller.Name, activates);
            await plan.LoadAsync(cancellation);
            var lines = sheet.Value.Rows.Select(row => new AgencyLine(row, problems)).ToList();
            var result = await plan.TakeAsync(lines, cancellation);
            return problems.Count > 0 ? new Refusal("agency-import.refused", "表里有不能导入的行，一行也没有导入。") : result;
        }, cancellation);
        return problems.Count > 0 ? new AgencyImportResult([.. problems.OrderBy(problem => problem.Line)], 0, 0, [], []) : outcome;
    }

    // A wrong heading would silently leave a whole column out.
    private static Refusal? Unknown(Sheet sheet)
    {
        var strange = sheet.Columns.Where(column => column.Length > 0 && !AgencyColumn.All.Contains(column)).ToList();
        if (strange.Count > 0) return new Refusal("agency-import.columns", $"表头里有不认识的列：{string.Join("、", strange.Take(5))}。请用模板的表头，不用的列可以删去。");
        return sheet.Columns.Contains(AgencyColumn.Line) ? null : new Refusal("agency-import.columns", $"表头里没有“{AgencyColumn.Line}”这一列。请用模板。");
    }

    private async Task<List<AgencyId>> AgenciesAsync(CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.All);
        return await db.Agencies.Select(row => row.Id).ToListAsync(cancellation);
    }
}
