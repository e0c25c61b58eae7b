using System.Text;
using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Testing;

namespace Gongkai.App.Tests;

/// <summary>A ledger that left the house: facts and digests alone, and still nobody can change a byte of it unseen.</summary>
public sealed class ExportedLedgerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "导出的台账没有姓名和文号，却校验得过，条目与库里的一样"), BothDatabases]
    public async Task An_export_verifies_without_names(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        for (var act = 0; act < 5; act++) await house.Recorder.ReceiveRequestAsync(agency.Id, $"示范〔2026〕{act}号");

        var bytes = await ExportAsync(house, agency);

        var text = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain("测试员", text, StringComparison.Ordinal);
        Assert.DoesNotContain("〔2026〕", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", text, StringComparison.Ordinal);
        var (read, entries) = await ReadAsync(bytes);
        Assert.Null(read!.Break);
        Assert.Equal(6, read.Header.Entries);
        await using var db = house.House.Open(AgencyScope.Of(agency.Id));
        Assert.Equal(await db.FoldEntriesAsync(agency.Id).ToListAsync(Cancellation), entries);
    }

    [Fact(DisplayName = "导出的台账被改动任何一个字节、删行、截尾，都不能蒙混")]
    public async Task No_byte_of_an_export_can_be_changed_unseen()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();
        for (var act = 0; act < 5; act++) await house.Recorder.ReceiveRequestAsync(agency.Id);
        var bytes = await ExportAsync(house, agency);
        var headerLength = Array.IndexOf(bytes, (byte)'\n');
        var random = new Random(7);

        for (var round = 0; round < 500; round++)
        {
            var at = random.Next(bytes.Length);
            byte[] altered = [.. bytes];
            altered[at] ^= (byte)(1 << random.Next(7));
            // An identity in the header may be written in capitals as well.
            if (at < headerLength && char.ToLowerInvariant((char)altered[at]) == (char)bytes[at]) continue;
            var (read, _) = await ReadAsync(altered);
            Assert.True(read is null || read.Break is not null, $"byte {at} of {bytes.Length}, {(char)bytes[at]} → {(char)altered[at]}");
        }
        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, await BreakOfAsync([.. lines[..3], .. lines[4..]]));
        Assert.Equal(5, await BreakOfAsync(lines[..^2]));
        Assert.Equal(3, await BreakOfAsync([.. lines[..4], lines[3], .. lines[4..]]));
    }

    [Fact(DisplayName = "不是台账的文件，用一句话说明白")]
    public async Task A_file_that_is_no_export_is_refused()
    {
        Assert.Null((await ReadAsync([])).Read);
        Assert.Null((await ReadAsync([0x50, 0x4B, 3, 4])).Read);
        Assert.Null((await ReadAsync("null\n"u8.ToArray())).Read);
        Assert.Null((await ReadAsync("""{"schema":"gongkai.ledger-facts/1"}"""u8.ToArray())).Read);
        var header = """{"schema":"gongkai.ledger-facts/1","chain":"019caa2f-7f9e-7b8a-8e65-3f1d4e8f0a11","entries":1,"head":""}"""u8.ToArray();
        Assert.Null((await ReadAsync([.. header, (byte)'\n', .. new byte[3_000_000]])).Read);
        Assert.Equal(1, (await ReadAsync(header)).Read?.Break?.Sequence);
    }

    private static async Task<long?> BreakOfAsync(IEnumerable<string> lines) =>
        (await ReadAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)))).Read?.Break?.Sequence;

    private static async Task<byte[]> ExportAsync(TestHouse house, Agency agency)
    {
        using var output = new MemoryStream();
        Assert.False((await new LedgerExport(house.House).WriteAsync(agency.Id, output, Cancellation)).IsRefused);
        return output.ToArray();
    }

    private static async Task<(ExportedLedger? Read, List<FoldEntry> Entries)> ReadAsync(byte[] bytes)
    {
        List<FoldEntry> entries = [];
        var outcome = await ExportedLedger.ReadAsync(new MemoryStream(bytes), entry =>
        {
            entries.Add(entry);
            return null;
        }, Cancellation);
        return (outcome.IsRefused ? null : outcome.Value, entries);
    }
}
