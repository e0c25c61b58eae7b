using System.Text;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>A marked secret never becomes a stored byte, and what remembers the attempt knows nothing of it.</summary>
public sealed class FileIntakeTests
{
    private const string Title = "绝不能留下的标题";

    private static readonly Bringer Officer = new(new PersonId(Guid.CreateVersion7()), null, "203.0.113.7");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "带密级标志的，一个字节也不落地；审计只记谁、何时、哪条规则"), BothDatabases]
    [Gongkai.Domain.Law("保守国家秘密法", 31)]
    public async Task A_marked_secret_is_never_stored(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var audit = new AuditLog(house.House);
        var intake = new FileIntake(house.House, audit);
        var clearance = new SecrecyClearance(new PersonId(Guid.CreateVersion7()), "看过了");
        foreach (var cleared in (SecrecyClearance?[])[null, clearance])
        {
            var refused = await TakeAsync(intake, $"{Title}.txt", $"{Title}\n机密★10年\n正文", cleared);
            Assert.Equal("secret.marked/star", refused.Refusal?.Code);
            Assert.Contains("立即断开", refused.Refusal!.Message, StringComparison.Ordinal);
            Assert.Contains("保密工作机构", refused.Refusal.Message, StringComparison.Ordinal);
        }
        Assert.Equal("secret.marked/field", (await intake.LookAtAsync(Officer, ["标题", null, $"{Title}\n密级：秘密"], Cancellation))?.Code);
        Assert.Null(await intake.LookAtAsync(Officer, ["涉及国家秘密的除外", null], Cancellation));

        await using var db = house.House.Open(AgencyScope.All);
        var events = await db.Audit.ToListAsync(Cancellation);
        Assert.Equal(3, events.Count);
        Assert.All(events, row =>
        {
            Assert.Equal((AuditKind.MarkedSecretStopped, Officer.Who, null), (row.Kind, row.PersonId, row.Subject));
            Assert.DoesNotContain(Title, row.Text, StringComparison.Ordinal);
        });
        Assert.Equal(0, await db.Files.CountAsync(Cancellation));
        await AssertNothingOnDiskAsync(house, Title);
        await AssertNothingOnDiskAsync(house, "机密★10年");
    }

    [Fact(DisplayName = "标着内部、工作秘密的先停下；保密审查人确认了才收，确认也记下")]
    public async Task A_work_secret_waits_for_the_reviewer()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var audit = new AuditLog(house.House);
        var intake = new FileIntake(house.House, audit);
        Assert.Equal("secret.held/work-secret", (await TakeAsync(intake, "汇编.txt", "内部资料 注意保存\n正文")).Refusal?.Code);
        await AssertNothingOnDiskAsync(house, "注意保存");

        var clearance = new SecrecyClearance(new PersonId(Guid.CreateVersion7()), "已公开的汇编");
        Assert.False((await TakeAsync(intake, "汇编.txt", "内部资料 注意保存\n正文", clearance)).IsRefused);
        await using var db = house.House.Open(AgencyScope.All);
        Assert.Equal([Officer.Who, clearance.By], await db.Audit.OrderBy(row => row.Sequence).Select(row => row.PersonId).ToListAsync(Cancellation));
    }

    [Fact(DisplayName = "打不开、认不出的文件不收，说明怎么办；其他调用者也绕不过这道门")]
    public async Task What_cannot_be_examined_is_refused()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var audit = new AuditLog(house.House);
        var intake = new FileIntake(house.House, audit);
        var refused = await intake.TakeAsync(Officer, "包.rar", new MemoryStream([.. "Rar!"u8, 0x1A, 7, 1, 0, 0, 0, 0, 0, 3, 4, 5, 6]), null, Cancellation);
        Assert.Equal("secret.unexaminable/format", refused.Refusal?.Code);
        Assert.Equal("secret.marked/star", (await house.House.Files.PutAsync("a.txt", Encoding.UTF8.GetBytes("秘密★3年"), Cancellation)).Refusal?.Code);
        Assert.False((await TakeAsync(intake, "说明.txt", "依法保守国家秘密、商业秘密。")).IsRefused);
    }

    private static Task<Domain.Outcome<StoredFile>> TakeAsync(FileIntake intake, string name, string text, SecrecyClearance? clearance = null) =>
        intake.TakeAsync(Officer, name, new MemoryStream(Encoding.UTF8.GetBytes(text)), clearance, Cancellation);

    // Everything the house has on disk, the database's file and its log included.
    private static async Task AssertNothingOnDiskAsync(TestHouse house, string words)
    {
        foreach (var file in Directory.EnumerateFiles(house.House.Address.Folder, "*", SearchOption.AllDirectories))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes, Cancellation);
            foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode])
                Assert.True(bytes.ToArray().AsSpan().IndexOf(encoding.GetBytes(words)) < 0, $"{file} holds {words}");
        }
    }
}
