using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.Domain.Ledger;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>Whatever is done to the stored rows behind the program's back, verification fails and names the place.</summary>
public sealed class LedgerVerificationTests
{
    private const int Entries = 12;

    private static readonly string[] Columns =
    [
        "AgencyId", "Sequence", "Kind", "SubjectId", "EffectiveOn", "RecordedAt", "Corrects", "FactsText", "PrivateBytes", "Salt", "PrivateDigest",
        "PreviousHash", "Hash",
    ];

    [Theory(DisplayName = "任何一栏的任何一个字节被改，都查得出，并指出是第几条"), BothDatabases]
    public async Task Any_altered_byte_is_found(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await FillAsync(house);
        await using var stored = await StoredRow.OpenAsync(house, agency.Id);
        var random = new Random(20260302);
        foreach (var column in Columns)
        {
            for (var round = 0; round < 4; round++)
            {
                var sequence = random.NextInt64(1, Entries + 1);
                var original = await stored.ReadAsync(sequence, column);
                var altered = Alter(column, original, random);
                await stored.WriteAsync(sequence, column, altered);

                var found = await VerifyAsync(house, agency);

                Assert.True(found.Break?.Sequence == sequence, $"{column} of entry {sequence}: {original} → {altered}: {found.Break}");
                await RestoreAsync(stored, sequence, column, original, altered);
            }
        }
        Assert.True((await VerifyAsync(house, agency)).IsWhole);
    }

    [Theory(DisplayName = "删掉一条、截去末尾、改链头、塞进一条，都查得出"), BothDatabases]
    public async Task Removed_cut_and_inserted_entries_are_found(DatabaseEngine engine)
    {
        await AssertBreakAsync(engine, ChainFault.Removed, 5, """DELETE FROM "Ledger" WHERE "Sequence" = 5""");
        await AssertBreakAsync(engine, ChainFault.Removed, 1, """DELETE FROM "Ledger" WHERE "Sequence" <= 3""");
        await AssertBreakAsync(engine, ChainFault.TailCut, 10, """DELETE FROM "Ledger" WHERE "Sequence" >= 10""");
        await AssertBreakAsync(engine, ChainFault.TailCut, 1, """DELETE FROM "Ledger" """);
        await AssertBreakAsync(engine, ChainFault.HeadMismatch, Entries, """UPDATE "ChainHeads" SET "Hash" = 'sha256:0000' """);
        await AssertBreakAsync(engine, ChainFault.HeadMismatch, Entries, """UPDATE "ChainHeads" SET "Sequence" = 11 """);
        await AssertBreakAsync(engine, ChainFault.HeadMismatch, Entries, """DELETE FROM "ChainHeads" """);
        // Two entries change places.
        await AssertBreakAsync(engine, ChainFault.Inserted, 4,
            """UPDATE "Ledger" SET "Sequence" = -"Sequence" WHERE "Sequence" IN (4, 5)""",
            """UPDATE "Ledger" SET "Sequence" = 9 + "Sequence" WHERE "Sequence" < 0""");
        // Room is made in the middle, and a forged entry is put there that hashes well by itself.
        await AssertBreakAsync(engine, ChainFault.Inserted, 6,
            """UPDATE "Ledger" SET "Sequence" = -"Sequence" WHERE "Sequence" > 5""",
            """UPDATE "Ledger" SET "Sequence" = 1 - "Sequence" WHERE "Sequence" < 0""",
            Forge(6));
        await AssertBreakAsync(engine, ChainFault.Inserted, Entries + 1, Forge(Entries + 1));
    }

    [Theory(DisplayName = "清除非公开部分，链仍完整；只清一半，查得出"), BothDatabases]
    public async Task Erasing_a_private_part_keeps_the_chain(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await FillAsync(house);
        await using var stored = await StoredRow.OpenAsync(house, agency.Id);

        await stored.ExecuteAsync("""UPDATE "Ledger" SET "PrivateBytes" = NULL, "Salt" = NULL WHERE "Sequence" IN (3, 7)""");
        var erased = await VerifyAsync(house, agency);
        Assert.True(erased.IsWhole, erased.Break?.Message);
        Assert.Equal(2, erased.Private.Erased);

        await stored.WriteAsync(3, "Salt", new byte[16]);
        Assert.Equal(3, (await VerifyAsync(house, agency)).Break?.Sequence);
    }

