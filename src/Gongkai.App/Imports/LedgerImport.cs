using Gongkai.App.Acts;
using Gongkai.App.Calendars;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.Houses;
using Gongkai.Documents.Sheets;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;

namespace Gongkai.App.Imports;

/// <summary>Imports a year of acts from a plain file, all or nothing. A marked file is stopped before a line of it is read.</summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
/// <param name="intake">The door that files come in by.</param>
public sealed class LedgerImport(House house, ActRecorder recorder, FileIntake intake)
{
    /// <summary>Reads, checks and records a file.</summary>
    /// <param name="agency">Whose acts they are.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="bytes">CSV, XLSX or JSON Lines.</param>
    /// <param name="bringer">Who brings it, and from where.</param>
    /// <param name="who">Who imports, by name.</param>
    /// <param name="cancellation">Gives up; nothing is recorded then.</param>
    /// <returns>What was done, or why the file cannot be read at all.</returns>
    public async Task<Outcome<ImportResult>> ImportAsync(AgencyId agency, string name, byte[] bytes, Bringer bringer, string who, CancellationToken cancellation)
    {
        if (await intake.LookAtAsync(bringer, name, bytes, cancellation) is { } marked) return marked;
        var read = Read(bytes);
        if (read.IsRefused) return read.Refusal;
        if (read.Value.Problems.Count > 0) return ImportResult.Refused(read.Value.Problems);
        var file = await intake.TakeAsync(bringer, name, bytes, null, cancellation);
        if (file.IsRefused) return file.Refusal;

        var calendar = await new HouseCalendar(house, recorder).ReadAsync(cancellation);
        return await new PlannedImport(recorder, agency, calendar, who).RunAsync(read.Value, file.Value, cancellation);
    }

    /// <summary>Tells what an import would do, and does nothing.</summary>
    /// <inheritdoc cref="ImportAsync"/>
    public async Task<Outcome<ImportResult>> CheckAsync(AgencyId agency, string name, byte[] bytes, Bringer bringer, CancellationToken cancellation)
    {
        if (await intake.LookAtAsync(bringer, name, bytes, cancellation) is { } marked) return marked;
        var read = Read(bytes);
        if (read.IsRefused) return read.Refusal;
        var (lines, problems) = read.Value;
        if (problems.Count > 0) return ImportResult.Refused(problems);
        var calendar = await new HouseCalendar(house, recorder).ReadAsync(cancellation);
        await using var db = house.Open(AgencyScope.Of(agency));
        var plan = ImportPlan.Make(lines, await RegisterLoading.LoadAsync(db, agency, calendar, lines, cancellation));
        return plan.Problems.Count > 0 ? ImportResult.Refused(plan.Problems) : ImportResult.Taken(plan);
    }

    private static Outcome<(IReadOnlyList<ActLine> Lines, IReadOnlyList<ImportProblem> Problems)> Read(byte[] bytes)
    {
        var sheet = SheetReader.Read(bytes);
        return sheet.IsRefused ? sheet.Refusal : ActLineParser.Parse(sheet.Value);
    }
}
