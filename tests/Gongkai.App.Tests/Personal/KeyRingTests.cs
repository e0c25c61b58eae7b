using Gongkai.App.Data;
using Gongkai.App.Personal;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>The house's keys: made once, found by every program, never made anew in place of lost ones.</summary>
public sealed class KeyRingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "第一次打开时生成，只有运行程序的用户读得到；再打开是同一份"), BothDatabases]
    public async Task A_ring_is_made_once(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var rings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => KeyRing.OpenAsync(house.House, Cancellation)));
        Assert.All(rings, ring => Assert.Null(ring.Refusal));
        Assert.Single(rings.Select(ring => Convert.ToBase64String(ring.Value.Current(KeyPurpose.Encryption).Key)).Distinct());

        var file = Path.Combine(house.House.Address.KeysFolder, "ring.json");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(house.House.Address.KeysFolder));
        }
        await using var db = house.House.Open(AgencyScope.None);
        Assert.Equal(2, await db.SealKeys.CountAsync(Cancellation));
    }

    [Theory(DisplayName = "密钥丢了或换成别人的，不悄悄新建，一句话说明白"), BothDatabases]
    public async Task A_lost_ring_is_not_replaced(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await OpenAsync(house);
        var file = Path.Combine(house.House.Address.KeysFolder, "ring.json");
        var ours = await File.ReadAllBytesAsync(file, Cancellation);

        File.Delete(file);
        Assert.Equal("keys.missing", (await KeyRing.OpenAsync(house.House, Cancellation)).Refusal?.Code);
        Assert.False(File.Exists(file));
        await File.WriteAllTextAsync(file, "{}", Cancellation);
        Assert.Equal("keys.damaged", (await KeyRing.OpenAsync(house.House, Cancellation)).Refusal?.Code);

        await using var other = await TestHouse.CreateAsync(engine);
        await OpenAsync(other);
        File.Copy(Path.Combine(other.House.Address.KeysFolder, "ring.json"), file, overwrite: true);
        Assert.Equal("keys.foreign", (await KeyRing.OpenAsync(house.House, Cancellation)).Refusal?.Code);

        await File.WriteAllBytesAsync(file, ours, Cancellation);
        await OpenAsync(house);
    }

    [Fact(DisplayName = "一个程序加的密钥，别的程序马上用上")]
    public async Task A_key_added_by_one_program_is_used_by_the_others()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var (one, other) = (await OpenAsync(house), await OpenAsync(house));
        var added = (await one.AddAsync(KeyPurpose.Encryption, Cancellation)).Value;
        Assert.Equal(2, added.Number);
        Assert.Equal(added.Key, other.Current(KeyPurpose.Encryption).Key);
        Assert.Equal(1, other.Current(KeyPurpose.Fingerprint).Number);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(round => (round % 2 == 0 ? one : other).AddAsync(KeyPurpose.Encryption, Cancellation)));
        Assert.Equal(Enumerable.Range(1, 8), one.Keys.Where(key => key.Purpose == KeyPurpose.Encryption).Select(key => key.Number).Order());
        Assert.Single(one.Keys, key => key is { Purpose: KeyPurpose.Encryption, IsCurrent: true });
    }

    [Fact(DisplayName = "多节点用挂载的文件或环境变量：能读不能改")]
    public async Task A_mounted_ring_is_read_and_not_changed()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var made = await OpenAsync(house);
        var file = Path.Combine(house.House.Address.KeysFolder, "ring.json");
        var mounted = (await KeyRing.OpenAsync(house.House, RingSource.MountedAt(file), Cancellation)).Value;
        var environment = (await KeyRing.OpenAsync(house.House, RingSource.FromEnvironment(await File.ReadAllTextAsync(file, Cancellation)), Cancellation)).Value;
        foreach (var ring in (KeyRing[])[mounted, environment])
        {
            Assert.Equal(made.Current(KeyPurpose.Encryption).Key, ring.Current(KeyPurpose.Encryption).Key);
            Assert.False(ring.CanChange);
            Assert.Equal("keys.fixed", (await ring.AddAsync(KeyPurpose.Encryption, Cancellation)).Refusal?.Code);
        }
        Assert.Equal("keys.damaged", (await KeyRing.OpenAsync(house.House, RingSource.FromEnvironment("???"), Cancellation)).Refusal?.Code);
        Assert.Equal("keys.missing", (await KeyRing.OpenAsync(house.House, RingSource.MountedAt("/没有这个文件"), Cancellation)).Refusal?.Code);
    }

    [Fact(DisplayName = "写密钥途中 kill -9：密钥环要么是旧的，要么是新的")]
    public async Task A_program_killed_while_adding_keys_leaves_a_whole_ring()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await OpenAsync(house);
        foreach (var lines in (int[])[1, 5, 12])
        {
            using var child = ChildProcess.AddKeys(house.House.Address);
            var acknowledged = 0;
            for (var line = 0; line < lines; line++) acknowledged = int.Parse((await child.ReadLineAsync())!, null);
            await child.KillAsync();
            var ring = await OpenAsync(house);
            Assert.InRange(ring.Current(KeyPurpose.Encryption).Number, acknowledged, int.MaxValue);
        }
    }

    private static async Task<KeyRing> OpenAsync(TestHouse house)
    {
        var ring = await KeyRing.OpenAsync(house.House, Cancellation);
        Assert.Null(ring.Refusal);
        return ring.Value;
    }
}
