using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.App.People;
using Gongkai.App.Tests.People;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Agencies;

/// <summary>What stands in an agency's profile was recorded; what somebody wrote into the tables is named.</summary>
public sealed class ProfileComparisonTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "机关资料、渠道、发布位置、模块、救济机关、任职：绕过系统改一处，校验时说出是哪一处"), BothDatabases]
    public async Task A_change_by_sql_is_named(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await FillAsync(house);
        Assert.Empty(await DifferencesAsync(house, agency));
        await using var stored = await StoredRow.OpenAsync(house, agency);
        foreach (var (sql, back, named) in (Change[])
        [
            new("""UPDATE "Agencies" SET "Phone" = '0000-9999999' """, """UPDATE "Agencies" SET "Phone" = '0000-12345678' """, "“联系电话”"),
            new("""UPDATE "Agencies" SET "Address" = '别处' """, """UPDATE "Agencies" SET "Address" = NULL """, "“办公地址”"),
            new("""UPDATE "Agencies" SET "Name" = '别的局' """, """UPDATE "Agencies" SET "Name" = '示范区新名局' """, "“机关名称”"),
            new("""UPDATE "Agencies" SET "Code" = 'bie' """, """UPDATE "Agencies" SET "Code" = 'shifan-xinming' """, "“机关代码”"),
            new("""UPDATE "Agencies" SET "AuthorityId" = "Id" """, """UPDATE "Agencies" SET "AuthorityId" = NULL """, "“主管部门”"),
            new("""UPDATE "Agencies" SET "Kind" = 'township' """, """UPDATE "Agencies" SET "Kind" = 'department' """, "“机关类别”"),
            new("""UPDATE "FormerNames" SET "Name" = '从没叫过' """, """UPDATE "FormerNames" SET "Name" = '示范区测试局' """, "曾用名"),
            new("""UPDATE "Channels" SET "Reach" = 'https://bie.example' """, """UPDATE "Channels" SET "Reach" = 'https://www.shifanqu.example/shenqing' """, "“网上提交”"),
            new("""UPDATE "PublicationSites" SET "Keeper" = '别人' """, """UPDATE "PublicationSites" SET "Keeper" = '冯某' """, "发布位置"),
            new("""UPDATE "Modules" SET "FromOn" = '2026-03-01' """, """UPDATE "Modules" SET "FromOn" = '2026-03-02' """, "模块"),
            new("""UPDATE "Remedies" SET "Name" = '别的法院' """, """UPDATE "Remedies" SET "Name" = '示范区人民法院' """, "复议机关和法院"),
            new("""UPDATE "Remedies" SET "Note" = '' """, """UPDATE "Remedies" SET "Note" = '集中管辖' """, "复议机关和法院"),
            new("""UPDATE "Posts" SET "Role" = 'leader' """, """UPDATE "Posts" SET "Role" = 'officer' """, "任职"),
            new("""UPDATE "Posts" SET "EndsOn" = NULL """, """UPDATE "Posts" SET "EndsOn" = '2026-03-31' """, "任职"),
        ])
        {
            await stored.ExecuteAsync(sql);
            var found = await DifferencesAsync(house, agency);
            Assert.True(found.Any(message => message.Contains(named, StringComparison.Ordinal)), $"{sql}: {string.Join(' ', found)}");
            await stored.ExecuteAsync(back);
            Assert.Empty(await DifferencesAsync(house, agency));
        }
        foreach (var (table, named) in ((string, string)[])
            [("Channels", "“网上提交”"), ("PublicationSites", "发布位置"), ("Modules", "模块"), ("Remedies", "复议机关和法院"), ("Posts", "任职"), ("FormerNames", "曾用名")])
        {
            await stored.ExecuteAsync($"""DELETE FROM "{table}" """);
            Assert.Contains(await DifferencesAsync(house, agency), message => message.Contains(named, StringComparison.Ordinal));
        }
    }

    [Fact(DisplayName = "早先的登记没有写明改成什么、非公开部分清除了的，只核对能核对的，不误报")]
    public async Task What_cannot_be_known_is_not_complained_of()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = await FillAsync(house);
        await using (var db = house.House.Open(AgencyScope.All))
        {
            foreach (var entry in await db.Ledger.ToListAsync(Cancellation)) (entry.PrivateBytes, entry.Salt) = (null, null);
            await db.SaveChangesAsync(Cancellation);
        }
        Assert.Empty(await DifferencesAsync(house, agency));
        await using var stored = await StoredRow.OpenAsync(house, agency);
        await stored.ExecuteAsync("""UPDATE "Agencies" SET "Phone" = '0000-9999999' """);
        Assert.Empty(await DifferencesAsync(house, agency));
        await stored.ExecuteAsync("""UPDATE "Channels" SET "Open" = 0 """);
        Assert.NotEmpty(await DifferencesAsync(house, agency));
    }

    private static async Task<AgencyId> FillAsync(TestHouse house)
    {
        var owner = Caller.MachineOwner("测试员");
        var agency = (await house.RegisterAgencyAsync(code: "shifan-xinming")).Id;
        var profile = new AgencyProfile(house.House, house.Recorder);
        Assert.True((await profile.ChangeAsync(owner, agency, 0, new Dictionary<ProfileField, string?>
        {
            [ProfileField.Phone] = "0000-12345678",
            [ProfileField.Fax] = "无",
            [ProfileField.Address] = "示范区学府路 2 号",
        }, Cancellation)).Value);
        Assert.True((await profile.ChangeAsync(owner, agency, 1, new Dictionary<ProfileField, string?> { [ProfileField.Address] = null }, Cancellation)).Value);
        Assert.True((await profile.RenameAsync(owner, agency, "示范区新名局", Today, Cancellation)).Value);
        Assert.True((await profile.AnnounceAsync(
            owner, agency, new(ApplicationChannel.Web, true, "https://www.shifanqu.example/shenqing", "点“个人登录”"), Cancellation)).Value);
        Assert.True((await profile.PlaceAsync(
            owner, agency, new(PublicationPlace.Elsewhere, "示范区人民政府网站", "https://www.shifanqu.example/ceshi", "冯某"), Today, Cancellation)).Value);
        Assert.True((await profile.SwitchAsync(owner, agency, AgencyModule.Oversight, false, Today, Cancellation)).Value);
        Assert.True((await profile.NameRemedyAsync(owner, agency, new(RemedyBody.Court, "示范区人民法院", null, "集中管辖"), Today, Cancellation)).Value);
        await using var staff = new Staff(house);
        var enrolled = (await new Enrolment(house.Recorder, staff.Audit).AppointAsync(owner, agency, new Enrolee("wang", "王某", PostRole.Officer), Cancellation)).Value;
        Assert.Null((await staff.Posts.EndAsync(owner, agency, enrolled.Post.Id, new DateOnly(2026, 3, 31), "调动", Cancellation)).Refusal);
        return agency;
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(TestHouse house, AgencyId agency)
    {
        var verified = (await new LedgerVerification(house.House).VerifyAsync(agency, null, deep: true, Cancellation)).Value;
        Assert.Null(verified.Break);
        return [.. verified.Discrepancies.Select(difference => difference.Message)];
    }

    private sealed record Change(string Sql, string Back, string Named);
}
