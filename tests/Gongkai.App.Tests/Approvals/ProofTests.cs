using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Ledger;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Approvals;

public sealed class ProofTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory(DisplayName = "一次性链接：只办一步、只用一次、半小时内、只限本人；台账里记明是链接"), BothDatabases]
    public async Task A_link_decides_once(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var key = await office.BeginAsync();
        await office.SubmitAsync(key);
        Assert.Equal("approval.own-draft", (await office.Links.IssueAsync(key, office.Officer, office.Officer, Cancellation)).Refusal?.Code);
        Assert.Equal("approval.not-your-step", (await office.Links.IssueAsync(key, office.Leader, office.Officer, Cancellation)).Refusal?.Code);
        var token = (await office.Links.IssueAsync(key, office.Reviewer, office.Officer, Cancellation)).Value;
        Assert.Equal(office.Reviewer.Person, (await office.Links.OpenAsync(token, Cancellation)).Value.Person);
        Assert.Equal("link.not-yours", (await office.Links.DecideAsync(token, office.Leader, true, "", Cancellation)).Refusal?.Code);
        Assert.Equal("link.unknown", (await office.Links.OpenAsync(token + "x", Cancellation)).Refusal?.Code);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => office.Links.DecideAsync(token, office.Reviewer, true, "同意", Cancellation))));
        Assert.Single(outcomes, outcome => !outcome.IsRefused);
        Assert.Equal("link.used", (await office.Links.OpenAsync(token, Cancellation)).Refusal?.Code);
        var view = await office.ReadAsync(key);
        Assert.Equal(ApprovalMeans.Link, ((ApprovalGiven)view.Standing.Steps[0].Opinions.Single().Act).Opinion.Means);

        var late = (await office.Links.IssueAsync(key, office.Reviewer, office.Officer, Cancellation)).Value;
        office.House.Clock.Advance(ApprovalLinks.Lifetime);
        Assert.Equal("link.expired", (await office.Links.DecideAsync(late, office.Reviewer, true, "", Cancellation)).Refusal?.Code);
        await using var db = office.House.House.Open(AgencyScope.All);
        Assert.DoesNotContain(System.Text.Encoding.UTF8.GetBytes(late), await db.ApprovalLinks.Select(link => link.TokenHash).ToListAsync(Cancellation));
    }

    [Theory(DisplayName = "链接发出之后内容改了，链接不能批新的内容"), BothDatabases]
    public async Task A_link_is_for_the_content_it_was_made_for(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var key = await office.BeginAsync();
        await office.SubmitAsync(key);
        var token = (await office.Links.IssueAsync(key, office.Reviewer, office.Officer, Cancellation)).Value;
        await office.Drafts.EditAsync(key, (await office.ReadAsync(key)).Draft.Version, AnOffice.Content("改过"), [], office.Officer, Cancellation);
        Assert.Equal("approval.voided", (await office.Links.DecideAsync(token, office.Reviewer, true, "", Cancellation)).Refusal?.Code);
        await office.SubmitAsync(key);
        Assert.Equal("approval.content-moved", (await office.Links.DecideAsync(token, office.Reviewer, true, "", Cancellation)).Refusal?.Code);
    }

    [Theory(DisplayName = "代录：记下谁、何日、怎样、证据和经手人；列入待确认；本人确认或否认"), BothDatabases]
    public async Task A_proxy_record(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var key = await office.BeginAsync();
        await office.SubmitAsync(key);
        office.House.Clock.Advance(TimeSpan.FromDays(2));
        var proof = (await office.House.House.Files.PutAsync("短信截图.png", "\x89PNG\r\n"u8.ToArray(), Cancellation)).Value;
        Assert.Equal("approval.own-draft", (await RecordAsync(office.Leader, office.Officer, Today)).Refusal?.Code);
        Assert.Equal("approval.records-own", (await RecordAsync(office.Leader, office.Leader, Today)).Refusal?.Code);
        Assert.Equal("approval.future", (await RecordAsync(office.Officer, office.Reviewer, Today.AddDays(9))).Refusal?.Code);
        Assert.Equal("approval.before-submission", (await RecordAsync(office.Officer, office.Reviewer, Today.AddDays(-1))).Refusal?.Code);

        var standing = (await RecordAsync(office.Officer, office.Reviewer, Today.AddDays(1))).Value;

        var recorded = standing.Steps[0].Opinions.Single();
        Assert.Equal((Today.AddDays(1), "李某"), (recorded.On, recorded.Who));
        Assert.Equal(
            (ApprovalMeans.Proxy, office.Officer.Person, proof.Hash),
            ((ApprovalGiven)recorded.Act).Opinion is var opinion ? (opinion.Means, opinion.RecordedBy, opinion.Proof) : default);
        Assert.Equal(recorded.Sequence, (await office.Proxies.ListUnconfirmedAsync(AgencyScope.Of(office.Agency), Cancellation)).Single().Entry);
        Assert.Equal("approval.not-yours-to-confirm", (await office.Proxies.ConfirmAsync(key, recorded.Sequence, office.Leader, Cancellation)).Refusal?.Code);
        Assert.False((await office.Proxies.ConfirmAsync(key, recorded.Sequence, office.Reviewer, Cancellation)).IsRefused);
        Assert.Empty(await office.Proxies.ListUnconfirmedAsync(AgencyScope.Of(office.Agency), Cancellation));

        var second = (await RecordAsync(office.Officer, office.Reviewer, Today)).Value.Steps[1].Opinions.Single();
        Assert.Equal("合法性审核", (await office.Proxies.DenyAsync(key, second.Sequence, office.Reviewer, "没有说过", Cancellation)).Value.Waiting?.Step.Name);

        async Task<Gongkai.Domain.Outcome<ApprovalStanding>> RecordAsync(Approver recorder, Approver decider, DateOnly on) => await office.Proxies.RecordAsync(
            key, await office.SeeAsync(key), recorder, decider, true, on, "电话", "同意", proof, Cancellation);
    }

    [Theory(DisplayName = "伪造的审批：另插一条台账、换成别人的意见、写上别的姓名、改掉环节，办理时停住，校验时找出"), BothDatabases]
    public async Task A_forged_row_is_found(DatabaseEngine engine)
    {
        foreach (var forge in (Func<AnOffice, DraftKey, Task>[])[ForgeEntryAsync, ExchangeAsync, RenameAsync, AlterAsync])
        {
            await using var office = await AnOffice.OpenAsync(engine);
            var key = await office.BeginAsync();
            await office.SubmitAsync(key);
            await office.GiveAsync(key, office.Reviewer);
            Assert.True((await office.VerifyAsync()).IsWhole);

            await forge(office, key);

            Assert.False((await office.VerifyAsync()).IsWhole);
            Assert.Equal("approval.forged", (await office.TryReadAsync(key)).Refusal?.Code);
            Assert.Equal("approval.forged", (await office.Releases.ReleaseAsync(key, office.Officer, Cancellation)).Refusal?.Code);
        }
    }

    [Theory(DisplayName = "伪造的委托，校验时找出"), BothDatabases]
    public async Task A_forged_delegation_is_found(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        await using (var db = office.House.House.Open(AgencyScope.All))
        {
            db.Delegations.Add(new DelegationRow
            {
                Id = Guid.CreateVersion7(),
                AgencyId = office.Agency,
                FromPersonId = office.Leader.Person.Value,
                ToPersonId = office.Officer.Person.Value,
                Role = PostRole.DeputyLeader,
                StartsOn = Today,
                EndsOn = Today,
            });
            await db.SaveChangesAsync(Cancellation);
        }
        Assert.Single((await office.VerifyAsync()).Discrepancies);
    }

    /// <summary>An entry with a right hash of its own, hung onto the end of the chain: the kept head does not know it.</summary>
    private static async Task ForgeEntryAsync(AnOffice office, DraftKey key)
    {
        await using var db = office.House.House.Open(AgencyScope.All);
        var last = await db.Ledger.OrderByDescending(entry => entry.Sequence).FirstAsync(Cancellation);
        var manifest = (await office.SeeAsync(key)).Manifest;
        var facts = new ApprovalGiven(new Opinion("legality", office.Leader.Person, null, ApprovalMeans.Screen, manifest, null, null));
        var envelope = new LedgerFacts(
            office.Agency.Chain, last.Sequence + 1, ApprovalGiven.Kind, new SubjectId(key.Id), Today, last.RecordedAt, null, facts.Write());
        var entry = SealedEntry.Seal(ChainHash.Sha256, last.Hash, envelope, new ApprovalNote("张某", "同意").Write("X"));
        db.Ledger.Add(new LedgerEntryRow
        {
            AgencyId = office.Agency,
            Sequence = envelope.Sequence,
            Kind = envelope.Kind.ToString(),
            SubjectId = key.Id,
            EffectiveOn = Today,
            RecordedAt = last.RecordedAt,
            FactsText = entry.Entry.FactsText,
            PrivateBytes = entry.PrivateBytes,
            Salt = entry.Salt,
            PrivateDigest = entry.Entry.PrivateDigest,
            PreviousHash = entry.Entry.PreviousHash,
            Hash = entry.Entry.Hash,
        });
        await db.SaveChangesAsync(Cancellation);
    }

    /// <summary>The words of one entry in the place of another's.</summary>
    private static Task ExchangeAsync(AnOffice office, DraftKey key) => office.ExecuteAsync($"""
        UPDATE "Ledger" SET "PrivateBytes" = (SELECT other."PrivateBytes" FROM "Ledger" other WHERE other."Kind" = 'approval.submitted/1')
        WHERE "Kind" = 'approval.given/1'
        """);

    /// <summary>Another name, written in clear as entries once were.</summary>
    private static async Task RenameAsync(AnOffice office, DraftKey key)
    {
        await using var db = office.House.House.Open(AgencyScope.All);
        var entry = await db.Ledger.SingleAsync(entry => entry.Kind == "approval.given/1", Cancellation);
        (entry.PrivateBytes, entry.Salt) = (new ApprovalNote("张某", "同意").Write("X").Write(), new byte[SealedEntry.SaltLength]);
        await db.SaveChangesAsync(Cancellation);
    }

    private static Task AlterAsync(AnOffice office, DraftKey key) =>
        office.ExecuteAsync($"""UPDATE "Ledger" SET "FactsText" = replace("FactsText", '"step":"check"', '"step":"sign"') WHERE "Kind" = 'approval.given/1'""");
}
