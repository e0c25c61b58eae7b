using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Outbox;
using Gongkai.App.People;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Outbox;

/// <summary>Messages are there exactly when their acts are, and for those whom they concern.</summary>
public sealed class OutboxTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "送审告诉核稿人，逐步告诉下一个人，签发告诉拟稿人；一人两岗只说一次"), BothDatabases]
    public async Task Each_is_told_when_it_is_their_turn(DatabaseEngine engine)
    {
        await using var office = await ATownship.OpenAsync(engine);
        var key = await office.SubmitAsync();
        Assert.Equal([MessageKind.ApprovalWaiting], await office.ToldAsync(office.Reviewer));
        Assert.Empty(await office.ToldAsync(office.Leader));

        await office.GiveAsync(key, office.Reviewer);
        await office.GiveAsync(key, office.Reviewer);
        Assert.Equal([MessageKind.ApprovalWaiting, MessageKind.ApprovalWaiting], await office.ToldAsync(office.Reviewer));
        Assert.Equal([MessageKind.ApprovalWaiting], await office.ToldAsync(office.Leader));
        Assert.Empty(await office.ToldAsync(office.Officer));

        await office.GiveAsync(key, office.Leader);
        Assert.Equal([MessageKind.Approved], await office.ToldAsync(office.Officer));
        var message = Assert.Single(await office.Messages.ListAsync(office.CallerOf(office.Officer), true, 10, Cancellation));
        Assert.Equal("关于示范申请的答复", message.Title);
    }

    [Theory(DisplayName = "退回告诉拟稿人；代录请本人确认，否认了告诉拟稿人；委托告诉代行的人，此后该岗位的待办也告诉他"), BothDatabases]
    public async Task What_comes_back_is_told(DatabaseEngine engine)
    {
        await using var office = await ATownship.OpenAsync(engine);
        var key = await office.SubmitAsync();
        Assert.Null((await office.Desk.SendBackAsync(key, await office.SeeAsync(key), office.Reviewer, "请补充依据", Cancellation)).Refusal);
        Assert.Equal([MessageKind.SentBack], await office.ToldAsync(office.Officer));

        var other = await office.SubmitAsync("关于另一申请的答复");
        var proxies = new ProxyRecords(office.House.House, office.Desk);
        var recorded = await proxies.RecordAsync(
            other, await office.SeeAsync(other), office.Officer, office.Reviewer, true, new DateOnly(2026, 3, 2), "电话", "同意", null, Cancellation);
        Assert.Null(recorded.Refusal);
        Assert.Contains(MessageKind.ProxyToConfirm, await office.ToldAsync(office.Reviewer));
        Assert.Null((await proxies.DenyAsync(other, recorded.Value.Unconfirmed[0].Sequence, office.Reviewer, "没有说过", Cancellation)).Refusal);
        Assert.Contains(MessageKind.ProxyDenied, await office.ToldAsync(office.Officer));

        var deputy = await office.HireAsync("zhao", "赵副镇长", PostRole.Officer);
        var given = await new Delegations(office.House.House, office.House.Recorder).GiveAsync(
            office.Agency.Id, office.Leader, deputy, PostRole.DeputyLeader, new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 6), "出差", Cancellation);
        Assert.Null(given.Refusal);
        var third = await office.SubmitAsync("关于第三件申请的答复");
        await office.GiveAsync(third, office.Reviewer);
        await office.GiveAsync(third, office.Reviewer);
        Assert.Equal([MessageKind.Delegated, MessageKind.ApprovalWaiting], await office.ToldAsync(deputy));
        // What he is told of he also finds among what waits for him.
        await using var db = office.House.House.Open(AgencyScope.Of(office.Agency.Id));
        Assert.Equal([third.Id], (await MyApprovals.ReadAsync(db, office.CallerOf(deputy), new DateOnly(2026, 3, 2), Cancellation)).Select(one => one.Draft.Id));
    }

    [Theory(DisplayName = "没有办成的，不留下消息"), BothDatabases]
    public async Task Nothing_is_told_of_what_was_refused(DatabaseEngine engine)
    {
        await using var office = await ATownship.OpenAsync(engine);
        var refused = await office.House.Recorder.RecordAsync<bool>(office.Agency.Id, async (acts, cancellation) =>
        {
            await acts.TellAsync(new News(office.Agency.Id, MessageKind.Approved, Guid.CreateVersion7(), Addressee.Of(office.Officer.Person.Value), "1"), cancellation);
            await acts.Db.SaveChangesAsync(cancellation);
            return new Domain.Refusal("test.no", "不行。");
        }, Cancellation);
        Assert.True(refused.IsRefused);
        Assert.Empty(await office.ToldAsync(office.Officer));
        await using var db = office.House.House.Open(AgencyScope.All);
        Assert.Equal(0, await db.OutboxMessages.CountAsync(Cancellation));
    }

    [Theory(DisplayName = "标为已读：一条或全部，只动自己的，再标一次不变"), BothDatabases]
    public async Task Read_marks_are_ones_own(DatabaseEngine engine)
    {
        await using var office = await ATownship.OpenAsync(engine);
        await office.SubmitAsync();
        await office.SubmitAsync("又一件");
        var (mine, other) = (office.CallerOf(office.Reviewer), office.CallerOf(office.Leader));
        var messages = await office.Messages.ListAsync(mine, true, 10, Cancellation);
        Assert.Equal(2, await office.Messages.CountUnreadAsync(mine, Cancellation));

        Assert.Equal(0, (await office.Messages.MarkReadAsync(other, messages[0].Id, Cancellation)).Value);
        Assert.Equal(1, (await office.Messages.MarkReadAsync(mine, messages[0].Id, Cancellation)).Value);
        Assert.Equal(0, (await office.Messages.MarkReadAsync(mine, messages[0].Id, Cancellation)).Value);
        Assert.Equal(1, (await office.Messages.MarkReadAsync(mine, null, Cancellation)).Value);
        Assert.Equal(0, await office.Messages.CountUnreadAsync(mine, Cancellation));
    }

    [Theory(DisplayName = "期限提醒：前三个工作日、当天、超期各一次；停机几天只说最要紧的；改了期限重新提醒"), BothDatabases]
    public async Task Deadlines_are_told_once_each(DatabaseEngine engine)
    {
        await using var office = await ATownship.OpenAsync(engine);
        // Received on 2 March 2026: 20 working days end on 30 March.
        await office.House.Recorder.ReceiveRequestAsync(office.Agency.Id, "示范〔2026〕1号");
        List<int> told = [];
        foreach (var day in (int[])[24, 25, 25, 26, 27, 30, 30, 31, 31])
        {
            var now = Domain.Calendar.ChinaTime.StartOf(new DateOnly(2026, 3, day)).AddHours(9);
            told.Add((await office.Deadlines.RunAsync(now, Cancellation)).Done);
        }
        Assert.Equal([0, 1, 0, 0, 0, 1, 0, 1, 0], told);
        Assert.Equal([MessageKind.DueSoon, MessageKind.DueToday, MessageKind.Overdue], (await office.ToldAsync(office.Officer)).Order());
        Assert.Equal([MessageKind.Overdue], await office.ToldAsync(office.Leader));
        Assert.Equal("申请 示范〔2026〕1号", (await office.Messages.ListAsync(office.CallerOf(office.Officer), false, 1, Cancellation))[0].Title);

        await using var late = await ATownship.OpenAsync(engine);
        await late.House.Recorder.ReceiveRequestAsync(late.Agency.Id, "示范〔2026〕2号");
        var sweep = late.Deadlines;
        var after = Domain.Calendar.ChinaTime.StartOf(new DateOnly(2026, 4, 8)).AddHours(9);
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => sweep.RunAsync(after, Cancellation))));
        Assert.Equal([MessageKind.Overdue], await late.ToldAsync(late.Officer));
    }

    [Theory(DisplayName = "保管期限满了：承办人一年收到一条，别人不收，什么也没有销毁"), BothDatabases]
    public async Task Records_that_are_due_are_told_once_a_year(DatabaseEngine engine)
    {
        await using var office = await ATownship.OpenAsync(engine);
        Assert.Empty((await Imports.ImportFiles.ImportAsync(office.House, office.Agency.Id,
            "类别,编号,日期,申请人类型,渠道,办理结果\n收到申请,示〔2012〕1号,2012-02-24,自然人,当面,\n办结申请,示〔2012〕1号,2012-03-02,,,予以公开\n")).Problems);
        await office.Deadlines.RunAsync(office.Now, Cancellation);
        Assert.Empty(await office.ToldAsync(office.Officer));
        Assert.Null((await new App.Retention.RetentionSchedule(office.House.Recorder).AdoptAsync(
            Caller.MachineOwner("管理员"), office.Agency.Id, new RetentionTerm(RetainedRecords.Request, 10, "示档〔2024〕3号"), Cancellation)).Refusal);
        for (var again = 0; again < 2; again++) await office.Deadlines.RunAsync(office.Now, Cancellation);
        Assert.Equal([MessageKind.RetentionOver], await office.ToldAsync(office.Officer));
        Assert.Empty(await office.ToldAsync(office.Leader));
        await office.Deadlines.RunAsync(office.Now.AddYears(1), Cancellation);
        Assert.Equal(2, (await office.ToldAsync(office.Officer)).Count);
        await using var db = office.House.House.Open(AgencyScope.All);
        Assert.True(await db.Ledger.AllAsync(entry => entry.PrivateBytes != null, Cancellation));
    }
}
