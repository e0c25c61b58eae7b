using Gongkai.App.Approvals;
using Gongkai.App.Calendars;
using Gongkai.App.Data;
using Gongkai.App.Outbox;
using Gongkai.App.Outbox.Adapters;
using Gongkai.App.People;
using Gongkai.App.Personal;
using Gongkai.App.Requests;
using Gongkai.App.Tests.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Outbox;

/// <summary>A made-up office with accounts and posts, its desk, its outbox, and what its people do.</summary>
internal sealed class ATownship : IAsyncDisposable
{
    public const string Mobile = "13912345678";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly SealedValues _values;

    private ATownship(TestHouse house, Agency agency)
    {
        (House, Agency, Staff) = (house, agency, new Staff(house));
        _values = new SealedValues(KeyRing.OpenAsync(house.House, CancellationToken.None).GetAwaiter().GetResult().Value);
    }

    public TestHouse House { get; }

    public Agency Agency { get; }

    public Staff Staff { get; }

    public Approver Officer { get; private set; } = null!;

    public Approver Reviewer { get; private set; } = null!;

    public Approver Leader { get; private set; } = null!;

    public ApprovalDesk Desk => new(House.House, House.Recorder);

    public DeskMessages Messages => new(House.House, House.Recorder);

    public OpenRequests Requests => new(House.House, new HouseCalendar(House.House, House.Recorder));

    public DeadlineSweep Deadlines => new(House.House, House.Recorder, Requests);

    public DateTime Now => Instant.Now(House.Clock);

    public static async Task<ATownship> OpenAsync(DatabaseEngine engine)
    {
        var house = await TestHouse.CreateAsync(engine);
        var office = new ATownship(house, await house.RegisterAgencyAsync("示范镇人民政府"));
        office.Officer = await office.HireAsync("wang", "王办事", PostRole.Officer);
        office.Reviewer = await office.HireAsync("li", "李核稿", PostRole.Reviewer, PostRole.LegalityReviewer);
        office.Leader = await office.HireAsync("zhang", "张镇长", PostRole.DeputyLeader);
        return office;
    }

    /// <summary>Makes an account and appoints its owner.</summary>
    public async Task<Approver> HireAsync(string login, string name, params PostRole[] roles)
    {
        // Without a password: nobody signs in here, and making one is slow on purpose.
        var person = new Person { Id = Guid.CreateVersion7(), UserName = login, NormalizedUserName = Logins.Normalise(login), Name = name, SecurityStamp = "", CreatedAt = Now };
        Assert.Null((await House.Recorder.RecordAsync<bool>(Agency.Id, (acts, _) =>
        {
            acts.Db.People.Add(person);
            foreach (var role in roles)
                acts.Db.Posts.Add(new Post { Id = Guid.CreateVersion7(), AgencyId = Agency.Id, PersonId = person.Id, Role = role, StartsOn = new DateOnly(2026, 3, 2) });
            return Task.FromResult<Outcome<bool>>(true);
        }, Cancellation)).Refusal);
        return new Approver(new PersonId(person.Id), name, roles.ToHashSet());
    }

    public Caller CallerOf(Approver who) => new(who.Person, who.Name, null, [.. who.Roles.Select(role => new CallerPost(Agency.Id, role))]);

    public NoticeChoices Choices(OutboxSettings settings) => new(House.Recorder, Staff.Audit, _values, settings);

    /// <summary>Gives somebody an address and lets the agency use it.</summary>
    public async Task ReachAsync(Approver who, DeliveryMeans means, string address, OutboxSettings? settings = null)
    {
        var choices = Choices(settings ?? OutboxSettings.Nothing);
        Assert.Null((await choices.ChooseAsync(new SignedIn(CallerOf(who), Guid.Empty, "x", false), means, address, true, Cancellation)).Refusal);
        await using var db = House.House.Open(AgencyScope.All);
        var row = await db.AgencyNotices.SingleOrDefaultAsync(Cancellation) ?? new AgencyNotices { AgencyId = Agency.Id };
        await ChooseAsync(new AgencyChoice(row.ByEmail || means == DeliveryMeans.Email, row.BySms || means == DeliveryMeans.Sms, row.Robot, null), settings);
    }

    public async Task ChooseAsync(AgencyChoice choice, OutboxSettings? settings = null)
    {
        var administrator = new Caller(null, "管理员", null, [new CallerPost(Agency.Id, PostRole.AgencyAdministrator)]);
        Assert.Null((await Choices(settings ?? OutboxSettings.Nothing).ChooseAsync(administrator, Agency.Id, choice, Cancellation)).Refusal);
    }

    public DeliverySweep Sweep(OutboxSettings settings, params IMessageAdapter[] adapters) => new(
        House.House, new DeliveryAddresses(new ContactAddresses(House.House, House.Recorder, _values, new PersonalData(House.House, _values, Staff.Audit), Staff.Audit), _values),
        adapters is [] ? [new EmailAdapter(settings, House.Clock), new SmsAdapter(settings), new RobotAdapter(settings)] : adapters, settings);

    /// <summary>Drafts something and submits it.</summary>
    public async Task<DraftKey> SubmitAsync(string title = "关于示范申请的答复")
    {
        var drafts = new Drafts(House.House, House.Recorder);
        var draft = (await drafts.BeginAsync(Agency.Id, "reply", new DraftContent(title, "经检索，予以公开。", "条例", null, []), [], Officer, Cancellation)).Value;
        var key = new DraftKey(Agency.Id, draft.Id);
        Assert.Null((await Desk.SubmitAsync(key, draft.Version, Officer, [], "", Cancellation)).Refusal);
        return key;
    }

    public async Task<SeenStep> SeeAsync(DraftKey key)
    {
        var standing = (await new ApprovalReading(House.House).ReadAsync(key, AgencyScope.Of(key.Agency), Cancellation)).Value.Standing;
        return new SeenStep(standing.Waiting?.Step.Code ?? "", standing.Manifest);
    }

    public async Task GiveAsync(DraftKey key, Approver who) => Assert.Null((await Desk.GiveAsync(key, await SeeAsync(key), who, "同意", Cancellation)).Refusal);

    public async Task<IReadOnlyList<MessageKind>> ToldAsync(Approver who) =>
        [.. (await Messages.ListAsync(CallerOf(who), false, 100, Cancellation)).Reverse().Select(message => message.Kind)];

    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync(DeliveryMeans means)
    {
        await using var db = House.House.Open(AgencyScope.All);
        return await db.Deliveries.AsNoTracking().Where(row => row.Means == means).ToListAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Staff.DisposeAsync();
        await House.DisposeAsync();
    }
}
