using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Jobs;
using Gongkai.App.Outbox;
using Gongkai.App.Outbox.Adapters;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Outbox;

/// <summary>Nothing is lost, nothing is sent twice, and what cannot be sent says why.</summary>
public sealed class DeliveryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Settings of a house whose gateway is at an address.</summary>
    public static OutboxSettings SettingsFor(Uri gateway) => new(
        new Uri("https://gk.example.gov.cn/base/"), null,
        new SmsSettings($"{gateway}send?to={{mobile}}", "POST", new Dictionary<string, string> { ["X-Key"] = "miyao" },
            """{"id":"{id}","content":"{text}"}""", "application/json", new SuccessTest(null, "errcode", "0")),
        [gateway.Authority]);

    private static OutboxSettings SettingsFor(HttpReceiver receiver) => SettingsFor(receiver.Address);

    [Theory(DisplayName = "八个同时发：四十条各到一次，一条不丢，一条不重"), BothDatabases]
    public async Task Eight_runners_send_nothing_twice(DatabaseEngine engine)
    {
        await using var office = await ATownship.OpenAsync(engine);
        await using var receiver = await HttpReceiver.StartAsync();
        var settings = SettingsFor(receiver);
        await office.ReachAsync(office.Reviewer, DeliveryMeans.Sms, ATownship.Mobile);
        await office.House.Recorder.RecordAsync<bool>(office.Agency.Id, async (acts, cancellation) =>
        {
            for (var act = 0; act < 40; act++)
                await acts.TellAsync(new News(office.Agency.Id, MessageKind.ApprovalWaiting, Guid.CreateVersion7(), Addressee.Of(office.Reviewer.Person.Value), "1"), cancellation);
            return true;
        }, Cancellation);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => office.Sweep(settings).RunAsync(office.Now, Cancellation))));

        Assert.Equal(40, results.Sum(result => result.Done));
        Assert.Equal(40, receiver.Calls.Count);
        Assert.Equal(40, receiver.Calls.Select(call => call.Body).Distinct().Count());
        Assert.All(await office.DeliveriesAsync(DeliveryMeans.Sms), delivery => Assert.Equal((DeliveryState.Delivered, 1), (delivery.State, delivery.Attempts)));
        Assert.Equal(0, (await office.Sweep(settings).RunAsync(office.Now.AddDays(3), Cancellation)).Done);
    }

    [Theory(DisplayName = "网关不通：间隔越来越长地再试，七次之后放弃，写明原因；中途通了就送出"), BothDatabases]
    public async Task A_gateway_that_fails_is_tried_again(DatabaseEngine engine)
    {
        await using var office = await ATownship.OpenAsync(engine);
        await using var receiver = await HttpReceiver.StartAsync();
        var sweep = office.Sweep(SettingsFor(receiver));
        await office.ReachAsync(office.Reviewer, DeliveryMeans.Sms, ATownship.Mobile);
        await office.SubmitAsync();
        receiver.Status = 503;
        List<TimeSpan> waited = [];
        var last = office.Now;
        for (var tries = 0; tries < 20 && (await office.DeliveriesAsync(DeliveryMeans.Sms))[0] is { State: DeliveryState.Waiting } delivery; tries++)
        {
            Assert.Equal(0, (await sweep.RunAsync(delivery.NextAt.AddSeconds(-1), Cancellation)).Failed);
            waited.Add(delivery.NextAt - last);
            last = delivery.NextAt;
            Assert.Equal(1, (await sweep.RunAsync(last, Cancellation)).Failed);
        }
        Assert.Equal([TimeSpan.Zero, .. DeliverySweep.Pauses], waited);
        var given = (await office.DeliveriesAsync(DeliveryMeans.Sms))[0];
        Assert.Equal((DeliveryState.GivenUp, "短信网关没有收下（HTTP 503）"), (given.State, given.Reason));
        Assert.Equal(DeliverySweep.Pauses.Count + 1, receiver.Calls.Count);

        // A good status with another answer than was agreed is no success either.
        await office.SubmitAsync("又一件");
        (receiver.Status, receiver.Answer) = (200, """{"errcode":40001}""");
        Assert.Equal(1, (await sweep.RunAsync(office.Now, Cancellation)).Failed);
        receiver.Answer = """{"errcode":0}""";
        Assert.Equal(1, (await sweep.RunAsync(office.Now.AddMinutes(1), Cancellation)).Done);
    }

    [Theory(DisplayName = "发到一半程序停了：租期过后接着发；没有配置、停用了地址的，放弃并写明"), BothDatabases]
    public async Task What_was_begun_is_taken_up_again(DatabaseEngine engine)
    {
        await using var office = await ATownship.OpenAsync(engine);
        await using var receiver = await HttpReceiver.StartAsync();
        var sweep = office.Sweep(SettingsFor(receiver));
        await office.ReachAsync(office.Reviewer, DeliveryMeans.Sms, ATownship.Mobile);
        await office.ReachAsync(office.Reviewer, DeliveryMeans.Email, "li@example.gov.cn");
        await office.SubmitAsync();
        await using var db = office.House.House.Open(AgencyScope.All);
        foreach (var due in await DeliverySweep.DueAsync(db, office.Now, Cancellation))
            if (due.Means == DeliveryMeans.Sms) Assert.True(await db.ClaimAsync(due, office.Now + DeliverySweep.Lease, Cancellation));

        Assert.Equal(new SweepResult(0, 1, "送出 0 条，1 条没有送出，原因见各机关的“通知”页"), await sweep.RunAsync(office.Now, Cancellation));
        Assert.Empty(receiver.Calls);
        Assert.Equal("本平台没有配置邮件服务器", (await office.DeliveriesAsync(DeliveryMeans.Email))[0].Reason);
        Assert.Equal(1, (await sweep.RunAsync(office.Now + DeliverySweep.Lease, Cancellation)).Done);
        Assert.Single(receiver.Calls);

        await office.SubmitAsync("又一件");
        var stopped = await office.Choices(OutboxSettings.Nothing).ChooseAsync(
            new App.People.SignedIn(office.CallerOf(office.Reviewer), Guid.Empty, "li", false), DeliveryMeans.Sms, null, false, Cancellation);
        Assert.Null(stopped.Refusal);
        await sweep.RunAsync(office.Now, Cancellation);
        Assert.Contains(await office.DeliveriesAsync(DeliveryMeans.Sms), delivery => delivery is { State: DeliveryState.GivenUp, Reason: "本人已停用这种通知" });
    }

    [Theory(DisplayName = "办了事、还没发，程序被 kill -9：回报过的每一件都发到，恰好一次"), BothDatabases]
    public async Task Nothing_is_lost_between_act_and_delivery(DatabaseEngine engine)
    {
        await using var office = await ATownship.OpenAsync(engine);
        await using var receiver = await HttpReceiver.StartAsync();
        await office.ReachAsync(office.Reviewer, DeliveryMeans.Sms, ATownship.Mobile);
        List<string> said = [];
        using (var child = ChildProcess.Tell(office.House.House.Address, office.Agency.Id, office.Reviewer.Person))
        {
            while (said.Count < 5 && await child.ReadLineAsync() is { } line) said.Add(line);
            said.AddRange(await child.KillAsync());
        }
        // The last line may have been cut short by the kill.
        var acknowledged = said.Take(said.Count - 1).ToList();

        await office.Sweep(SettingsFor(receiver)).RunAsync(office.Now.AddYears(10), Cancellation);

        await using var db = office.House.House.Open(AgencyScope.All);
        var told = await db.OutboxMessages.Select(row => row.SubjectId).ToListAsync(Cancellation);
        Assert.All(acknowledged, subject => Assert.Contains(Guid.Parse(subject), told));
        Assert.Equal(told.Count, receiver.Calls.Count);
        Assert.Equal(told.Count, (await db.Ledger.CountAsync(entry => entry.Kind == Domain.Requests.RequestReceived.Kind.ToString(), Cancellation)));
    }

    [Fact(DisplayName = "一个数据库、两个节点，一个发到一半被 kill -9：另一个照常发别的；租期一过接着发它那一条，一条不漏，编号没有一个是新的")]
    public async Task Another_node_takes_over()
    {
        Assert.SkipUnless(PrivatePostgres.IsAvailable, "没有安装 PostgreSQL");
        await using var office = await ATownship.OpenAsync(DatabaseEngine.Postgres);
        await using var receiver = await HttpReceiver.StartAsync();
        await office.ReachAsync(office.Reviewer, DeliveryMeans.Sms, ATownship.Mobile);
        await office.House.Recorder.RecordAsync<bool>(office.Agency.Id, async (acts, cancellation) =>
        {
            for (var act = 0; act < 20; act++)
                await acts.TellAsync(new News(office.Agency.Id, MessageKind.ApprovalWaiting, Guid.CreateVersion7(), Addressee.Of(office.Reviewer.Person.Value), "1"), cancellation);
            return true;
        }, Cancellation);
        receiver.Silence = 4;
        using var killed = ChildProcess.Deliver(office.House.House.Address, receiver.Address, office.Now);
        await receiver.Silent;

        // While the first node hangs in its fourth message, the second does what is not the first's.
        using (var other = ChildProcess.Deliver(office.House.House.Address, receiver.Address, office.Now)) Assert.Equal("16", await other.ReadLineAsync());
        await killed.KillAsync();
        var begun = Assert.Single(await office.DeliveriesAsync(DeliveryMeans.Sms), delivery => delivery.State == DeliveryState.Sending);
        using (var early = ChildProcess.Deliver(office.House.House.Address, receiver.Address, office.Now + DeliverySweep.Lease.Subtract(TimeSpan.FromSeconds(1))))
            Assert.Equal("0", await early.ReadLineAsync());
        using (var heir = ChildProcess.Deliver(office.House.House.Address, receiver.Address, office.Now + DeliverySweep.Lease)) Assert.Equal("1", await heir.ReadLineAsync());

        Assert.All(await office.DeliveriesAsync(DeliveryMeans.Sms), delivery => Assert.Equal(DeliveryState.Delivered, delivery.State));
        var bodies = receiver.Calls.GroupBy(call => call.Body).ToList();
        Assert.Equal(20, bodies.Count);
        Assert.Contains(begun.Id.ToString("N"), Assert.Single(bodies, body => body.Count() > 1).Key, StringComparison.Ordinal);
        Assert.Equal(21, receiver.Calls.Count);
    }

    [Theory(DisplayName = "一次性审批链接发到本人手机：短信里只有链接，办得成一次；再试一次换新链接，过期的不发；没有网关、没有手机号码的说明怎么办"), BothDatabases]
    public async Task A_link_goes_to_the_leaders_own_telephone(DatabaseEngine engine)
    {
        await using var office = await ATownship.OpenAsync(engine);
        await using var receiver = await HttpReceiver.StartAsync();
        var settings = SettingsFor(receiver);
        var links = new App.Approvals.ApprovalLinks(office.House.House, office.House.Recorder, office.Desk);
        App.Approvals.ApprovalLinkMessages Messages(OutboxSettings with) => new(office.House.Recorder, links, with);
        var key = await office.SubmitAsync("关于赵某某信访事项的答复");
        async Task<string?> RefusedAsync(OutboxSettings with, Domain.Approvals.Approver to, Domain.Approvals.Approver by) => (await Messages(with).SendAsync(key, to, by, Cancellation)).Refusal?.Code;
        Assert.Equal("link.no-gateway", await RefusedAsync(OutboxSettings.Nothing, office.Reviewer, office.Officer));
        Assert.Equal("link.no-phone", await RefusedAsync(settings, office.Reviewer, office.Officer));
        foreach (var who in (Domain.Approvals.Approver[])[office.Reviewer, office.Leader]) await office.ReachAsync(who, DeliveryMeans.Sms, ATownship.Mobile, settings);
        Assert.Equal("link.no-post", await RefusedAsync(settings, office.Reviewer, office.Leader));
        Assert.NotNull(await RefusedAsync(settings, office.Leader, office.Officer));
        // A link goes where it was asked to go, also to somebody who wants no notices.
        Assert.Null((await office.Choices(settings).ChooseAsync(
            new App.People.SignedIn(office.CallerOf(office.Reviewer), Guid.Empty, "li", false), DeliveryMeans.Sms, null, false, Cancellation)).Refusal);

        Assert.Null(await RefusedAsync(settings, office.Reviewer, office.Officer));
        receiver.Status = 503;
        await office.Sweep(settings).RunAsync(office.Now, Cancellation);
        receiver.Status = 200;
        await office.Sweep(settings).RunAsync(office.Now.AddMinutes(1), Cancellation);

        var sent = receiver.Calls.Where(call => call.Body.Contains("/approve/", StringComparison.Ordinal)).Select(call => System.Text.Json.Nodes.JsonNode.Parse(call.Body)!["content"]!.ToString()).ToList();
        Assert.Equal(2, sent.Count);
        Assert.All(sent, text => Assert.Matches("^您有1件待办，请在30分钟内打开审批，不要转发：https://gk\\.example\\.gov\\.cn/base/approve/[A-Za-z0-9_-]{22}$", text));
        Assert.Equal("link.unknown", (await links.OpenAsync(sent[0].Split('/')[^1], Cancellation)).Refusal?.Code);
        var token = sent[1].Split('/')[^1];
        Assert.Null((await links.DecideAsync(token, office.Reviewer, true, "同意", Cancellation)).Refusal);
        Assert.Equal("link.used", (await links.DecideAsync(token, office.Reviewer, true, "同意", Cancellation)).Refusal?.Code);
        Assert.DoesNotContain(MessageKind.ApprovalLink, await office.ToldAsync(office.Reviewer));

        Assert.Null(await RefusedAsync(settings, office.Reviewer, office.Reviewer));
        await office.Sweep(settings).RunAsync(office.Now + App.Approvals.ApprovalLinks.Lifetime, Cancellation);
        Assert.Contains(await office.DeliveriesAsync(DeliveryMeans.Sms), delivery => delivery is { State: DeliveryState.GivenUp, Reason: "链接已过期或已经用过" });
    }

    [Fact(DisplayName = "出了办公桌面的每一个字节：没有姓名、标题、编号、机关，只有一句话和链接；打开地址都记审计")]
    public async Task Nothing_personal_leaves_the_desk()
    {
        await using var office = await ATownship.OpenAsync(DatabaseEngine.Sqlite);
        await using var receiver = await HttpReceiver.StartAsync();
        await using var mails = await MailServer.StartAsync();
        var settings = SettingsFor(receiver) with { Mail = new MailSettings("127.0.0.1", mails.PlainPort, MailSecurity.None, null, null, "政务公开系统 <gongkai@example.gov.cn>", null) };
        await office.ReachAsync(office.Reviewer, DeliveryMeans.Sms, ATownship.Mobile, settings);
        await office.ReachAsync(office.Officer, DeliveryMeans.Email, "wangbanshi@example.gov.cn", settings);
        await office.ChooseAsync(new AgencyChoice(true, true, "dingtalk", $"{receiver.Address}robot/send?access_token=miling"), settings);
        var key = await office.SubmitAsync("关于赵某某信访事项的答复");
        await office.Desk.SendBackAsync(key, await office.SeeAsync(key), office.Reviewer, "赵某某的电话有误", Cancellation);
        await office.House.Recorder.ReceiveRequestAsync(office.Agency.Id, "示范〔2026〕9号");
        await office.Deadlines.RunAsync(Domain.Calendar.ChinaTime.StartOf(new DateOnly(2026, 4, 8)), Cancellation);

        var result = await office.Sweep(settings).RunAsync(office.Now, Cancellation);

        Assert.Equal(0, result.Failed);
        var mail = await mails.TakeAsync();
        var body = MimeKit.MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail.Raw)), Cancellation);
        Assert.Equal("您有1件待办，请登录办理。https://gk.example.gov.cn/base/desk", body.TextBody?.Trim());
        Assert.Equal("政务公开待办提醒", body.Subject);
        Assert.Contains(receiver.Calls, call => call.Path == $"/send?to={ATownship.Mobile}" && call.Headers["X-Key"] == "miyao");
        Assert.Contains(receiver.Calls, call => call.Body == """{ "msgtype": "text", "text": { "content": "本机关有1件待办，请登录办理。https://gk.example.gov.cn/base/desk" } }""");
        var sent = string.Join('\n', receiver.Calls.SelectMany(call => call.Headers.Select(header => header.Value).Append(call.Path).Append(call.Body)).Append(mail.Raw).Append(body.TextBody).Append(body.Subject));
        foreach (var word in (string[])["赵某某", "示范", "王办事", "李核稿", "张镇长", office.Agency.Name, office.Agency.Code, key.Id.ToString(), key.Id.ToString("N")])
        {
            Assert.DoesNotContain(word, sent, StringComparison.Ordinal);
            Assert.DoesNotContain(Uri.EscapeDataString(word), sent, StringComparison.Ordinal);
        }
        Assert.Contains(AuditKind.PersonalDataOpened, await office.Staff.WrittenAsync());
        await using var db = office.House.House.Open(AgencyScope.All);
        Assert.DoesNotContain(await db.Audit.Select(row => row.Message + row.Subject).ToListAsync(Cancellation), message => message.Contains(ATownship.Mobile, StringComparison.Ordinal));
    }
}
