using System.Text;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.Documents.Approvals;
using Gongkai.Documents.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Approvals;

public sealed class ApprovalDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "两个核稿人同时点同意：一个记入，另一个看到是谁先办了"), BothDatabases]
    public async Task Of_two_at_once_one_wins(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var second = AnOffice.Person("赵某", PostRole.Reviewer);
        var key = await office.BeginAsync();
        await office.SubmitAsync(key);
        var seen = await office.SeeAsync(key);

        var outcomes = await Task.WhenAll(((Approver[])[office.Reviewer, second]).Select(who =>
            Task.Run(() => office.Desk.GiveAsync(key, seen, who, "同意", Cancellation))));

        var lost = Assert.Single(outcomes, outcome => outcome.IsRefused);
        var winner = (await office.ReadAsync(key)).Standing.Steps[0].Opinions.Single().Who;
        Assert.Equal($"“核稿”已由{winner}于2026年3月2日同意，您的意见没有记入。现在轮到“合法性审核”。", lost.Refusal!.Message);
        Assert.True((await office.VerifyAsync()).IsWhole);
    }

    [Theory(DisplayName = "两个人的机关：一人拟稿，另一人身兼数职走完全程；自己的稿一步也批不了"), BothDatabases]
    public async Task An_office_of_two(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var (one, other) = (AnOffice.Person("甲某", Enum.GetValues<PostRole>()), AnOffice.Person("乙某", Enum.GetValues<PostRole>()));
        foreach (var form in BuiltInApprovals.Forms)
        {
            var key = await office.BeginAsync(form.Code, one);
            await office.Desk.SubmitAsync(key, 0, one, [], "", Cancellation);
            while ((await office.ReadAsync(key)).Standing.Waiting is not null)
            {
                Assert.Equal("approval.own-draft", (await office.GiveAsync(key, one)).Refusal?.Code);
                Assert.False((await office.GiveAsync(key, other)).IsRefused);
            }
            Assert.False((await office.Releases.ReleaseAsync(key, one, Cancellation)).IsRefused);
        }
    }

    [Theory(DisplayName = "退回要写理由，改后重新送审；撤回后不能再批"), BothDatabases]
    public async Task Sending_back_and_taking_back(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var key = await office.BeginAsync();
        await office.SubmitAsync(key);
        var seen = await office.SeeAsync(key);
        Assert.Equal("approval.no-reason", (await office.Desk.SendBackAsync(key, seen, office.Reviewer, " ", Cancellation)).Refusal?.Code);
        Assert.Equal(ApprovalState.SentBack, (await office.Desk.SendBackAsync(key, seen, office.Reviewer, "请补充依据", Cancellation)).Value.State);
        var view = await office.ReadAsync(key);
        Assert.Equal("请补充依据", view.Notes[view.Standing.LastOpinion!.Sequence].Words);

        await office.SubmitAsync(key);
        Assert.Equal(ApprovalState.Withdrawn, (await office.Desk.WithdrawAsync(key, office.Officer, "另有材料", Cancellation)).Value.State);
        Assert.Equal("approval.withdrawn", (await office.Desk.GiveAsync(key, seen, office.Reviewer, "", Cancellation)).Refusal?.Code);
    }

    [Theory(DisplayName = "委托代行只在日期内有效，写明代谁；没有的岗位委托不了，终止后次日失效"), BothDatabases]
    public async Task A_delegated_post(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var stand = AnOffice.Person("钱某", PostRole.SecrecyReviewer);
        var today = new DateOnly(2026, 3, 2);
        var key = await office.BeginAsync();
        await office.SubmitAsync(key);
        Assert.Equal("approval.not-your-step", (await office.GiveAsync(key, stand)).Refusal?.Code);
        Assert.Equal("delegation.not-held", (await office.Delegations.GiveAsync(
            office.Agency, office.Reviewer, stand, PostRole.Leader, today, today, "出差", Cancellation)).Refusal?.Code);
        Assert.Equal("delegation.no-post", (await office.Delegations.GiveAsync(
            office.Agency, office.Reviewer, AnOffice.Person("赵某"), PostRole.Reviewer, today, today, "出差", Cancellation)).Refusal?.Code);
        var given = (await office.Delegations.GiveAsync(
            office.Agency, office.Reviewer, stand, PostRole.Reviewer, today, today.AddDays(5), "出差", Cancellation)).Value;

        var standing = (await office.GiveAsync(key, stand)).Value;
        Assert.Equal(office.Reviewer.Person, ((ApprovalGiven)standing.Steps[0].Opinions[0].Act).Opinion.For);
        await office.Delegations.EndAsync(office.Agency, given.Id, office.Reviewer, Cancellation);
        Assert.True((await office.VerifyAsync()).IsWhole);

        office.House.Clock.Advance(TimeSpan.FromDays(1));
        var next = await office.BeginAsync();
        await office.SubmitAsync(next);
        Assert.Equal("approval.not-your-step", (await office.GiveAsync(next, stand)).Refusal?.Code);
    }

    [Theory(DisplayName = "本机关启用自己的流程：在办的按原流程办完，新送审的按新流程"), BothDatabases]
    public async Task Running_approvals_finish_on_their_edition(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var administrator = AnOffice.Person("管理员", PostRole.AgencyAdministrator);
        var running = await office.BeginAsync();
        await office.SubmitAsync(running);
        var own = BuiltInApprovals.Newest("document")! is var builtIn
            ? builtIn with { Name = "本局发文", Steps = [builtIn.Steps[^1]], Source = "示范区测试局公文办理办法，2026年3月" } : null!;
        Assert.Equal("chain.no-post", (await AdoptAsync(office.Officer)).Refusal?.Code);
        Assert.Equal("document/own/1", (await AdoptAsync(administrator)).Value.Version.ToString());

        var fresh = await office.BeginAsync();
        Assert.Equal(["核稿", "签发"], new[] { (await office.ReadAsync(running)).Standing.Waiting!.Step.Name, (await office.SubmitAsync(fresh)).Waiting!.Step.Name });
        Assert.True((await office.VerifyAsync()).IsWhole);

        await office.ExecuteAsync($"""UPDATE "AdoptedChains" SET "Json" = replace("Json", 'deputyLeader', 'officer')""");
        Assert.Equal("chain.changed", (await office.TryReadAsync(fresh)).Refusal?.Code);
        Assert.Equal("核稿", (await office.ReadAsync(running)).Standing.Waiting!.Step.Name);

        Task<Gongkai.Domain.Outcome<ApprovalChain>> AdoptAsync(Approver who) => office.Chains.AdoptAsync(
            office.Agency, new MemoryStream(Encoding.UTF8.GetBytes(ApprovalChainFile.Write(own))), new DateOnly(2026, 3, 2), who, Cancellation);
    }

    [Theory(DisplayName = "待办表是台账的抄件：走过各种状态，每次都与重新推算的一致"), BothDatabases]
    public async Task Lists_are_copies_of_what_the_ledger_says(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var finance = AnOffice.Person("财务科长");
        var key = await office.BeginAsync();
        await CompareAsync(ApprovalTask.Submit);
        await office.SubmitAsync(key, finance, AnOffice.Person("办公室主任"));
        await CompareAsync(ApprovalTask.Decide);
        await office.GiveAsync(key, office.Reviewer);
        await office.GiveAsync(key, office.Reviewer);
        await CompareAsync(ApprovalTask.Decide);
        await office.Proxies.RecordAsync(key, await office.SeeAsync(key), office.Officer, finance, true, new DateOnly(2026, 3, 2), "电话", "同意", null, Cancellation);
        await CompareAsync(ApprovalTask.Confirm);
        await office.Desk.SendBackAsync(key, await office.SeeAsync(key), office.Leader, "无权", Cancellation);
        await office.Drafts.EditAsync(key, (await office.ReadAsync(key)).Draft.Version, AnOffice.Content("改"), [], office.Officer, Cancellation);
        await CompareAsync(ApprovalTask.Submit);

        async Task CompareAsync(ApprovalTask expected)
        {
            await using var db = office.House.House.Open(AgencyScope.Of(office.Agency));
            var file = (await ApprovalCase.LoadAsync(db, office.House.House, key, Cancellation)).Value;
            var rows = await db.WaitingApprovals.AsNoTracking().ToListAsync(Cancellation);
            var computed = WaitingList.Of(file, default).ToList();
            Assert.Equal(computed.Count, rows.Count);
            Assert.All(computed, row => Assert.Single(rows, known => WaitingList.Same(known, row)));
            Assert.Equal((file.Standing.State, file.Standing.Waiting?.Step.Name), (file.Draft.State, file.Draft.WaitingStep));
            Assert.Contains(rows, row => row.Task == expected);
        }
    }

    [Theory(DisplayName = "别的机关看不到、也办不了本机关的呈批件"), BothDatabases]
    public async Task Another_agency_sees_nothing(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var twin = await office.House.RegisterAgencyAsync("示范区孪生局");
        var key = await office.BeginAsync();
        await office.SubmitAsync(key);
        Assert.Equal("draft.unknown", (await office.TryReadAsync(key with { Agency = twin.Id })).Refusal?.Code);
        Assert.Equal("draft.unknown", (await office.Desk.GiveAsync(key with { Agency = twin.Id }, await office.SeeAsync(key), office.Reviewer, "", Cancellation)).Refusal?.Code);
    }
}
