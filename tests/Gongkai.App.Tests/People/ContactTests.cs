using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.App.Personal;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.People;

/// <summary>How staff are reached: sealed, masked, opened with a reason, and used for sending without anybody seeing it.</summary>
public sealed class ContactTests
{
    private const string Phone = "13812345678";
    private const string Email = "wang@example.gov.cn";

    // Messages are sent for the work of an agency; which one is only written down.
    private static readonly AgencyId Work = new(Guid.CreateVersion7());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "电话和邮箱：库里是密文，平时看掩码；写明理由看原文，审计日志记下；发通知时没有人看到"), BothDatabases]
    [Law("个人信息保护法", 51)]
    public async Task Staff_are_reached_without_being_shown(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var staff = new Staff(house);
        var contacts = await ContactsAsync(house, staff);
        var wang = new PersonId((await staff.AddAsync("wang")).Person.Id);

        Assert.Equal([ContactChannel.Phone, ContactChannel.Email], (await contacts.ChangeAsync(Staff.Owner, wang, " 138-1234-5678 ", Email, Cancellation)).Value);
        Assert.Empty((await contacts.ChangeAsync(Staff.Owner, wang, Phone, "WANG@example.gov.cn", Cancellation)).Value);

        var row = await ReadAsync(house, wang);
        Assert.Equal(("138****5678", "w***@example.gov.cn"), (row.ContactPhone!.Mask, row.ContactEmail!.Mask));
        Assert.DoesNotContain(Phone, row.ContactPhone.Text + row.ContactPhonePrint, StringComparison.Ordinal);
        Assert.Equal("personal.no-reason", (await contacts.OpenAsync(Staff.Owner, null, wang, ContactChannel.Phone, "", Cancellation)).Refusal?.Code);
        Assert.Equal("138-1234-5678", (await contacts.OpenAsync(Staff.Owner, null, wang, ContactChannel.Phone, "通知开会", Cancellation)).Value);
        Assert.Equal(Email, (await contacts.ForSendingAsync(Work, wang, ContactChannel.Email, Cancellation)).Value);

        await using var db = house.House.Open(AgencyScope.All);
        var told = await db.Audit.Where(one => one.Kind == AuditKind.PersonalDataOpened || one.Kind == AuditKind.ContactChanged).OrderBy(one => one.Sequence).ToListAsync(Cancellation);
        Assert.Equal(["修改联系方式：电话、邮箱", "查看个人信息原文，理由：通知开会", "查看个人信息原文，理由：向本人发送通知"], told.Select(one => one.Message));
        Assert.Equal($"People.ContactPhone/{wang.Value:D}", told[1].Subject);
        Assert.Equal(AuditEvent.Background, told[2].From);
        Assert.All(told, one => Assert.DoesNotContain("1234", one.Text, StringComparison.Ordinal));

        Assert.Equal([ContactChannel.Phone], (await contacts.ChangeAsync(Staff.Owner, wang, "无", null, Cancellation)).Value);
        Assert.Equal("contact.none", (await contacts.ForSendingAsync(Work, wang, ContactChannel.Phone, Cancellation)).Refusal?.Code);
        await staff.Accounts.DisableAsync(Staff.Owner, "wang", Cancellation);
        Assert.Equal("contact.gone", (await contacts.ForSendingAsync(Work, wang, ContactChannel.Email, Cancellation)).Refusal?.Code);
    }

    [Theory(DisplayName = "按完整的号码找得到人，写法不同也一样；换了加密密钥和指纹密钥照样找得到、打得开"), BothDatabases]
    public async Task Somebody_is_found_by_the_whole_number(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var staff = new Staff(house);
        var contacts = await ContactsAsync(house, staff);
        var wang = new PersonId((await staff.AddAsync("wang")).Person.Id);
        await staff.AddAsync("li");
        await contacts.ChangeAsync(Staff.Owner, wang, Phone, Email, Cancellation);

        var ring = (await KeyRing.OpenAsync(house.House, Cancellation)).Value;
        var before = await ReadAsync(house, wang);
        var rotated = await new KeyRotation(house.House, ring, new SealedValues(ring), staff.Audit).RotateAsync(fingerprint: true, AuditEvent.CommandLine, Cancellation);

        Assert.Empty(rotated.Value.Unreadable);
        var after = await ReadAsync(house, wang);
        Assert.NotEqual((before.ContactPhone, before.ContactPhonePrint), (after.ContactPhone, after.ContactPhonePrint));
        foreach (var written in (string[])["+86 138 1234 5678", "１３８１２３４５６７８", "Wang@Example.gov.cn"])
            Assert.Equal([wang], (await contacts.FindAsync(Staff.Owner, written, Cancellation)).Value);
        Assert.Empty((await contacts.FindAsync(Staff.Owner, "13912345678", Cancellation)).Value);
        Assert.Equal("contact.shape", (await contacts.FindAsync(Staff.Owner, "1234", Cancellation)).Refusal?.Code);
        Assert.Equal(Phone, (await contacts.ForSendingAsync(Work, wang, ContactChannel.Phone, Cancellation)).Value);
    }

    [Fact(DisplayName = "本人改自己的；机关管理员改本机关的，改不了也看不了别的机关的；写错的不收")]
    public async Task Others_keep_their_hands_off()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var staff = new Staff(house);
        var contacts = await ContactsAsync(house, staff);
        var (here, there) = (await house.RegisterAgencyAsync(), await house.RegisterAgencyAsync("示范区别的局"));
        var (chen, wang, stranger) = (await AddAsync("chen", here.Id, PostRole.AgencyAdministrator), await AddAsync("wang", here.Id, PostRole.Officer), await AddAsync("stranger", there.Id, PostRole.Officer));

        Assert.Null((await contacts.ChangeAsync(wang, wang.Id!.Value, Phone, null, Cancellation)).Refusal);
        Assert.Null((await contacts.ChangeAsync(chen, wang.Id.Value, "010-60000000", null, Cancellation)).Refusal);
        Assert.Equal("right.missing", (await contacts.ChangeAsync(chen, stranger.Id!.Value, Phone, null, Cancellation)).Refusal?.Code);
        Assert.Equal("right.missing", (await contacts.OpenAsync(wang, null, chen.Id!.Value, ContactChannel.Phone, "看看", Cancellation)).Refusal?.Code);
        Assert.Equal("right.missing", (await contacts.FindAsync(chen, Phone, Cancellation)).Refusal?.Code);
        foreach (var (phone, email) in ((string?, string?)[])[("12345", null), (Email, null), (null, Phone), (null, "wang@")])
            Assert.Equal("contact.shape", (await contacts.ChangeAsync(wang, wang.Id.Value, phone, email, Cancellation)).Refusal?.Code);

        async Task<Caller> AddAsync(string login, AgencyId agency, PostRole role)
        {
            var made = await staff.AddAsync(login);
            await staff.Posts.AppointAsync(Staff.Owner, agency, new PersonId(made.Person.Id), role, false, new DateOnly(2026, 3, 2), Cancellation);
            return (await staff.EnterAsync(login, made.OneTimePassword)).Who.Caller;
        }
    }

    [Theory(DisplayName = "建账号和任职是一件事：任职不成，账号也没有"), BothDatabases]
    public async Task An_account_comes_with_the_post_or_not_at_all(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var staff = new Staff(house);
        var agency = await house.RegisterAgencyAsync();
        var enrolment = new Enrolment(house.Recorder, staff.Audit);
        var made = (await enrolment.AppointAsync(Staff.Owner, agency.Id, new Enrolee("wang", "王某", PostRole.Officer), Cancellation)).Value;
        Assert.Equal(new DateOnly(2026, 3, 2), made.Post.StartsOn);
        Assert.NotNull((await staff.EnterAsync("wang", made.OneTimePassword!)).Secret);
        await staff.AddAsync("audit", HouseRole.AuditAdministrator);

        foreach (var (enrolee, code) in ((Enrolee, string)[])[
            (new("wang", null, PostRole.Officer), "post.held"), (new("wang", "李某", PostRole.Reviewer), "account.other"), (new("audit", null, PostRole.Officer), "post.administrator"),
            (new("Li", "李某", PostRole.Reviewer), "account.login"), (new("li", "", PostRole.Reviewer), "account.name")])
            Assert.Equal(code, (await enrolment.AppointAsync(Staff.Owner, agency.Id, enrolee, Cancellation)).Refusal?.Code);
        Assert.Equal("agency.unknown", (await enrolment.AppointAsync(Staff.Owner, new AgencyId(Guid.NewGuid()), new Enrolee("zhao", "赵某", PostRole.Officer), Cancellation)).Refusal?.Code);
        Assert.Null((await enrolment.AppointAsync(Staff.Owner, agency.Id, new Enrolee("wang", "王某", PostRole.Reviewer), Cancellation)).Value.OneTimePassword);

        await using var db = house.House.Open(AgencyScope.All);
        Assert.Equal(["audit", "wang"], await db.People.OrderBy(person => person.UserName).Select(person => person.UserName!).ToListAsync(Cancellation));
        Assert.Equal(2, await db.Posts.CountAsync(Cancellation));
    }

    private static async Task<ContactAddresses> ContactsAsync(TestHouse house, Staff staff)
    {
        var values = new SealedValues((await KeyRing.OpenAsync(house.House, Cancellation)).Value);
        return new ContactAddresses(house.House, house.Recorder, values, new PersonalData(house.House, values, staff.Audit), staff.Audit);
    }

    private static async Task<Person> ReadAsync(TestHouse house, PersonId person)
    {
        await using var db = house.House.Open(AgencyScope.None);
        return await db.People.AsNoTracking().SingleAsync(row => row.Id == person.Value, Cancellation);
    }
}
