using System.Text;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Approvals;

/// <summary>A made-up office of three with its house, and the acts its people do.</summary>
internal sealed class AnOffice : IAsyncDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AnOffice(TestHouse house, Agency agency)
    {
        (House, Agency) = (house, agency.Id);
        Desk = new ApprovalDesk(house.House, house.Recorder);
        Drafts = new Drafts(house.House, house.Recorder);
        Proxies = new ProxyRecords(house.House, Desk);
        Releases = new ApprovalRelease(house.House, Desk);
        Links = new ApprovalLinks(house.House, house.Recorder, Desk);
        Delegations = new Delegations(house.House, house.Recorder);
        Chains = new ChainBook(house.Recorder);
    }

    public TestHouse House { get; }

    public AgencyId Agency { get; }

    public ApprovalDesk Desk { get; }

    public Drafts Drafts { get; }

    public ProxyRecords Proxies { get; }

    public ApprovalRelease Releases { get; }

    public ApprovalLinks Links { get; }

    public Delegations Delegations { get; }

    public ChainBook Chains { get; }

    public Approver Officer { get; } = Person("王某", PostRole.Officer);

    public Approver Reviewer { get; } = Person("李某", PostRole.Reviewer, PostRole.LegalityReviewer);

    public Approver Leader { get; } = Person("张某", PostRole.DeputyLeader, PostRole.Officer);

    public static async Task<AnOffice> OpenAsync(DatabaseEngine engine)
    {
        var house = await TestHouse.CreateAsync(engine);
        return new AnOffice(house, await house.RegisterAgencyAsync());
    }

    public static Approver Person(string name, params PostRole[] roles) => new(new PersonId(Guid.CreateVersion7()), name, roles.ToHashSet());

    public static DraftContent Content(string body = "经检索，本机关予以公开。", params DraftFile[] files) =>
        new("关于示范申请的答复", body, "条例第三十六条第（二）项", null, files);

    public async Task<DraftKey> BeginAsync(string form = "reply", Approver? by = null, string? attachment = null)
    {
        List<StoredFile> uploads = [];
        if (attachment is not null) uploads.Add((await House.House.Files.PutAsync("附件.txt", Encoding.UTF8.GetBytes(attachment), Cancellation)).Value);
        var content = Content() with { Files = [.. uploads.Select(upload => new DraftFile("附件1", upload.Hash))] };
        return new DraftKey(Agency, (await Drafts.BeginAsync(Agency, form, content, uploads, by ?? Officer, Cancellation)).Value.Id);
    }

    public async Task<ApprovalView> ReadAsync(DraftKey key) => (await TryReadAsync(key)).Value;

    public Task<Outcome<ApprovalView>> TryReadAsync(DraftKey key) =>
        new ApprovalReading(House.House).ReadAsync(key, AgencyScope.Of(key.Agency), Cancellation);

    public async Task<ApprovalStanding> SubmitAsync(DraftKey key, params Approver[] countersigners) =>
        (await Desk.SubmitAsync(key, (await ReadAsync(key)).Draft.Version, Officer, [.. countersigners.Select(asked => asked.Person)], "", Cancellation)).Value;

    public async Task<SeenStep> SeeAsync(DraftKey key)
    {
        var standing = (await ReadAsync(key)).Standing;
        return new SeenStep(standing.Waiting?.Step.Code ?? "", standing.Manifest);
    }

    public async Task<Outcome<ApprovalStanding>> GiveAsync(DraftKey key, Approver who) => await Desk.GiveAsync(key, await SeeAsync(key), who, "同意", Cancellation);

    /// <summary>A draft that went all the way to the sign-off.</summary>
    public async Task<DraftKey> SignedOffAsync(string? attachment = null, string form = "reply")
    {
        var key = await BeginAsync(form, attachment: attachment);
        await SubmitAsync(key);
        foreach (var who in (Approver[])[Reviewer, Reviewer, Leader]) Assert.False((await GiveAsync(key, who)).IsRefused);
        Assert.Equal(ApprovalState.Approved, (await ReadAsync(key)).Standing.State);
        return key;
    }

    public async Task ExecuteAsync(FormattableString sql)
    {
        await using var db = House.House.Open(AgencyScope.All);
        Assert.NotEqual(0, await db.Database.ExecuteSqlAsync(sql, Cancellation));
    }

    public async Task<ChainVerification> VerifyAsync() =>
        (await new LedgerVerification(House.House).VerifyAsync(Agency, null, deep: true, Cancellation)).Value;

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
