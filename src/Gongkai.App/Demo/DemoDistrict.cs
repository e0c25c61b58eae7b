using Gongkai.App.Acts;
using Gongkai.App.Agencies.Imports;
using Gongkai.App.Audit;
using Gongkai.App.Files;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Documents.Data;
using Gongkai.Domain;

namespace Gongkai.App.Demo;

/// <summary>The demonstration district (演示区), from <c>data/demo/district.csv</c>: one table, taken in as an office would.</summary>
internal static class DemoDistrict
{
    public static async Task<Refusal?> FillAsync(House house, CancellationToken cancellation)
    {
        using var table = new MemoryStream();
        await using (var file = BuiltInData.Open("demo/district.csv")) await file.CopyToAsync(table, cancellation);
        await using var audit = new AuditLog(house);
        var import = new AgencyImport(house, new ActRecorder(house), new FileIntake(house, audit));
        var outcome = await import.ImportAsync(Caller.MachineOwner("演示数据"), "district.csv", table.ToArray(), cancellation);
        if (outcome.IsRefused) return outcome.Refusal;
        return outcome.Value.Problems is [var first, ..] ? new Refusal("demo.data", $"district.csv 第 {first.Line} 行：{first.Message}") : null;
    }
}
