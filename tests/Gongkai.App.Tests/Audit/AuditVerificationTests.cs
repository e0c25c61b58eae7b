using System.Text.Json;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>Whatever is done to stored events is found; what the law lets go leaves by one recorded way.</summary>
public sealed class AuditVerificationTests
{
    private const int Events = 10;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "审计日志：改、删、插、截尾、改链头，都查得出并指出第几条"), BothDatabases]
    public async Task Any_damage_is_found(DatabaseEngine engine)
    {
        (string Sql, ChainFault Fault, long Sequence)[] damages =
        [
            ("""UPDATE "Audit" SET "Message" = '无事' WHERE "Sequence" = 4""", ChainFault.Altered, 4),
            ("""UPDATE "Audit" SET "From" = '198.51.100.1' WHERE "Sequence" = 4""", ChainFault.Altered, 4),
            ("""UPDATE "Audit" SET "Kind" = 'signInFailed' WHERE "Sequence" = 4""", ChainFault.Altered, 4),
            ("""UPDATE "Audit" SET "Kind" = '没有这种' WHERE "Sequence" = 4""", ChainFault.Altered, 4),
            ("""UPDATE "Audit" SET "Subject" = NULL WHERE "Sequence" = 4""", ChainFault.Altered, 4),
            ("""UPDATE "Audit" SET "Text" = replace("Text", '登录', '登出') WHERE "Sequence" = 4""", ChainFault.Altered, 4),
            ("""UPDATE "Audit" SET "Hash" = 'sha256:00' WHERE "Sequence" = 4""", ChainFault.Altered, 4),
            ("""DELETE FROM "Audit" WHERE "Sequence" = 4""", ChainFault.Removed, 4),
            ("""DELETE FROM "Audit" WHERE "Sequence" <= 4""", ChainFault.Removed, 1),
            ("""DELETE FROM "Audit" WHERE "Sequence" >= 4""", ChainFault.TailCut, 4),
            ("""UPDATE "AuditChains" SET "Hash" = 'sha256:00' """, ChainFault.HeadMismatch, Events),
            ("""DELETE FROM "AuditChains" """, ChainFault.HeadMismatch, 1),
            ("""
                DELETE FROM "Audit" WHERE "Sequence" <= 4;
                UPDATE "AuditChains" SET "CutSequence" = 4, "CutHash" = (SELECT "PreviousHash" FROM "Audit" WHERE "Sequence" = 5)
                """, ChainFault.Removed, 1),
        ];
        await using var house = await FillAsync(engine);
        await using var db = house.House.Open(AgencyScope.All);
        foreach (var (sql, fault, sequence) in damages)
        {
            var saved = (Rows: await db.Audit.AsNoTracking().ToListAsync(Cancellation), Chains: await db.AuditChains.AsNoTracking().ToListAsync(Cancellation));
            await db.Database.ExecuteSqlRawAsync(sql, Cancellation);
            var found = (await SampleEvents.VerifyAsync(house)).Break;
            Assert.True((found?.Fault, found?.Sequence) == (fault, sequence), $"{sql}: {found}");
            await db.Audit.ExecuteDeleteAsync(Cancellation);
            await db.AuditChains.ExecuteDeleteAsync(Cancellation);
            db.AddRange(saved.Rows);
            db.AddRange(saved.Chains);
            await db.SaveChangesAsync(Cancellation);
            db.ChangeTracker.Clear();
        }
        await SampleEvents.AssertWholeAsync(house);
    }

    [Theory(DisplayName = "归档：半年以内的一条不动；更早的写进文件才删，归档本身有记录，链从切口起照样校验得过"), BothDatabases]
    [Gongkai.Domain.Law("网络安全法", 23)]
    public async Task Only_what_is_old_enough_leaves_and_only_by_a_recorded_act(DatabaseEngine engine)
    {
        await using var house = await FillAsync(engine);
        var archive = new AuditArchive(house.House);
        var folder = Path.Combine(house.House.Address.Folder, "归档");
        Assert.Empty((await archive.ArchiveAsync(folder, null, AuditEvent.CommandLine, Cancellation)).Value);

        house.Clock.Advance(TimeSpan.FromDays(AuditArchive.ShortestRetention - 1));
        await using (var audit = new AuditLog(house.House)) await audit.WriteAsync(SampleEvents.SignedIn, Cancellation);
        Assert.Empty((await archive.ArchiveAsync(folder, null, AuditEvent.CommandLine, Cancellation)).Value);
        house.Clock.Advance(TimeSpan.FromDays(2));
        var done = Assert.Single((await archive.ArchiveAsync(folder, null, AuditEvent.CommandLine, Cancellation)).Value);

        Assert.Equal(Events, done.Events);
        Assert.Equal(Events, File.ReadLines(done.File).Count());
        var whole = await SampleEvents.VerifyAsync(house);
        Assert.Null(whole.Break);
        Assert.Equal((Events, Events + 2L), (whole.CutSequence, whole.Head.Sequence));
        await using var db = house.House.Open(AgencyScope.All);
        Assert.Equal([AuditKind.SignedIn, AuditKind.AuditArchived], await db.Audit.OrderBy(row => row.Sequence).Select(row => row.Kind).ToListAsync(Cancellation));
        // The file continues the chain backwards: its last hash is the previous one of the first row that stayed.
        using var last = JsonDocument.Parse(File.ReadLines(done.File).Last());
        Assert.Equal(await db.Audit.OrderBy(row => row.Sequence).Select(row => row.PreviousHash).FirstAsync(Cancellation), last.RootElement.GetProperty("hash").GetString());

        house.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Single((await archive.ArchiveAsync(folder, null, AuditEvent.CommandLine, Cancellation)).Value);
        await SampleEvents.AssertWholeAsync(house);
        await using (var audit = new AuditLog(house.House)) await audit.WriteAsync(SampleEvents.SignedIn, Cancellation);
        await SampleEvents.AssertWholeAsync(house);
        await db.Database.ExecuteSqlRawAsync("""UPDATE "Audit" SET "Message" = '无事' """, Cancellation);
        Assert.Equal("audit.broken", (await archive.ArchiveAsync(folder, null, AuditEvent.CommandLine, Cancellation)).Refusal?.Code);
    }

    [Theory(DisplayName = "查询：按时间、人、种类、机关、对象，一页一页，新来的不打乱"), BothDatabases]
    public async Task Events_are_found_page_by_page(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var (agency, person) = ((await house.RegisterAgencyAsync()).Id, new PersonId(Guid.CreateVersion7()));
        await using var audit = new AuditLog(house.House);
        for (var number = 0; number < 23; number++)
        {
            // Several within one instant, as a batch has them.
            if (number % 4 == 0) house.Clock.Advance(TimeSpan.FromMinutes(1));
            var happened = new AuditEvent(number % 3 == 0 ? AuditKind.Exported : AuditKind.SignedIn, number % 2 == 0 ? person : null,
                number % 5 == 0 ? agency : null, $"Case/{number}", "203.0.113.7", $"{number}");
            await audit.WriteAsync(happened, Cancellation);
        }
        await using var db = house.House.Open(AgencyScope.All);
        List<string> seen = [];
        AuditPlace? after = null;
        while (await db.SearchAuditAsync(new AuditFilter(), after, 5, Cancellation) is { Count: > 0 } page)
        {
            Assert.True(page.Count == 5 || seen.Count == 20);
            seen.AddRange(page.Select(line => line.Message));
            after = page[^1].Place;
            await audit.WriteAsync(SampleEvents.SignedIn with { Message = "新来的" }, Cancellation);
        }
        Assert.DoesNotContain("新来的", seen.Take(5));
        Assert.Equal(Enumerable.Range(0, 23).Reverse().Select(number => $"{number}"), seen.Where(message => message != "新来的"));

        async Task<IEnumerable<string>> FindAsync(AuditFilter filter) => (await db.SearchAuditAsync(filter, null, 100, Cancellation)).Select(line => line.Message);
        Assert.Equal(12, (await FindAsync(new AuditFilter(Who: person))).Count());
        Assert.Equal(["21", "18", "15", "12", "9", "6", "3", "0"], await FindAsync(new AuditFilter(Kind: AuditKind.Exported)));
        Assert.Equal(["20", "15", "10", "5", "0"], await FindAsync(new AuditFilter(Agency: agency)));
        Assert.Equal(["19", "18", "17", "16", "15", "14", "13", "12", "11", "10", "1"], await FindAsync(new AuditFilter(Subject: "Case/1")));
        var start = Instant.Now(TestHouse.NewClock());
        Assert.Equal(["3", "2", "1", "0"], await FindAsync(new AuditFilter(From: start, Until: start.AddMinutes(2))));
    }

    [Theory(DisplayName = "导出：JSON Lines 与 CSV，各写各的，一条不少；数据校验码短而可印"), BothDatabases]
    public async Task Events_are_exported(DatabaseEngine engine)
    {
        await using var house = await FillAsync(engine);
        await using (var audit = new AuditLog(house.House))
            await audit.WriteAsync(SampleEvents.SignedIn with { Subject = "=HYPERLINK(\"x\")" }, Cancellation);
        await using var db = house.House.Open(AgencyScope.All);
        using var lines = new MemoryStream();
        using var table = new MemoryStream();
        Assert.Equal(Events + 1, await db.Audited(new AuditFilter()).WriteJsonLinesAsync(lines, Cancellation));
        Assert.Equal(Events + 1, await db.Audited(new AuditFilter()).WriteCsvAsync(table, Cancellation));
        var rows = System.Text.Encoding.UTF8.GetString(table.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Events + 2, rows.Length);
        Assert.Contains("2026-03-02 09:00:00,登录成功", rows[1], StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=HYPERLINK", rows[^1], StringComparison.Ordinal);
        foreach (var line in System.Text.Encoding.UTF8.GetString(lines.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Equal("signedIn", JsonDocument.Parse(line).RootElement.GetProperty("event").GetProperty("kind").GetString());

        var agency = await house.RegisterAgencyAsync();
        var codes = await db.ReadChainCodesAsync(Cancellation);
        Assert.Equal([(AgencyId?)agency.Id, null], codes.Select(code => code.Agency));
        Assert.All(codes, code => Assert.Matches("^([0-9A-F]{4}-){4}[0-9A-F]{4}$", code.Code));
    }

    private static async Task<TestHouse> FillAsync(DatabaseEngine engine)
    {
        var house = await TestHouse.CreateAsync(engine);
        await using var audit = new AuditLog(house.House);
        for (var number = 0; number < Events; number++) await audit.WriteAsync(SampleEvents.SignedIn, Cancellation);
        return house;
    }
}
