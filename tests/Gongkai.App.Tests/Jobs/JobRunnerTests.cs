using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Jobs;
using Gongkai.App.Outbox;
using Gongkai.App.People;
using Gongkai.App.Tests.Outbox;
using Gongkai.App.Tests.People;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Jobs;

/// <summary>Every run leaves its row, and the work is done whenever it comes.</summary>
public sealed class JobRunnerTests
{
    private static readonly Caller Keeper = new(null, "系统管理员", HouseRole.SystemAdministrator, []);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "每次运行一行：做了多少、没做成多少、出了什么错；没事做的只留最近一次"), BothDatabases]
    public async Task Each_run_leaves_its_row(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var results = new Queue<Func<SweepResult>>([() => new(2, 1, "两件"), () => new(0), () => new(0), () => throw new InvalidOperationException("坏了")]);
        var runner = new JobRunner(house.House, [new Work(() => results.Dequeue()())]);
        for (var run = 0; run < 4; run++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            await runner.RunAsync(JobKind.Delivery, Cancellation);
        }
        var rows = await runner.ListAsync(10, Cancellation);
        Assert.Equal([(0, 1, "程序出错：InvalidOperationException：坏了"), (0, 0, null), (2, 1, "两件")], rows.Select(row => (row.Done, row.Failed, row.Message)));
        Assert.All(rows, row => Assert.NotNull(row.EndedAt));
        Assert.Equal("right.missing", (await runner.RunNowAsync(Keeper with { HouseRole = HouseRole.AuditAdministrator }, JobKind.Delivery, Cancellation)).Refusal?.Code);
    }

    [Fact(DisplayName = "机器夜里关着：每天的任务开机补做一次，做过的不再补")]
    public async Task What_was_missed_is_made_up_for()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        JobKind[] daily = [JobKind.Deadline, JobKind.Expiry, JobKind.Files, JobKind.Verification];
        var runner = new JobRunner(house.House, daily.Select(job => new Work(() => new(0), job)));
        Assert.Equal(daily, await runner.ListMissedAsync(Cancellation));
        foreach (var job in daily) await runner.RunAsync(job, Cancellation);
        Assert.Empty(await runner.ListMissedAsync(Cancellation));
        // 9:00 in China; the next morning at 4:10 the night's work is due again, the warnings of 8:30 are not.
        house.Clock.Advance(TimeSpan.FromHours(19) + TimeSpan.FromMinutes(10));
        Assert.Equal([JobKind.Expiry, JobKind.Files, JobKind.Verification], await runner.ListMissedAsync(Cancellation));
    }

    [Theory(DisplayName = "每日校验：完整的给出合并校验码，改动一条就指出哪个机关哪一条"), BothDatabases]
    public async Task Chains_are_verified_daily(DatabaseEngine engine)
    {
        await using var office = await ATownship.OpenAsync(engine);
        await office.ReachAsync(office.Reviewer, DeliveryMeans.Sms, ATownship.Mobile);
        await office.SubmitAsync();
        var sweep = new VerificationSweep(office.House.House, new ChainAlarm(office.House.House, office.House.Recorder));
        var whole = await sweep.RunAsync(office.Now, Cancellation);
        Assert.Equal((2, 0), (whole.Done, whole.Failed));
        Assert.Matches("^2 条链完整。合并校验码 ([0-9A-F]{4}-){4}[0-9A-F]{4}$", whole.Message);
        Assert.Equal(whole, await sweep.RunAsync(office.Now, Cancellation));

        await using var db = office.House.House.Open(AgencyScope.All);
        await db.Database.ExecuteSqlAsync($"""UPDATE "Ledger" SET "FactsText" = REPLACE("FactsText", '2026', '2025') WHERE "Sequence" = 2""", Cancellation);
        var broken = await sweep.RunAsync(office.Now, Cancellation);
        Assert.Equal((1, 1), (broken.Done, broken.Failed));
        Assert.StartsWith("示范镇人民政府：第 2 条", broken.Message, StringComparison.Ordinal);
    }

    [Theory(DisplayName = "台账或审计日志校验不通过：审计管理员和系统管理员当天各收到一条，本人启用了邮件的也发邮件，标得上已读；别人不收"), BothDatabases]
    public async Task A_broken_chain_is_told(DatabaseEngine engine)
    {
        await using var office = await ATownship.OpenAsync(engine);
        await office.SubmitAsync();
        var (auditor, keeper, security) = (
            await AppointAsync("shenji", HouseRole.AuditAdministrator), await AppointAsync("xitong", HouseRole.SystemAdministrator), await AppointAsync("anquan", HouseRole.SecurityAdministrator));
        Assert.Null((await office.Choices(OutboxSettings.Nothing).ChooseAsync(
            new SignedIn(auditor, Guid.Empty, "x", false), DeliveryMeans.Email, "shenji@example.gov.cn", true, Cancellation)).Refusal);
        await office.Staff.Audit.WriteAsync(new App.Audit.AuditEvent(App.Audit.AuditKind.SignedIn, auditor.Id, null, null, "127.0.0.1", "登录"), Cancellation);
        await using var db = office.House.House.Open(AgencyScope.All);
        await db.Database.ExecuteSqlAsync($"""UPDATE "Ledger" SET "FactsText" = REPLACE("FactsText", '2026', '2025') WHERE "Sequence" = 2""", Cancellation);
        await db.Database.ExecuteSqlAsync($"""UPDATE "Audit" SET "Text" = REPLACE("Text", '登录', '退出')""", Cancellation);
        var sweep = new VerificationSweep(office.House.House, new ChainAlarm(office.House.House, office.House.Recorder));
        for (var again = 0; again < 2; again++) Assert.Equal(2, (await sweep.RunAsync(office.Now, Cancellation)).Failed);

        foreach (var told in (Caller[])[auditor, keeper])
        {
            var messages = await office.Messages.ListAsync(told, true, 10, Cancellation);
            Assert.Equal(["审计日志", "示范镇人民政府的台账"], messages.Select(message => message.Title).Order(StringComparer.Ordinal));
            Assert.Equal(2, (await office.Messages.MarkReadAsync(told, null, Cancellation)).Value);
            Assert.Equal(0, await office.Messages.CountUnreadAsync(told, Cancellation));
        }
        Assert.Empty(await office.Messages.ListAsync(security, true, 10, Cancellation));
        Assert.All(await office.DeliveriesAsync(DeliveryMeans.Email), delivery => Assert.Equal(auditor.Id!.Value.Value, delivery.PersonId));
        Assert.Equal(2, (await office.DeliveriesAsync(DeliveryMeans.Email)).Count);
        office.House.Clock.Advance(TimeSpan.FromDays(1));
        await sweep.RunAsync(office.Now, Cancellation);
        Assert.Equal(2, await office.Messages.CountUnreadAsync(keeper, Cancellation));

        async Task<Caller> AppointAsync(string login, HouseRole role)
        {
            var who = await office.HireAsync(login, login);
            await using var people = office.House.House.Open(AgencyScope.All);
            await people.People.Where(person => person.Id == who.Person.Value).ExecuteUpdateAsync(person => person.SetProperty(row => row.HouseRole, role), Cancellation);
            return new Caller(who.Person, who.Name, role, []);
        }
    }

    [Fact(DisplayName = "每天一次的任务最近一次没做成就算没做成；每分钟的要连着三次")]
    public async Task What_fails_is_known()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var runner = new JobRunner(house.House, [new Work(() => new(0, 1)), new Work(() => new(3, 1), JobKind.Verification)]);
        var health = new HouseHealth(house.House);
        Assert.Empty((await health.ReadAsync(Cancellation)).Failing);
        await runner.RunAsync(JobKind.Verification, Cancellation);
        for (var run = 0; run < 3; run++)
        {
            Assert.Equal([JobKind.Verification], (await health.ReadAsync(Cancellation)).Failing);
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            await runner.RunAsync(JobKind.Delivery, Cancellation);
        }
        Assert.Equal([JobKind.Delivery, JobKind.Verification], (await health.ReadAsync(Cancellation)).Failing);
    }

    [Theory(DisplayName = "清理过期：超时的登录结束，旧的登录、链接、运行记录、消息清掉；没送出的消息留着"), BothDatabases]
    public async Task What_is_over_is_removed(DatabaseEngine engine)
    {
        await using var office = await ATownship.OpenAsync(engine);
        var made = await office.Staff.AddAsync("qian");
        await office.Staff.EnterAsync("qian", made.OneTimePassword);
        await office.ReachAsync(office.Reviewer, DeliveryMeans.Sms, ATownship.Mobile);
        var key = await office.SubmitAsync();
        var links = new ApprovalLinks(office.House.House, office.House.Recorder, office.Desk);
        Assert.Null((await links.IssueAsync(key, office.Reviewer, office.Reviewer, Cancellation)).Refusal);
        var sweep = new ExpirySweep(office.House.House, AccountRules.BuiltIn);
        await using var db = office.House.House.Open(AgencyScope.All);

        Assert.Equal(0, (await sweep.RunAsync(office.Now, Cancellation)).Done);
        Assert.Equal(1, (await sweep.RunAsync(office.Now.AddDays(1), Cancellation)).Done);
        Assert.NotNull((await db.Sessions.AsNoTracking().SingleAsync(Cancellation)).EndedAt);
        Assert.Equal(2, (await sweep.RunAsync(office.Now.AddDays(32), Cancellation)).Done);
        Assert.Equal((0, 0), (await db.Sessions.CountAsync(Cancellation), await db.ApprovalLinks.CountAsync(Cancellation)));
        await sweep.RunAsync(office.Now.AddDays(200), Cancellation);
        Assert.Equal(DeliveryState.Waiting, Assert.Single(await office.DeliveriesAsync(DeliveryMeans.Sms)).State);
        await db.Deliveries.ExecuteUpdateAsync(row => row.SetProperty(one => one.State, DeliveryState.GivenUp), Cancellation);
        Assert.Equal(1, (await sweep.RunAsync(office.Now.AddDays(200), Cancellation)).Done);
        Assert.Equal(0, await db.Deliveries.CountAsync(Cancellation));
    }

    private sealed class Work(Func<SweepResult> work, JobKind job = JobKind.Delivery) : ISweep
    {
        public JobKind Job => job;

        public Task<SweepResult> RunAsync(DateTime now, CancellationToken cancellation) => Task.FromResult(work());
    }
}
