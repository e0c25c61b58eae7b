using Gongkai.App.Agencies;
using Gongkai.App.Calendars;
using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.App.People;
using Gongkai.App.Requests;
using Gongkai.App.Requests.Doors;
using Gongkai.App.Tests.Imports;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Requests;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Requests;

/// <summary>交办 and 会商: one case opens to one agency, from an act to an act, and nothing else with it.</summary>
public sealed class CaseDoorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "交办：区政府的申请由所属局代拟，只看得到这一件；报回后区政府看得到，结束后就看不到了"), BothDatabases]
    public async Task An_assigned_request(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var (government, bureau, other) = await FillAsync(house);
        var (doors, cases) = Services(house);
        var (clerk, drafter) = (Officer(government), Officer(bureau));
        var request = await RequestAsync(house, government, "区1");

        Assert.Equal("assignment.not-below", (await doors.AssignAsync(clerk, government, request, other, "请代拟答复", Cancel)).Refusal!.Code);
        Assert.Equal("right.missing", (await doors.AssignAsync(drafter, government, request, bureau, "请代拟答复", Cancel)).Refusal!.Code);
        var door = (await doors.AssignAsync(clerk, government, request, bureau, "请代拟答复，3月10日前报回", Cancel)).Value;
        Assert.Equal("door.open-already", (await doors.AssignAsync(clerk, government, request, bureau, "再来", Cancel)).Refusal!.Code);

        var shared = Assert.Single(await cases.ListSharedAsync(drafter, Cancel));
        Assert.Equal(("区1", door.Id), (shared.Case.Request.Number, shared.Door.Id));
        Assert.Equal(["收到申请", "交办"], shared.Case.History.Select(line => line.Name));
        Assert.Null(await cases.FindSharedAsync(Officer(other), other, door.Id, Cancel));
        Assert.Null(await cases.FindSharedAsync(Officer(other), bureau, door.Id, Cancel));
        Assert.Equal("door.unknown", (await doors.AnswerAsync(Officer(other), door.Id, "我来拟", Cancel)).Refusal!.Code);
        Assert.Equal("door.text", (await doors.AnswerAsync(drafter, door.Id, " ", Cancel)).Refusal!.Code);
        Assert.StartsWith("secret.", (await doors.AnswerAsync(drafter, door.Id, "机密★10年\n代拟答复", Cancel)).Refusal!.Code, StringComparison.Ordinal);
        Assert.Null((await doors.AnswerAsync(drafter, door.Id, "经检索，予以公开。", Cancel)).Refusal);

        var own = (await cases.FindAsync(government, "区1", Cancel))!;
        Assert.Equal("经检索，予以公开。", Assert.Single(own.Doors).Answer);
        Assert.Null((await doors.EndAsync(clerk, government, door.Id, Cancel)).Refusal);
        Assert.Empty(await cases.ListSharedAsync(drafter, Cancel));
        Assert.Null(await cases.FindSharedAsync(drafter, bureau, door.Id, Cancel));
        Assert.Equal("door.over", (await doors.AnswerAsync(drafter, door.Id, "又改了", Cancel)).Refusal!.Code);
        Assert.True((await new LedgerVerification(house.House).VerifyAsync(government, null, deep: true, Cancel)).Value.IsWhole);
    }

    [Theory(DisplayName = "随交办的附件：只有这扇门的两边读得到，别的机关、别的门读不到；结束后对方也读不到，本机关还读得到"), BothDatabases]
    public async Task Files_go_through_their_door(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var (government, bureau, other) = await FillAsync(house);
        var (doors, cases) = Services(house);
        var (clerk, drafter) = (Officer(government), Officer(bureau));
        var (request, second) = (await RequestAsync(house, government, "区1"), await RequestAsync(house, government, "区2"));
        var (asked, answered) = (await FileAsync(house, "申请附图"), await FileAsync(house, "代拟稿"));
        var door = (await doors.AssignAsync(clerk, government, request, bureau, "请代拟答复", Cancel, [asked])).Value;
        var elsewhere = (await doors.ConferAsync(clerk, government, second, other, ConferencePartner.LegalOffice, "可否公开？", Cancel)).Value;
        Assert.Null((await doors.AnswerAsync(drafter, door.Id, "经检索，予以公开。", Cancel, [answered])).Refusal);

        var sent = (await cases.FindSharedAsync(drafter, bureau, door.Id, Cancel))!.Case.Files;
        Assert.Equal([("申请附图", false), ("代拟稿", true)], sent.Select(file => (file.Name, file.Answering)));
        Assert.Equal(2, (await cases.FindAsync(government, "区1", Cancel))!.Files.Count);
        Assert.Equal(asked.Hash, (await cases.FindFileAsync(drafter, bureau, door.Id, sent[0].Id, Cancel))?.FileHash);
        Assert.Null(await cases.FindFileAsync(Officer(other), other, door.Id, sent[0].Id, Cancel));
        Assert.Null(await cases.FindFileAsync(Officer(other), other, elsewhere.Id, sent[0].Id, Cancel));
        Assert.Null(await cases.FindFileAsync(Officer(other), bureau, door.Id, sent[0].Id, Cancel));
        await using (var db = house.House.Open(drafter.Scope)) Assert.False(await db.CaseDoorFiles.AnyAsync(Cancel));
        Assert.Null((await doors.EndAsync(clerk, government, door.Id, Cancel)).Refusal);
        Assert.Null(await cases.FindFileAsync(drafter, bureau, door.Id, sent[0].Id, Cancel));
        Assert.NotNull(await cases.FindFileAsync(clerk, government, door.Id, sent[1].Id, Cancel));
        Assert.True((await new LedgerVerification(house.House).VerifyAsync(government, null, deep: true, Cancel)).Value.IsWhole);
    }

    [Theory(DisplayName = "会商：向主管部门和法制机构各开一件，互不知道；所开的门以外什么也看不到；改库的核对得出"), BothDatabases]
    public async Task A_case_conference(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var (government, bureau, legal) = await FillAsync(house);
        var (doors, cases) = Services(house);
        var clerk = Officer(bureau);
        var (request, untouched) = (await RequestAsync(house, bureau, "局1"), await RequestAsync(house, bureau, "局2"));

        Assert.Equal("conference.not-authority", (await doors.ConferAsync(clerk, bureau, request, legal, ConferencePartner.CompetentAuthority, "可否公开？", Cancel)).Refusal!.Code);
        var authority = (await doors.ConferAsync(clerk, bureau, request, government, ConferencePartner.CompetentAuthority, "可否公开？", Cancel)).Value;
        var office = (await doors.ConferAsync(clerk, bureau, request, legal, ConferencePartner.LegalOffice, "是否属于内部事务？", Cancel)).Value;
        Assert.Null((await doors.AnswerAsync(Officer(legal), office.Id, "属于。", Cancel)).Refusal);

        var seen = (await cases.FindSharedAsync(Officer(government), government, authority.Id, Cancel))!;
        Assert.Equal(authority.Id, Assert.Single(seen.Case.Doors).Id);
        Assert.Equal(["局1"], (await cases.ListSharedAsync(Officer(legal), Cancel)).Select(shared => shared.Case.Request.Number));
        await using (var db = house.House.Open(Officer(legal).Scope))
        {
            Assert.False(await db.Requests.AnyAsync(row => row.AgencyId == bureau, Cancel));
            Assert.False(await db.Ledger.AnyAsync(entry => entry.AgencyId == bureau, Cancel));
            Assert.False(await db.CaseDoors.AnyAsync(Cancel));
        }
        Assert.NotEqual(request, untouched);
        Assert.Equal("door.not-open", (await doors.ConferAsync(clerk, bureau, Guid.NewGuid(), legal, ConferencePartner.LegalOffice, "？", Cancel)).Refusal!.Code);

        await using (var all = house.House.Open(AgencyScope.All))
            await all.CaseDoors.Where(row => row.Id == office.Id).ExecuteUpdateAsync(door => door.SetProperty(row => row.ToAgencyId, government), Cancel);
        Assert.False((await new LedgerVerification(house.House).VerifyAsync(bureau, null, deep: true, Cancel)).Value.IsWhole);
    }

    private static async Task<StoredFile> FileAsync(TestHouse house, string name) =>
        (await house.House.Files.PutAsync(name, System.Text.Encoding.UTF8.GetBytes(name), Cancel)).Value;

    private static (CaseDoors Doors, CaseReading Cases) Services(TestHouse house) =>
        (new CaseDoors(house.House, house.Recorder), new CaseReading(house.House, new OpenRequests(house.House, new HouseCalendar(house.House, house.Recorder))));

    private static Caller Officer(AgencyId agency) => new(new PersonId(Guid.NewGuid()), "经办人", null, [new CallerPost(agency, PostRole.Officer)]);

    private static async Task<(AgencyId Government, AgencyId Bureau, AgencyId Other)> FillAsync(TestHouse house)
    {
        var (government, bureau, other) = (await house.RegisterAgencyAsync("示范区人民政府"), await house.RegisterAgencyAsync("示范区甲局"), await house.RegisterAgencyAsync("邻区司法局"));
        await new AgencyProfile(house.House, house.Recorder).SuperviseAsync(Caller.MachineOwner("测试员"), bureau.Id, government.Id, government.Id, Cancel);
        return (government.Id, bureau.Id, other.Id);
    }

    private static async Task<Guid> RequestAsync(TestHouse house, AgencyId agency, string number)
    {
        Assert.Empty((await house.ImportAsync(agency, $"类别,编号,日期,申请人类型,渠道\n收到申请,{number},2026-03-02,自然人,当面\n")).Problems);
        await using var db = house.House.Open(AgencyScope.Of(agency));
        return await db.Requests.Where(row => row.Number == number).Select(row => row.Id).SingleAsync(Cancel);
    }
}
