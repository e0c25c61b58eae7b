using System.Text;
using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.App.Personal;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>Who acted and why is sealed where it lies; the chain speaks of what is inside and holds whatever becomes of the seal.</summary>
public sealed class PrivatePartTests
{
    private const string Who = "台账里的那个人";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "谁办的、为什么：库里是密文，连盐一起；台账页照常显示"), BothDatabases]
    public async Task Who_and_why_are_sealed(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await FillAsync(house, 3);
        foreach (var row in await RowsAsync(house))
        {
            Assert.Null(row.Salt);
            Assert.Equal(1, PrivatePartSeal.KeyOf(row.PrivateBytes!));
            Assert.True(row.PrivateBytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Who)) < 0);
        }
        Assert.Equal(Who, (await LastLineAsync(house.House)).Who);
        var verified = await VerifyAsync(house.House, agency);
        Assert.True(verified.IsWhole, verified.Break?.Message);
        Assert.Equal(new PrivatePartCount(0, 0, 0), verified.Private);
    }

    [Theory(DisplayName = "密文挪到另一条、改一个字节、换成明文，都查得出是第几条"), BothDatabases]
    public async Task A_private_part_stays_in_its_entry(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await FillAsync(house, 4);
        foreach (var damage in (Action<LedgerEntryRow, LedgerEntryRow>[])[
            (row, other) => row.PrivateBytes = other.PrivateBytes,
            (row, _) => row.PrivateBytes = [.. row.PrivateBytes!.SkipLast(1)],
            (row, _) => row.PrivateBytes = [1, 0, 0, 0, 9, .. row.PrivateBytes!.Skip(5)],
            (row, _) => (row.PrivateBytes, row.Salt) = (new PrivatePart("别人").Write(), new byte[SealedEntry.SaltLength]),
        ])
        {
            await using var db = house.House.Open(AgencyScope.All);
            var rows = await db.Ledger.OrderBy(entry => entry.Sequence).ToListAsync(Cancellation);
            var (bytes, salt) = (rows[2].PrivateBytes, rows[2].Salt);
            damage(rows[2], rows[3]);
            await db.SaveChangesAsync(Cancellation);
            Assert.Equal(3, (await VerifyAsync(house.House, agency)).Break?.Sequence);
            (rows[2].PrivateBytes, rows[2].Salt) = (bytes, salt);
            await db.SaveChangesAsync(Cancellation);
        }
        Assert.True((await VerifyAsync(house.House, agency)).IsWhole);
    }

    [Theory(DisplayName = "换密钥：每一条改用新密钥，校验码一个不变；早先的明文一并加密，库文件里不再有"), BothDatabases]
    public async Task Another_key_changes_no_hash(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await FillAsync(house, 5);
        await LayBareAsync(house, 2, 4);
        var before = (await RowsAsync(house)).Select(row => row.Hash).ToList();
        var bare = await VerifyAsync(house.House, agency);
        Assert.True(bare.IsWhole, bare.Break?.Message);
        Assert.Equal(2, bare.Private.InClear);
        Assert.Equal(Who, (await LastLineAsync(house.House)).Who);

        await using var audit = new AuditLog(house.House);
        var ring = (await KeyRing.OpenAsync(house.House, Cancellation)).Value;
        var rotation = new KeyRotation(house.House, ring, new SealedValues(ring), audit);
        Assert.Equal(2, await rotation.CountInClearAsync(Cancellation));
        var done = (await rotation.RotateAsync(fingerprint: false, AuditEvent.CommandLine, Cancellation)).Value;

        Assert.Equal((before.Count, 0), (done.Resealed, done.Unreadable.Count));
        Assert.Equal(before, (await RowsAsync(house)).Select(row => row.Hash));
        Assert.All(await RowsAsync(house), row => Assert.Equal(((int?)2, (byte[]?)null), (PrivatePartSeal.KeyOf(row.PrivateBytes!), row.Salt)));
        Assert.Equal(before.Count, (await rotation.CountAsync(Cancellation)).Single(use => use.Key is { Purpose: KeyPurpose.Encryption, Number: 2 }).Values);
        Assert.Equal(0, await rotation.CountInClearAsync(Cancellation));
        Assert.Equal(Who, (await LastLineAsync(house.House)).Who);
        Assert.Equal(new PrivatePartCount(0, 0, 0), (await VerifyAsync(house.House, agency)).Private);
        foreach (var left in Directory.EnumerateFiles(house.House.Address.Folder, "gongkai.db*"))
        {
            await using var open = new FileStream(left, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes, Cancellation);
            Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(Who)) < 0, left);
        }
        Assert.Equal(0, (await rotation.ResealAsync(AuditEvent.CommandLine, Cancellation)).Value.Resealed);
    }

    [Theory(DisplayName = "没有密钥：链照样校验，说明有几条打不开；不再登记任何事项，不悄悄写明文"), BothDatabases]
    public async Task Without_keys_the_chain_is_verified_and_nothing_is_written(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await FillAsync(house, 3);
        await LayBareAsync(house, 2);
        File.Delete(Path.Combine(house.House.Address.KeysFolder, "ring.json"));
        using var elsewhere = (await HouseOpening.OpenAsync(house.House.Address, house.Clock, Cancellation)).Value;

        var verified = await VerifyAsync(elsewhere, agency);
        Assert.True(verified.IsWhole, verified.Break?.Message);
        Assert.Equal(new PrivatePartCount(0, 3, 1), verified.Private);
        Assert.Equal("", (await LastLineAsync(elsewhere)).Who);
        Assert.Equal("keys.missing", (await new ActRecorder(elsewhere).ReceiveRequestAsync(agency.Id)).Refusal?.Code);
        Assert.Equal(4, (await RowsAsync(house)).Count);
    }

    private static async Task<Agency> FillAsync(TestHouse house, int acts)
    {
        var agency = await house.RegisterAgencyAsync();
        for (var act = 0; act < acts; act++)
        {
            await house.Recorder.RecordAsync<int>(agency.Id, (session, _) =>
            {
                session.Record(agency.Id, new UnitRegistered(), new SubjectId(agency.Id.Value), new DateOnly(2026, 3, 2), new PrivatePart(Who, "因为"));
                return Task.FromResult<Domain.Outcome<int>>(0);
            }, Cancellation);
        }
        return agency;
    }

    /// <summary>Entries as they were written before private parts were sealed.</summary>
    private static async Task LayBareAsync(TestHouse house, params long[] sequences)
    {
        var seal = await PrivatePartSeal.OfAsync(house.House, Cancellation);
        await using var db = house.House.Open(AgencyScope.All);
        foreach (var row in await db.Ledger.Where(entry => sequences.Contains(entry.Sequence)).ToListAsync(Cancellation))
        {
            var found = seal.Read(row);
            (row.PrivateBytes, row.Salt) = (found.Bytes, found.Salt);
        }
        await db.SaveChangesAsync(Cancellation);
    }

    private static async Task<List<LedgerEntryRow>> RowsAsync(TestHouse house)
    {
        await using var db = house.House.Open(AgencyScope.All);
        return await db.Ledger.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync(Cancellation);
    }

    private static async Task<LedgerLine> LastLineAsync(House house)
    {
        await using var db = house.Open(AgencyScope.All);
        return (await db.ReadAsync(house, new LedgerFilter(), 0, 1, Cancellation)).Single();
    }

    private static async Task<ChainVerification> VerifyAsync(House house, Agency agency) =>
        (await new LedgerVerification(house).VerifyAsync(agency.Id, null, deep: false, Cancellation)).Value;
}
