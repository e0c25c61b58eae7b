using System.Text;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.App.Purging;
using Gongkai.Domain;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>What slipped through is removed for good, by two persons, and the chains hold.</summary>
public sealed class PurgeTests
{
    private const string Slip = "混进来的那句话";

    private static readonly PurgeApproval Approval = new("张某", "李某", "误传", "示范〔2026〕3号");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "清除文件和台账的非公开部分：库里、文件里一个字节不剩，两条链都校验得过"), BothDatabases]
    public async Task What_slipped_through_is_gone(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        var sequence = (await house.Recorder.ReceiveRequestAsync(agency.Id)).Value;
        var file = (await house.House.Files.PutAsync($"{Slip}.txt", Encoding.UTF8.GetBytes(Slip), Cancellation)).Value;
        await house.Recorder.RecordAsync<int>(agency.Id, async (acts, stop) =>
        {
            await acts.AttachAsync(file, stop);
            return 0;
        }, Cancellation);
        await using var audit = new AuditLog(house.House);
        var purge = new Purge(house.House, audit);

        var done = (await purge.RunAsync(new PurgeOrder([file.Hash], agency.Id, [sequence], Approval), AuditEvent.CommandLine, Cancellation)).Value;

        Assert.Equal((1, 1), (done.Files, done.Entries));
        Assert.Contains(done.Remains, place => place.Contains("备份", StringComparison.Ordinal));
        var verified = (await new LedgerVerification(house.House).VerifyAsync(agency.Id, null, deep: true, Cancellation)).Value;
        Assert.True(verified.IsWhole, verified.Break?.Message);
        Assert.Equal(1, verified.Private.Erased);
        await SampleEvents.AssertWholeAsync(house);
        await using var db = house.House.Open(AgencyScope.All);
        var told = await db.Audit.SingleAsync(Cancellation);
        Assert.Equal(AuditKind.Purged, told.Kind);
        Assert.All((string[])["张某", "李某", "误传", "示范〔2026〕3号"], word => Assert.Contains(word, told.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(file.Hash, told.Text, StringComparison.Ordinal);
        Assert.Equal("", (await db.Files.SingleAsync(Cancellation)).OriginalName);
        foreach (var left in Directory.EnumerateFiles(house.House.Address.Folder, "*", SearchOption.AllDirectories).Where(name => !name.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var open = new FileStream(left, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes, Cancellation);
            Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(Slip)) < 0, left);
        }
        // Once more finishes what an interruption left, and finds nothing.
        var again = (await purge.RunAsync(new PurgeOrder([file.Hash], agency.Id, [sequence], Approval), AuditEvent.CommandLine, Cancellation)).Value;
        Assert.Equal((0, 0), (again.Files, again.Entries));
    }

    [Fact(DisplayName = "一个人不行，没有理由不行，写错了哈希或序号，什么也不清除")]
    public async Task Two_persons_and_a_reason_are_needed()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();
        await using var audit = new AuditLog(house.House);
        async Task<string?> RefusedAsync(PurgeOrder order) => (await new Purge(house.House, audit).RunAsync(order, AuditEvent.CommandLine, Cancellation)).Refusal?.Code;

        var order = new PurgeOrder([], agency.Id, [1], Approval);
        Assert.Equal("purge.two-persons", await RefusedAsync(order with { Approval = Approval with { Second = "张某 " } }));
        Assert.Equal("purge.reason", await RefusedAsync(order with { Approval = Approval with { Paper = "" } }));
        Assert.Equal("purge.nothing", await RefusedAsync(order with { Entries = [] }));
        Assert.Equal("purge.entry-unknown", await RefusedAsync(order with { Entries = [1, 99] }));
        Assert.Equal("purge.file-unknown", await RefusedAsync(order with { Files = [new string('0', 64)] }));
        await using var db = house.House.Open(AgencyScope.All);
        Assert.Equal(0, await db.Audit.CountAsync(Cancellation));
        Assert.NotNull((await db.Ledger.SingleAsync(Cancellation)).PrivateBytes);
    }
}
