using System.Text;
using System.Text.Json;
using Gongkai.App.Acts;
using Gongkai.App.Agencies;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.Houses;
using Gongkai.App.Imports;
using Gongkai.App.Reports;
using Gongkai.Documents.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Demo;

/// <summary>
/// Founds the demonstration house from <c>data/demo/</c> (演示数据): plainly made-up agencies whose acts were imported year by year and
/// whose reports were published each January. It is built beside its place and moved there whole, so a half-built one is never met.
/// </summary>
public static class DemoHouse
{
    private const string Who = "演示数据";

    private static readonly DateOnly PeopleFrom = new(2026, 1, 4);

    /// <summary>Founds the house where there is none yet.</summary>
    /// <param name="folder">Where it is or shall be.</param>
    /// <param name="cancellation">Gives up; nothing stays then.</param>
    /// <returns>True when it was founded now, false when it was there; or why it cannot be.</returns>
    public static async Task<Outcome<bool>> FoundAsync(string folder, CancellationToken cancellation)
    {
        if (File.Exists(new HouseAddress(folder).DatabaseFile)) return false;
        var building = folder.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) + ".new";
        try
        {
            if (Directory.Exists(building)) Directory.Delete(building, recursive: true);
            if (await FillAsync(building, cancellation) is { } refusal) return refusal;
            if (Directory.Exists(folder)) Directory.Delete(folder);
            Directory.Move(building, folder);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal("demo.folder", $"演示数据不能建在“{folder}”：{error.Message} 请检查权限和磁盘空间，或换一个文件夹。");
        }
    }

    private static async Task<Refusal?> FillAsync(string folder, CancellationToken cancellation)
    {
        var clock = new DemoClock();
        var opened = await HouseOpening.OpenOrFoundAsync(new HouseAddress(folder), HouseKind.Demo, clock, cancellation);
        if (opened.IsRefused) return opened.Refusal;
        using var house = opened.Value;
        using var agencies = JsonDocument.Parse(BuiltInData.Open("demo/agencies.json"));
        foreach (var entry in agencies.RootElement.EnumerateArray())
        {
            var agency = AgencyOf(entry);
            if (await FillAsync(house, clock, agency, entry, cancellation) is { } refusal) return refusal;
        }
        if (await DemoDistrict.FillAsync(house, cancellation) is { } refused) return refused;
        await using var db = house.Open(AgencyScope.All);
        var ids = await db.Agencies.ToDictionaryAsync(agency => agency.Code, agency => agency.Id, cancellation);
        return await DemoPeople.FillAsync(house, ids, PeopleFrom, cancellation)
            ?? await DemoApproval.FillAsync(house, ids["demo-yingji"], "wang", cancellation);
    }

    private static async Task<Refusal?> FillAsync(House house, DemoClock clock, Agency agency, JsonElement entry, CancellationToken cancellation)
    {
        var recorder = new ActRecorder(house);
        var years = entry.GetProperty("reports").EnumerateArray().Select(year => year.GetInt32()).ToList();
        var acts = DemoActs.Read($"demo/{agency.Code}.jsonl");
        clock.Set(acts[0].On);
        var registered = await new AgencyRegister(house, recorder).RegisterAsync(agency, acts[0].On, Who, cancellation);
        if (registered.IsRefused) return registered.Refusal;
        await using var audit = new AuditLog(house);
        var import = new LedgerImport(house, recorder, new FileIntake(house, audit));
        var taken = 0;
        foreach (var year in years)
        {
            var published = new DateOnly(year + 1, 1, 20);
            var until = acts.FindIndex(act => act.On >= published) is >= 0 and var index ? index : acts.Count;
            clock.Set(published);
            if (await ImportAsync(acts[taken..until]) is { } refused) return refused;
            taken = until;
            var report = await new ReportPublication(recorder).PublishAsync(agency, year, [], Who, cancellation);
            if (report.IsRefused) return report.Refusal;
        }
        if (taken == acts.Count) return null;
        clock.Set(acts[^1].On);
        return await ImportAsync(acts[taken..]);

        async Task<Refusal?> ImportAsync(List<DemoAct> slice)
        {
            var bytes = Encoding.UTF8.GetBytes(string.Join('\n', slice.Select(act => act.Line)));
            var bringer = new Bringer(null, agency.Id, AuditEvent.CommandLine);
            var outcome = await import.ImportAsync(agency.Id, $"{agency.Code}.jsonl", bytes, bringer, Who, cancellation);
            if (outcome.IsRefused) return outcome.Refusal;
            return outcome.Value.Problems is [var first, ..] ? new Refusal("demo.data", $"{agency.Code} 第 {first.Line} 行：{first.Message}") : null;
        }
    }

    private static Agency AgencyOf(JsonElement entry)
    {
        return new Agency
        {
            Id = new AgencyId(Guid.CreateVersion7()),
            Code = Text("code")!,
            Name = Text("name")!,
            Kind = EnumCode<AgencyKind>.Parse(Text("kind")!),
            OfficeName = Text("officeName"),
            Address = Text("address"),
            OfficeHours = Text("officeHours"),
            Phone = Text("phone"),
            Fax = Text("fax"),
            InternetContact = Text("internetContact"),
        };

        string? Text(string name) => entry.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
