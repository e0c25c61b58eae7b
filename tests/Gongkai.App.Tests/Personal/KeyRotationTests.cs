using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Personal;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests;

/// <summary>New keys for everything that is sealed, while others work.</summary>
public sealed class KeyRotationTests
{
    private const int People = 450;

    // A table as a later part of the model will have: a sealed phone and its fingerprint.
    private static readonly SealedColumn Phones = new("TestPeople", "Id", "Phone", "PhonePrint");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "换密钥：每一行都用新密钥重新加密，指纹重算，原文不变；中途停下，再跑接着做"), BothDatabases]
    public async Task Everything_is_sealed_anew(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var audit = new AuditLog(house.House);
        var ring = (await KeyRing.OpenAsync(house.House, Cancellation)).Value;
        var values = new SealedValues(ring);
        var rotation = new KeyRotation(house.House, ring, values, audit);
        var people = await FillAsync(house, values);
        await ring.AddAsync(KeyPurpose.Encryption, Cancellation);
        await ring.AddAsync(KeyPurpose.Fingerprint, Cancellation);
        var damaged = people.Keys.First();
        await ExecuteAsync(house, $"""UPDATE "TestPeople" SET "Phone" = '1;1;mobilePhone;AAAA;138****0000' WHERE "Phone" LIKE '%138****0000' """);

        // Stopped after the first batch, then run to the end.
        await new ActRecorder(house.House).RecordAsync<int>([], async (acts, stop) =>
        {
            var cells = new SealedCells(acts.Db, Phones);
            foreach (var cell in await cells.ReadStaleAsync("1;2;", "2;", null, 100, stop))
            {
                if (cell.RowId == damaged) continue;
                var clear = values.Unseal(Place(cell.RowId), Sealed.Parse(cell.Text));
                Assert.True(await cells.ReplaceAsync(
                    cell, values.Seal(Place(cell.RowId), PersonalValue.MobilePhone, clear).Text, values.FingerprintOf(PersonalValue.MobilePhone, clear).Text, stop));
                // A value that somebody has changed since is left alone.
                Assert.False(await cells.ReplaceAsync(cell, "x", null, stop));
            }
            return 0;
        }, Cancellation);
        var result = (await rotation.ResealAsync([Phones], AuditEvent.CommandLine, Cancellation)).Value;

        Assert.Equal([Place(damaged)], result.Unreadable);
        Assert.InRange(result.Resealed, People - 101, People - 100);
        var found = 0;
        await using var db = house.House.Open(AgencyScope.None);
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        var counts = await new SealedCells(db, Phones).CountByKeyAsync(Cancellation);
        Assert.Equal((1, People - 1), (counts[1], counts[2]));
        foreach (var cell in await new SealedCells(db, Phones).ReadStaleAsync("9;", "9;", null, People, Cancellation))
        {
            if (cell.RowId == damaged) continue;
            Assert.Equal(people[cell.RowId], values.Unseal(Place(cell.RowId), Sealed.Parse(cell.Text)));
            Assert.Equal(values.FingerprintOf(PersonalValue.MobilePhone, people[cell.RowId]).Text, cell.Fingerprint);
            found++;
        }
        Assert.Equal(People - 1, found);
        await transaction.RollbackAsync(Cancellation);
        Assert.Equal(0, (await rotation.ResealAsync([Phones], AuditEvent.CommandLine, Cancellation)).Value.Resealed);
        Assert.Equal(2, await db.Audit.IgnoreQueryFilters().CountAsync(row => row.Kind == AuditKind.KeysRotated, Cancellation));
    }

    [Theory(DisplayName = "Cookie 的密钥存在库里，密钥环加密；重启、另一节点、换密钥之后照样认得"), BothDatabases]
    public async Task Data_protection_keys_live_in_the_database(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        string cookie;
        await using (var first = await StartAsync(house)) cookie = Protector(first).Protect("会话");
        await using (var db = house.House.Open(AgencyScope.None))
            Assert.DoesNotContain("masterKey", (await db.ProtectionKeys.SingleAsync(Cancellation)).Xml.Text, StringComparison.Ordinal);

        await using var second = await StartAsync(house);
        Assert.Equal("会话", Protector(second).Unprotect(cookie));
        var rotated = await second.GetRequiredService<KeyRotation>().RotateAsync(fingerprint: true, AuditEvent.CommandLine, Cancellation);
        Assert.Equal((1, 0), (rotated.Value.Resealed, rotated.Value.Unreadable.Count));
        var uses = await second.GetRequiredService<KeyRotation>().CountAsync(Cancellation);
        Assert.Equal([0L, 1L], uses.Where(use => use.Key.Purpose == KeyPurpose.Encryption).OrderBy(use => use.Key.Number).Select(use => use.Values ?? -1));

        await using var third = await StartAsync(house);
        Assert.Equal("会话", Protector(third).Unprotect(cookie));
        Assert.NotEmpty(SealedColumn.Of(house.House.Open(AgencyScope.None).Model));
    }

    private static async Task<ServiceProvider> StartAsync(TestHouse house) => new ServiceCollection()
        .AddLogging().AddGongkaiHouse(house.House).AddGongkaiPersonalData((await KeyRing.OpenAsync(house.House, Cancellation)).Value)
        .BuildServiceProvider(validateScopes: true);

    private static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("试");

    private static SealedPlace Place(Guid id) => new(Phones.Table, Phones.Column, id);

    private static async Task<Dictionary<Guid, string>> FillAsync(TestHouse house, SealedValues values)
    {
        var id = house.House.Address.Postgres is null ? "BLOB" : "uuid";
        await ExecuteAsync(house, $"""CREATE TABLE "TestPeople" ("Id" {id} PRIMARY KEY, "Phone" text, "PhonePrint" text)""");
        var people = new Dictionary<Guid, string>();
        await using var db = house.House.Open(AgencyScope.None);
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        for (var person = 0; person < People; person++)
        {
            var (row, phone) = (Guid.CreateVersion7(), $"138123{person:D5}");
            people.Add(row, phone);
            object key = house.House.Address.Postgres is null ? row.ToByteArray(true) : row;
            await db.Database.ExecuteSqlRawAsync("""INSERT INTO "TestPeople" VALUES ({0}, {1}, {2})""",
                [key, values.Seal(Place(row), PersonalValue.MobilePhone, phone).Text, values.FingerprintOf(PersonalValue.MobilePhone, phone).Text], Cancellation);
        }
        await transaction.CommitAsync(Cancellation);
        return people;
    }

    private static async Task ExecuteAsync(TestHouse house, string sql)
    {
        await using var db = house.House.Open(AgencyScope.None);
        await db.Database.ExecuteSqlRawAsync(sql, Cancellation);
    }
}
