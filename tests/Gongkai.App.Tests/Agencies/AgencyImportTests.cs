using System.Text;
using Gongkai.App.Agencies.Imports;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.Imports;
using Gongkai.App.Ledger;
using Gongkai.App.People;
using Gongkai.App.Tests.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Agencies;

/// <summary>A district set up by one table: all of it or nothing, and as often as one likes.</summary>
public sealed class AgencyImportTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Caller Owner = Caller.MachineOwner("测试员");

    [Theory(DisplayName = "模板照样导入：区划、机关、人员一次建齐；再导一次，什么也不变"), BothDatabases]
    public async Task The_template_sets_up_a_district_once(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);

        var first = (await ImportAsync(house, AgencyTemplate.Workbook())).Value;
        Assert.Empty(first.Problems);
        Assert.Equal((4, 0), (first.Changed, first.Same));
        Assert.Equal("qian", Assert.Single(first.Accounts).Person.UserName);
        var heads = await HeadsAsync(house);
        var again = (await ImportAsync(house, AgencyTemplate.Csv())).Value;
        Assert.Equal((0, 4), (again.Changed, again.Same));
        Assert.Empty(again.Accounts);
        Assert.Equal(heads, await HeadsAsync(house));

        await using var db = house.House.Open(AgencyScope.All);
        var bureau = await db.Agencies.SingleAsync(row => row.Code == "shifan-shuiwu", None);
        Assert.True(bureau.Fax!.IsNone);
        Assert.Null(bureau.PostalAddress);
        Assert.Equal("shifan-zhengfu", (await db.Agencies.SingleAsync(row => row.Id == bureau.AuthorityId, None)).Code);
        Assert.Equal(new DateOnly(2026, 1, 4), (await db.Posts.SingleAsync(None)).StartsOn);
        foreach (var agency in await db.Agencies.Select(row => row.Id).ToListAsync(None))
        {
            var verified = (await new LedgerVerification(house.House).VerifyAsync(agency, null, true, None)).Value;
            Assert.True(verified.IsWhole);
        }
    }

    [Theory(DisplayName = "导出的表能原样导入另一处，再导出来一字不差"), BothDatabases]
    public async Task An_export_is_an_import(DatabaseEngine engine)
    {
        await using var here = await TestHouse.CreateAsync(engine);
        await using var there = await TestHouse.CreateAsync(engine);
        await ImportAsync(here, AgencyTemplate.Csv());
        var exported = await new AgencyExport(here.House).CsvAsync(None);

        Assert.Empty((await ImportAsync(there, exported)).Value.Problems);

        Assert.Equal(exported, await new AgencyExport(there.House).CsvAsync(None));
        Assert.DoesNotContain("口令", Encoding.UTF8.GetString(exported), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "有一行不对，一行也不进；每一行都说明行号和原因")]
    public async Task One_bad_line_keeps_all_out()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var result = (await ImportAsync(house, """
            行类,机关代码,机关名称,上级机关代码,统一社会信用代码,行政区划代码,区划名称,邮寄·开通,网上提交·开通,栏目网址,发布位置,姓名,用户名,岗位,起始日
            区划,,,,,33010,示范区,,,,,,,,
            机关,shifan-jia,甲局,shifan-yi,11990100MB0000001X,110199,,,,,,,,,
            机关,shifan-jia,甲局,,,,,关闭,,,,,,,
            机关,丙,丙局,,,,,,,,,,,,
            机关,shifan-ding,丁局,,,,,,开通,,,,,,
            机关,shifan-wu,戊局,,,,,,,http://x,其他网站,,,,
            人员,shifan-jia,,,,,,,,,,王某,wang,局长,
            人员,shifan-jia,,,,,,,,,,王某,wang,承办人,三月
            领导,,,,,,,,,,,,,,
            """)).Value;

        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 9, 10], result.Problems.Select(problem => problem.Line).Distinct());
        foreach (var (line, reason) in ((int, string)[])
            [(2, "6 位数字"), (3, "校验位"), (4, "不能关闭"), (5, "机关代码只能用"), (6, "从哪里提交"), (7, "网站的名称"), (8, "没有“局长”"), (9, "“三月”"), (10, "行类")])
            Assert.Contains(result.Problems, problem => problem.Line == line && problem.Message.Contains(reason, StringComparison.Ordinal));
        await using var db = house.House.Open(AgencyScope.All);
        Assert.False(await db.Agencies.AnyAsync(None) || await db.People.AnyAsync(None) || await db.Regions.AnyAsync(None));
    }

    [Theory(DisplayName = "再次导入不同的内容是变更：更名留下曾用名，改了 B 角的任职先止后起"), BothDatabases]
    public async Task A_different_line_is_an_act(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await ImportAsync(house, AgencyTemplate.Csv());
        var changed = (await ImportAsync(house, """
            行类,机关代码,机关名称,姓名,用户名,岗位,B 角,起始日
            机关,shifan-shuiwu,示范区水利局,,,,,
            人员,shifan-shuiwu,,钱某,qian,承办人,是,2026-03-02
            """)).Value;

        Assert.Equal(2, changed.Changed);
        await using var db = house.House.Open(AgencyScope.All);
        Assert.Equal("示范区水务局", (await db.FormerNames.SingleAsync(None)).Name);
        var posts = await db.Posts.OrderBy(post => post.StartsOn).ToListAsync(None);
        Assert.Equal([new DateOnly(2026, 3, 1), null], posts.Select(post => post.EndsOn));
        Assert.Equal([false, true], posts.Select(post => post.Substitute));
    }

    [Theory(DisplayName = "有了安全管理员：系统管理员导入机关、人员和岗位，账号不能登录；安全管理员启用后才能；已启用的账号系统管理员动不了"), BothDatabases]
    public async Task One_founds_and_another_lets_people_in(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var staff = new Staff(house);
        var (system, security) = (await EnterAsync("system", HouseRole.SystemAdministrator), await EnterAsync("security", HouseRole.SecurityAdministrator));
        system = system with { ActsForSecurity = false };

        var imported = (await ImportAsync(house, AgencyTemplate.Csv(), system)).Value;

        Assert.Empty(imported.Problems);
        Assert.Empty(imported.Accounts);
        var qian = Assert.Single(imported.Waiting);
        Assert.Equal("sign-in.wrong", (await staff.SignIn.WithPasswordAsync("qian", "", Staff.Office, None)).Refusal?.Code);
        Assert.Equal((0, 4), ((await ImportAsync(house, AgencyTemplate.Csv(), system)).Value is var again ? (again.Changed, again.Same) : default));
        Assert.Equal("right.missing", (await staff.Accounts.ResetAsync(system, "qian", None)).Refusal?.Code);

        var activated = (await staff.Accounts.ResetAsync(security, "qian", None)).Value;
        Assert.Equal(qian.Id, activated.Person.Id);
        var (_, who) = await staff.EnterAsync("qian", activated.OneTimePassword);
        Assert.Equal([PostRole.Officer], who.Caller.Posts.Select(post => post.Role));

        foreach (var line in (string[])["人员,shifan-shuiwu,钱某,qian,主要负责人,", "人员,shifan-shuiwu,钱某,qian,承办人,qian2@example.gov.cn"])
        {
            var refused = (await ImportAsync(house, Encoding.UTF8.GetBytes($"行类,机关代码,姓名,用户名,岗位,本人邮箱\n{line}\n"), system)).Value;
            Assert.Contains("由安全管理员在“人员”里办理", Assert.Single(refused.Problems).Message, StringComparison.Ordinal);
        }

        async Task<Caller> EnterAsync(string login, HouseRole role) => (await staff.EnterAsync(login, (await staff.AddAsync(login, role)).OneTimePassword)).Who.Caller;
    }

    [Fact(DisplayName = "表里的本人电话和邮箱加密保存，导出不带出来；写错的说明是哪一行")]
    public async Task Contacts_come_in_sealed_and_do_not_go_out()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await ImportAsync(house, AgencyTemplate.Csv());
        var changed = (await ImportAsync(house, "行类,机关代码,姓名,用户名,岗位,本人电话,本人邮箱\n人员,shifan-shuiwu,钱某,qian,承办人,13812345678,\n")).Value;
        Assert.Equal((1, 0), (changed.Changed, changed.Same));
        var wrong = (await ImportAsync(house, "行类,机关代码,姓名,用户名,岗位,本人电话\n人员,shifan-shuiwu,钱某,qian,承办人,1381234\n")).Value;
        Assert.Equal(2, Assert.Single(wrong.Problems).Line);

        await using var db = house.House.Open(AgencyScope.All);
        var qian = await db.People.SingleAsync(None);
        Assert.Equal(("138****5678", "q***@example.gov.cn"), (qian.ContactPhone!.Mask, qian.ContactEmail!.Mask));
        var exported = Encoding.UTF8.GetString(await new AgencyExport(house.House).CsvAsync(None));
        Assert.DoesNotContain("5678", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("qian@", exported, StringComparison.Ordinal);
    }

    [Theory(DisplayName = "标有密级的表：机关导入、台账导入都在读之前拦下，一个字节不存，审计日志有记录"), BothDatabases]
    public async Task A_marked_table_is_stopped_before_it_is_read(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        var marked = Encoding.UTF8.GetBytes("机密★10年\n行类,机关代码,机关名称\n机关,shifan-jia,独有字样甲乙丙\n");
        var bringer = new Bringer(null, agency.Id, AuditEvent.CommandLine);
        var ledger = new LedgerImport(house.House, house.Recorder, house.Intake);

        Assert.Equal("secret.marked/star", (await ImportAsync(house, marked)).Refusal?.Code);
        Assert.Equal("secret.marked/star", (await ledger.ImportAsync(agency.Id, "台账.csv", marked, bringer, "测试员", None)).Refusal?.Code);
        Assert.Equal("secret.marked/star", (await ledger.CheckAsync(agency.Id, "台账.csv", marked, bringer, None)).Refusal?.Code);

        await using var db = house.House.Open(AgencyScope.All);
        Assert.Equal([AuditKind.MarkedSecretStopped, AuditKind.MarkedSecretStopped, AuditKind.MarkedSecretStopped], await db.Audit.Select(row => row.Kind).ToListAsync(None));
        Assert.Equal(0, await db.Files.CountAsync(None));
        Assert.DoesNotContain(Directory.EnumerateFiles(house.House.Address.FilesFolder, "*", SearchOption.AllDirectories), file => Path.GetFileName(file).Length == 64);
    }

    [Fact(DisplayName = "用户名是别人的、表头不认识、没有权限，都不导入")]
    public async Task What_does_not_fit_is_refused()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await ImportAsync(house, AgencyTemplate.Csv());
        var other = (await ImportAsync(house, "行类,机关代码,姓名,用户名,岗位\n人员,shifan-shuiwu,李某,qian,核稿人\n")).Value;
        Assert.Contains("钱某", Assert.Single(other.Problems).Message, StringComparison.Ordinal);
        Assert.Equal("agency-import.columns", (await ImportAsync(house, "行类,机关代号\n机关,x\n")).Refusal!.Code);
        var nobody = new Caller(new PersonId(Guid.NewGuid()), "王某", null, []);
        Assert.Equal("right.missing", (await new AgencyImport(house.House, house.Recorder, house.Intake).ImportAsync(nobody, "机关.csv", AgencyTemplate.Csv(), None)).Refusal!.Code);
    }

    private static Task<Outcome<AgencyImportResult>> ImportAsync(TestHouse house, string csv) => ImportAsync(house, Encoding.UTF8.GetBytes(csv));

    private static Task<Outcome<AgencyImportResult>> ImportAsync(TestHouse house, byte[] bytes, Caller? caller = null) =>
        new AgencyImport(house.House, house.Recorder, house.Intake).ImportAsync(caller ?? Owner, "机关.csv", bytes, None);

    private static async Task<IReadOnlyList<string>> HeadsAsync(TestHouse house)
    {
        await using var db = house.House.Open(AgencyScope.All);
        return await db.ChainHeads.OrderBy(head => head.AgencyId).Select(head => head.Hash).ToListAsync(None);
    }
}
