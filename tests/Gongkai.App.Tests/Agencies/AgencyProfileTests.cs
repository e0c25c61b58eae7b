using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.App.People;
using Gongkai.App.Reports;
using Gongkai.App.Tests.Imports;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Agencies;

/// <summary>An agency's profile: every change is an act, what was holds for its days, and names never enter the facts.</summary>
public sealed class AgencyProfileTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Caller Owner = Caller.MachineOwner("测试员");
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory(DisplayName = "改资料是一条登记：写明改了哪几项，不写内容；没有改的不登记"), BothDatabases]
    public async Task A_change_is_an_act(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        var answers = new Dictionary<ProfileField, string?>
        {
            [ProfileField.Phone] = "0000-12345678",
            [ProfileField.Fax] = "无",
            [ProfileField.SocialCreditCode] = "11990100MB0000001T",
            [ProfileField.OfficeHours] = " ",
        };

        Assert.True((await Profile(house).ChangeAsync(Owner, agency.Id, 0, answers, None)).Value);
        Assert.False((await Profile(house).ChangeAsync(Owner, agency.Id, 1, answers, None)).Value);

        var row = await ReadAsync(house, agency.Id);
        Assert.Equal("0000-12345678", row.Phone!.Text);
        Assert.True(row.Fax!.IsNone);
        Assert.Null(row.OfficeHours);
        Assert.Equal(["工作机构名称", "办公地址", "办公时间", "互联网联系方式", "政府信息的分类", "编排体系", "获取方式"], ProfileFields.Missing(row));
        var facts = await FactsAsync(house, agency.Id, ProfileChanged.Kind.ToString());
        Assert.Equal("""{"fields":["socialCreditCode","phone","fax"]}""", Assert.Single(facts));
        await AssertWholeAsync(house, agency.Id);
    }

    [Fact(DisplayName = "两个人同时改同一份资料，后一个要先看到前一个改了什么")]
    public async Task An_older_form_is_refused()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await house.RegisterAgencyAsync();
        await Profile(house).ChangeAsync(Owner, agency.Id, 0, new Dictionary<ProfileField, string?> { [ProfileField.Phone] = "1" }, None);
        var later = await Profile(house).ChangeAsync(Owner, agency.Id, 0, new Dictionary<ProfileField, string?> { [ProfileField.Phone] = "2" }, None);
        Assert.Equal("act.concurrent", later.Refusal!.Code);
    }

    [Theory(DisplayName = "更名保留曾用名；已公布的年报用公布时的名称"), BothDatabases]
    public async Task A_rename_keeps_history(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync("示范区安全生产监督管理局");
        await house.ImportAsync(agency.Id, ImportFiles.TwoReturnsAndSignedZeros);
        var published = (await new ReportPublication(house.Recorder).PublishAsync(agency, 2021, [], "测试员", None)).Value;

        Assert.True((await Profile(house).RenameAsync(Owner, agency.Id, "示范区应急管理局", Today, None)).Value);

        await using var db = house.House.Open(AgencyScope.Of(agency.Id));
        var row = await db.Agencies.SingleAsync(None);
        Assert.Equal("示范区应急管理局", row.Name);
        Assert.Equal("示范区安全生产监督管理局", await AgencyState.NameAsync(db, row, Today.AddDays(-1), None));
        Assert.Equal("示范区应急管理局", await AgencyState.NameAsync(db, row, Today, None));
        Assert.Equal(published.Json, (await db.Reports.SingleAsync(None)).Json);
        Assert.Contains("示范区安全生产监督管理局", published.Json, StringComparison.Ordinal);
        Assert.Equal("{}", Assert.Single(await FactsAsync(house, agency.Id, AgencyRenamed.Kind.ToString())));
        await AssertWholeAsync(house, agency.Id);
    }

    [Theory(DisplayName = "渠道：当面和邮寄不登记也是开的，关不掉；其他渠道没有说过就是没有说过"), BothDatabases]
    [Law("国办公开办函〔2017〕19号")]
    public async Task Channels_are_announced(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        var profile = Profile(house);

        Assert.Equal("channel.basic", (await profile.AnnounceAsync(Owner, agency.Id, new(ApplicationChannel.Post, false, null, null), None)).Refusal!.Code);
        Assert.True((await profile.AnnounceAsync(Owner, agency.Id, new(ApplicationChannel.Web, true, "https://www.shifanqu.example/shenqing", "用统一身份认证登录"), None)).Value);
        Assert.True((await profile.AnnounceAsync(Owner, agency.Id, new(ApplicationChannel.Fax, false, null, null), None)).Value);
        Assert.False((await profile.AnnounceAsync(Owner, agency.Id, new(ApplicationChannel.Fax, false, null, null), None)).Value);

        await using var db = house.House.Open(AgencyScope.Of(agency.Id));
        var channels = await AgencyState.ChannelsAsync(db, agency.Id, None);
        Assert.Equal([true, true, true, null, false], channels.Select(channel => channel.Open));
        await AssertWholeAsync(house, agency.Id);
    }

    [Theory(DisplayName = "模块、发布位置、复议机关和法院都按日期生效"), BothDatabases]
    public async Task What_holds_depends_on_the_day(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        var profile = Profile(house);
        var later = Today.AddDays(30);

        await profile.SwitchAsync(Owner, agency.Id, AgencyModule.Publishing, false, later, None);
        await profile.PlaceAsync(Owner, agency.Id, new(PublicationPlace.Elsewhere, "示范区人民政府网站", "https://www.shifanqu.example/shuiwu", "王某"), later, None);
        await profile.NameRemedyAsync(Owner, agency.Id, new(RemedyBody.Court, "示范市第一人民法院", "示范市法院路 1 号", null), Today, None);
        await profile.NameRemedyAsync(Owner, agency.Id, new(RemedyBody.Court, "示范铁路运输法院", "示范市站前路 9 号", "行政案件集中管辖"), later, None);

        await using var db = house.House.Open(AgencyScope.Of(agency.Id));
        Assert.Equal(4, (await AgencyState.ModulesAsync(db, agency.Id, Today, None)).Count);
        Assert.DoesNotContain(AgencyModule.Publishing, await AgencyState.ModulesAsync(db, agency.Id, later, None));
        Assert.Equal(PublicationPlan.OnlyHere, await AgencyState.PlaceAsync(db, agency.Id, Today, None));
        Assert.Equal("王某", (await AgencyState.PlaceAsync(db, agency.Id, later, None)).Keeper);
        Assert.Equal("示范市第一人民法院", (await AgencyState.RemedyAsync(db, agency.Id, RemedyBody.Court, later.AddDays(-1), None))!.Name);
        Assert.Equal("行政案件集中管辖", (await AgencyState.RemedyAsync(db, agency.Id, RemedyBody.Court, later, None))!.Note);
        Assert.Null(await AgencyState.RemedyAsync(db, agency.Id, RemedyBody.ReviewOrgan, later, None));
        Assert.Equal("profile.earlier", (await profile.SwitchAsync(Owner, agency.Id, AgencyModule.Publishing, true, Today, None)).Refusal!.Code);
        await AssertWholeAsync(house, agency.Id);
    }

    [Theory(DisplayName = "在其他网站发布：网址、网站、保管人缺一不可，口令没有地方填")]
    [InlineData("Elsewhere", "示范区人民政府网站", null, "王某", "place.column")]
    [InlineData("Both", "示范区人民政府网站", "http://www.shifanqu.example", "王某", "page.address")]
    [InlineData("Both", null, "https://www.shifanqu.example", "王某", "place.site")]
    [InlineData("Elsewhere", "示范区人民政府网站", "https://www.shifanqu.example", null, "place.keeper")]
    [InlineData("Here", "示范区人民政府网站", null, null, "place.here")]
    public void A_column_elsewhere_is_named_whole(string place, string? site, string? column, string? keeper, string refusal) =>
        Assert.Equal(refusal, new PublicationPlan(Enum.Parse<PublicationPlace>(place), site, column, keeper).Forbids()!.Code);

    [Theory(DisplayName = "隶属和主管部门：不能绕成一圈"), BothDatabases]
    [Law("条例", 3)]
    public async Task Nobody_belongs_to_himself(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var government = await house.RegisterAgencyAsync("示范区人民政府");
        var bureau = await house.RegisterAgencyAsync("示范区水务局");
        var profile = Profile(house);

        Assert.True((await profile.SuperviseAsync(Owner, bureau.Id, government.Id, government.Id, None)).Value);
        Assert.Equal("agency.circle", (await profile.SuperviseAsync(Owner, government.Id, bureau.Id, null, None)).Refusal!.Code);
        Assert.Equal("agency.circle", (await profile.SuperviseAsync(Owner, government.Id, government.Id, null, None)).Refusal!.Code);

        Assert.Equal(government.Id, (await ReadAsync(house, bureau.Id)).AuthorityId);
        await AssertWholeAsync(house, bureau.Id);
    }

    [Fact(DisplayName = "本机关管理员只改本机关；更名和隶属由平台管理员定")]
    public async Task Rights_are_asked_first()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var (here, there) = (await house.RegisterAgencyAsync("甲局"), await house.RegisterAgencyAsync("乙局"));
        var chen = new Caller(new PersonId(Guid.NewGuid()), "陈某", null, [new CallerPost(here.Id, PostRole.AgencyAdministrator)]);
        var wang = new Caller(new PersonId(Guid.NewGuid()), "王某", null, [new CallerPost(here.Id, PostRole.Officer)]);
        var change = new Dictionary<ProfileField, string?> { [ProfileField.Phone] = "1" };

        Assert.Null((await Profile(house).ChangeAsync(chen, here.Id, 0, change, None)).Refusal);
        Assert.Equal("right.missing", (await Profile(house).ChangeAsync(chen, there.Id, 0, change, None)).Refusal!.Code);
        Assert.Equal("right.missing", (await Profile(house).ChangeAsync(wang, here.Id, 1, change, None)).Refusal!.Code);
        Assert.Equal("right.missing", (await Profile(house).RenameAsync(chen, here.Id, "丙局", Today, None)).Refusal!.Code);
        Assert.Equal("right.missing", (await Profile(house).SuperviseAsync(chen, here.Id, there.Id, null, None)).Refusal!.Code);
    }

    private static AgencyProfile Profile(TestHouse house) => new(house.House, house.Recorder);

    private static async Task<Agency> ReadAsync(TestHouse house, AgencyId agency)
    {
        await using var db = house.House.Open(AgencyScope.Of(agency));
        return await db.Agencies.AsNoTracking().SingleAsync(None);
    }

    private static async Task<IReadOnlyList<string>> FactsAsync(TestHouse house, AgencyId agency, string kind)
    {
        await using var db = house.House.Open(AgencyScope.Of(agency));
        var texts = await db.Ledger.Where(entry => entry.Kind == kind).OrderBy(entry => entry.Sequence).Select(entry => entry.FactsText).ToListAsync(None);
        return [.. texts.Select(text => Domain.Ledger.LedgerFacts.Read(text).Facts.ToJsonString())];
    }

    private static async Task AssertWholeAsync(TestHouse house, AgencyId agency)
    {
        var verified = (await new LedgerVerification(house.House).VerifyAsync(agency, null, true, None)).Value;
        Assert.Null(verified.Break);
        Assert.Empty(verified.Discrepancies);
    }
}