    [Theory(DisplayName = "中途改用国密 SM3，新旧条目都校验得过"), BothDatabases]
    public async Task The_digest_may_change_in_mid_life(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await FillAsync(house);
        Assert.False((await house.House.ChooseLedgerHashAsync("sm3", TestContext.Current.CancellationToken)).IsRefused);
        await house.Recorder.ReceiveRequestAsync(agency.Id);
        Assert.False((await house.House.ChooseLedgerHashAsync("sha256", TestContext.Current.CancellationToken)).IsRefused);
        await house.Recorder.ReceiveRequestAsync(agency.Id);

        var found = await VerifyAsync(house, agency);

        Assert.True(found.IsWhole, found.Break?.Message);
        await using var db = house.House.Open(AgencyScope.Of(agency.Id));
        var hashes = await db.Ledger.OrderBy(entry => entry.Sequence).Select(entry => entry.Hash).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["sha256", "sm3", "sha256"], hashes.TakeLast(3).Select(hash => hash.Split(':')[0]));
        Assert.Equal("ledger.hash-unknown", (await house.House.ChooseLedgerHashAsync("md5", TestContext.Current.CancellationToken)).Refusal?.Code);
    }

    [Theory(DisplayName = "整条链连同链头被重写，凭另行保存的链头查得出"), BothDatabases]
    public async Task A_head_kept_outside_shows_a_chain_rewritten_whole(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await FillAsync(house);
        var kept = (await VerifyAsync(house, agency)).Head.Hash;
        await house.Recorder.ReceiveRequestAsync(agency.Id);
        Assert.True((await VerifyAsync(house, agency, kept)).IsWhole);

        await using var stored = await StoredRow.OpenAsync(house, agency.Id);
        await stored.ExecuteAsync($"""DELETE FROM "Ledger" WHERE "Sequence" >= {Entries}""");
        await stored.ExecuteAsync($"""UPDATE "ChainHeads" SET "Sequence" = {Entries - 1}, "Hash" = (SELECT "Hash" FROM "Ledger" WHERE "Sequence" = {Entries - 1})""");

        Assert.True((await VerifyAsync(house, agency)).IsWhole);
        Assert.Equal(ChainFault.HeadMismatch, (await VerifyAsync(house, agency, kept)).Break?.Fault);
    }

    private static async Task<Agency> FillAsync(TestHouse house)
    {
        var agency = await house.RegisterAgencyAsync();
        for (var act = 1; act < Entries; act++) await house.Recorder.ReceiveRequestAsync(agency.Id);
        return agency;
    }

    private static async Task<ChainVerification> VerifyAsync(TestHouse house, Agency agency, string? outsideHead = null) =>
        (await new LedgerVerification(house.House).VerifyAsync(agency.Id, outsideHead, deep: false, TestContext.Current.CancellationToken)).Value;

    private static async Task AssertBreakAsync(DatabaseEngine engine, ChainFault fault, long sequence, params string[] damage)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await FillAsync(house);
        await using var stored = await StoredRow.OpenAsync(house, agency.Id);
        foreach (var sql in damage) await stored.ExecuteAsync(sql);
        var found = await VerifyAsync(house, agency);
        Assert.True(found.Break?.Sequence == sequence && found.Break.Fault == fault, $"{damage[0]}: {found.Break}");
    }

    private static string Forge(long sequence)
    {
        const string previous = "sha256:f0f0";
        const string text = """{"forged":true}""";
        var hash = ChainHash.Sha256.OfEntry(previous, text, "sha256:00");
        return $"""
            INSERT INTO "Ledger" ("AgencyId", "Sequence", "Kind", "SubjectId", "EffectiveOn", "RecordedAt", "FactsText", "PrivateDigest", "PreviousHash", "Hash")
            SELECT "AgencyId", {sequence}, "Kind", "SubjectId", "EffectiveOn", "RecordedAt", '{text}', 'sha256:00', '{previous}', '{hash}' FROM "Ledger" WHERE "Sequence" = 5
            """;
    }

    private static object Alter(string column, object value, Random random) => value switch
    {
        // A sequence that exists already would be refused by the key.
        long sequence when column == "Sequence" => sequence + 1000,
        long number => number + 1,
        // The salt of a sealed part stands inside it.
        DBNull when column == "Salt" => new byte[] { 1 },
        DBNull => 1L,
        "" => "x",
        string text => AlterText(text, random.Next(text.Length)),
        byte[] bytes => AlterBytes(bytes, random.Next(bytes.Length)),
        Guid id => new Guid(AlterBytes(id.ToByteArray(), random.Next(16))),
        DateTime instant => instant.AddDays(1),
        DateOnly day => day.AddDays(-1),
        _ => throw new InvalidOperationException($"{column} is a {value.GetType()}"),
    };

    private static string AlterText(string text, int at) => string.Concat(text.AsSpan(0, at), text[at] == 'x' ? "y" : "x", text.AsSpan(at + 1));

    private static byte[] AlterBytes(byte[] bytes, int at)
    {
        byte[] altered = [.. bytes];
        altered[at] ^= 1;
        return altered;
    }

    private static async Task RestoreAsync(StoredRow stored, long sequence, string column, object original, object altered)
    {
        if (column == "AgencyId") await stored.GiveBackAsync(altered);
        else await stored.WriteAsync(column == "Sequence" ? (long)altered : sequence, column, original);
    }
}
