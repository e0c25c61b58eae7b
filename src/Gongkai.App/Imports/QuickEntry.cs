using System.Text.RegularExpressions;
using Gongkai.App.Acts;
using Gongkai.App.Calendars;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Documents.Sheets;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Imports;

/// <summary>Records one act by hand (登记): a file of one line, read and checked by the rules of the import.</summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
public sealed partial class QuickEntry(House house, ActRecorder recorder)
{
    private const int Line = 1;

    /// <summary>Records it.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="agency">Whose act it is.</param>
    /// <param name="form">Which act.</param>
    /// <param name="answers">The answers by the name of their field; empty ones are as good as none.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What was recorded, or the problems with the answers.</returns>
    public async Task<Outcome<ImportResult>> RecordAsync(
        Caller caller, AgencyId agency, ActForm form, IReadOnlyDictionary<string, string> answers, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.DoActs, agency) is { } refusal) return refusal;
        var given = form.Fields.Select(field => (field.Name, Value: answers.GetValueOrDefault(field.Name)?.Trim() ?? ""))
            .Where(answer => answer.Value.Length > 0).ToDictionary(answer => answer.Name, answer => answer.Value);
        given[ActColumn.Act.Code] = form.Name;
        var rows = form.Act is ImportedAct.ReturnSigned ? Split(given) : [given];
        var sheet = new Sheet([.. given.Keys], [.. rows.Select(row => new SheetRow(Line, row))]);
        var calendar = await new HouseCalendar(house, recorder).ReadAsync(cancellation);
        return await new PlannedImport(recorder, agency, calendar, caller.Name).RunAsync(ActLineParser.Parse(sheet), null, cancellation);
    }

    /// <summary>A return has one line for each cell: 行政许可 14.</summary>
    private static IReadOnlyList<Dictionary<string, string>> Split(Dictionary<string, string> answers)
    {
        var lines = answers.GetValueOrDefault(ActColumn.Cell.Code, "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0) return [answers];
        return
        [
            .. lines.Select(line =>
            {
                var found = CellAndValue().Match(line);
                return new Dictionary<string, string>(answers)
                {
                    [ActColumn.Cell.Code] = found.Success ? found.Groups[1].Value.Trim() : line,
                    [ActColumn.Value.Code] = found.Success ? found.Groups[2].Value : "",
                };
            }),
        ];
    }

    [GeneratedRegex(@"^(.+?)[\s:：,，=]+(-?[0-9][0-9,.]*)$")]
    private static partial Regex CellAndValue();
}
