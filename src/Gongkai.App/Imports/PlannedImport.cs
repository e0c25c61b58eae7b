using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;

namespace Gongkai.App.Imports;

/// <summary>Plans the lines of a file or a form against what the house holds, and records all of them or none.</summary>
/// <param name="recorder">The house's recorder.</param>
/// <param name="agency">Whose acts they are.</param>
/// <param name="calendar">Working days.</param>
/// <param name="who">Who records them.</param>
internal sealed class PlannedImport(ActRecorder recorder, AgencyId agency, WorkingCalendar calendar, string who)
{
    public async Task<Outcome<ImportResult>> RunAsync(
        (IReadOnlyList<ActLine> Lines, IReadOnlyList<ImportProblem> Problems) read, StoredFile? file, CancellationToken cancellation)
    {
        if (read.Problems.Count > 0) return ImportResult.Refused(read.Problems);
        List<ImportProblem> refused = [];
        var outcome = await recorder.RecordAsync<ImportResult>(agency, async (acts, cancellation) =>
        {
            var register = await RegisterLoading.LoadAsync(acts.Db, agency, calendar, read.Lines, cancellation);
            var plan = ImportPlan.Make(read.Lines, register);
            refused = plan.Problems;
            if (refused.Count > 0) return NothingTaken;
            acts.Db.AddRange(register.Added);
            foreach (var act in plan.Acts) act.Record(acts, agency, who);
            if (file is not null) await acts.AttachAsync(file, cancellation);
            acts.ChangePublicPages();
            return ImportResult.Taken(plan);
        }, cancellation);
        return refused.Count > 0 ? ImportResult.Refused(refused) : outcome;
    }

    private static Refusal NothingTaken => new("import.refused", "文件里有不能导入的行，一条也没有导入。");
}
