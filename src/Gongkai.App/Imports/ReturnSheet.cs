using System.Globalization;
using System.Text.Json;
using Gongkai.App.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.App.Imports;

/// <summary>The lines of a file that bear one number make one signed return (科室报数单).</summary>
internal static class ReturnSheet
{
    public static IEnumerable<ImportProblem> Check(IReadOnlyList<ReturnLine> sheet, Register register)
    {
        var first = sheet[0];
        if (register.Returns.Contains(first.Number)) yield return new ImportProblem(first.Line, $"报数单 {first.Number} 已经登记过。");
        foreach (var line in sheet.Skip(1))
        {
            if (line.Unit != first.Unit || line.Period != first.Period || line.Signer != first.Signer || line.On != first.On || line.Source != first.Source)
                yield return new ImportProblem(line.Line, $"同一张报数单（{first.Number}）的科室、报数期、日期、签字人、来源系统必须相同，与第 {first.Line} 行不一致。");
        }
        foreach (var cell in sheet.SelectMany(line => line.Cells.Select(cell => (line.Line, Cell: cell))).GroupBy(pair => pair.Cell).Where(cell => cell.Count() > 1))
            yield return new ImportProblem(cell.Last().Line, $"报数单 {first.Number} 对同一格填了两次，先在第 {cell.First().Line} 行。");
    }

    /// <summary>The acts of a sheet: the return, and before it the unit where it is new.</summary>
    public static IEnumerable<PlannedAct> Sign(IReadOnlyList<ReturnLine> sheet, Register register)
    {
        var first = sheet[0];
        var values = sheet.SelectMany(line => line.Cells.Select(cell => (cell, line.Value))).ToDictionary(pair => pair.cell, pair => pair.Value);
        register.Returns.Add(first.Number);
        var unit = register.UnitNamed(first.Unit, out var isNew);
        if (isNew) yield return PlannedAct.Of(new UnitRegistered(), unit.Value, first with { Note = "" }, ("name", first.Unit));
        var row = register.Add(new SignedReturn
        {
            Id = Guid.CreateVersion7(),
            AgencyId = register.Agency,
            UnitId = unit,
            Number = first.Number,
            Period = first.Period.ToString(),
            Source = first.Source,
            Values = JsonSerializer.Serialize(values.ToDictionary(pair => pair.Key.Value, pair => pair.Value.ToString(CultureInfo.InvariantCulture))),
        });
        yield return PlannedAct.Of(
            new AggregateReturn(unit, first.Period, values, first.Source, Attachment: null), row.Id, first,
            ("number", first.Number), ("unit", first.Unit), ("signer", first.Signer));
    }
}
