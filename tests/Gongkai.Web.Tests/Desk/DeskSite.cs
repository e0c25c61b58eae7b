using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Html.Parser;
using Gongkai.App.Approvals;
using Gongkai.App.Conversions;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.Handovers;
using Gongkai.App.Imports;
using Gongkai.App.People;
using Gongkai.App.Requests.Doors;
using Gongkai.App.Retention;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Publishing;
using Gongkai.Testing;
using Gongkai.Web.Frame;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Gongkai.Web.Tests.Desk.DeskSite))]

namespace Gongkai.Web.Tests.Desk;

/// <summary>A site with two agencies and somebody for every role: <c>officer</c> at the first, <c>officer.twin</c> at the second, and so on.</summary>
public sealed class DeskSite : IAsyncLifetime
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "Lantian-Baiyun-77";

    public const string Here = SampleData.Bureau;

    public const string Twin = SampleData.Twin;

    private readonly ConcurrentDictionary<string, string> _cookies = [];

    internal Site Site { get; private set; } = null!;

    /// <summary>The people, by login name.</summary>
    public IReadOnlyList<string> Logins { get; private set; } = [];

    /// <summary>Code of a draft of the first agency, with an attachment.</summary>
    public string DraftCode { get; private set; } = "";

    /// <summary>Number of an open request of the first agency.</summary>
    public const string RequestNumber = "公开2026-1";

    /// <summary>A post of the first agency.</summary>
    public Guid PostId { get; private set; }

    /// <summary>A handover of the first agency.</summary>
    public Guid HandoverId { get; private set; }

    /// <summary>A request of the second agency, opened to the first for a conference.</summary>
    public Guid DoorId { get; private set; }

    /// <summary>A file that goes through that door.</summary>
    public Guid DoorFileId { get; private set; }

    /// <summary>A list of old requests of the first agency, to be destroyed once it is approved.</summary>
    public Guid ListId { get; private set; }

    /// <summary>A document of the first agency that has been made a PDF.</summary>
    public Guid PdfId { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Site = await Site.StartAsync();
        await SampleData.FillAsync(Site.House);
        Logins = await FillAsync(Site);
        await OpenOfficesAsync();
        ListId = await ListAsync();
        DraftCode = (await DraftAsync("关于开展春季森林防火的通知")).Code;
        PdfId = await ConvertAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>The cookie of somebody who is signed in.</summary>
    internal async Task<string> CookieOfAsync(string login)
    {
        if (_cookies.TryGetValue(login, out var kept)) return kept;
        using var client = Site.NewClient();
        using var form = await client.GetAsync("/sign-in");
        var document = await new HtmlParser().ParseDocumentAsync(await form.Content.ReadAsStringAsync());
        var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Login"] = login,
                ["Password"] = Password,
                ["__RequestVerificationToken"] = document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            }),
        };
        request.Headers.Add("Cookie", CookiesOf(form));
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return _cookies[login] = CookiesOf(response);
    }

    /// <summary>A browser in which somebody is signed in.</summary>
    internal async Task<IBrowserContext> OpenBrowserAsync(string login, int width = 1280, string mode = "", bool withScripts = true)
    {
        var context = await Browser.OpenAsync(Site, width, withScripts);
        var cookies = (await CookieOfAsync(login)).Split("; ").Select(cookie => cookie.Split('=', 2)).Append([DisplayMode.CookieName, mode]);
        await context.AddCookiesAsync(cookies.Where(pair => pair[1].Length > 0)
            .Select(pair => new Microsoft.Playwright.Cookie { Name = pair[0], Value = pair[1], Url = Site.Address.ToString() }));
        return context;
    }

    /// <summary>Begins a draft of the first agency's officer.</summary>
    internal async Task<Draft> DraftAsync(string title)
    {
        var (agency, officer) = await OfficerAsync();
        var file = (await Site.House.House.Files.PutAsync("防火区域.txt", "示范区北山、西山"u8.ToArray(), CancellationToken.None)).Value;
        var draft = await Site.Services.GetRequiredService<Drafts>().BeginAsync(
            agency, "publication",
            new DraftContent(title, "各镇街：\n请加强野外用火管理。", "年度工作要点第三条", DisclosureAttribute.Proactive, [new DraftFile("防火区域.txt", file.Hash)]), [file],
            officer, CancellationToken.None);
        return draft.Value;
    }

    /// <summary>Submits a draft for approval.</summary>
    internal async Task SubmitAsync(Draft draft)
    {
        var (agency, officer) = await OfficerAsync();
        var submitted = await Site.Services.GetRequiredService<ApprovalDesk>().SubmitAsync(
            new DraftKey(agency, draft.Id), draft.Version, officer, [], "请审核", CancellationToken.None);
        Assert.Null(submitted.Refusal);
    }

    private async Task<(AgencyId Agency, Approver Officer)> OfficerAsync()
    {
        await using var db = Site.House.House.Open(AgencyScope.All);
        var agency = await db.Agencies.SingleAsync(row => row.Code == Here);
        var officer = await db.People.SingleAsync(row => row.UserName == "officer");
        return (agency.Id, new Approver(new PersonId(officer.Id), officer.Name, new HashSet<PostRole> { PostRole.Officer }));
    }

    // A request on each side, a door between the two, and a post that went from one hand into another.
    private async Task OpenOfficesAsync()
    {
        var services = Site.Services;
        var (owner, cancel) = (Caller.MachineOwner("测试员"), CancellationToken.None);
        var here = (await Site.House.Agencies.FindAsync(Here, AgencyScope.All, cancel)).Value.Id;
        var twin = (await Site.House.Agencies.FindAsync(SampleData.Twin, AgencyScope.All, cancel)).Value.Id;
        foreach (var (agency, number) in ((AgencyId, string)[])[(here, RequestNumber), (twin, "教2026-7")])
        {
            var table = System.Text.Encoding.UTF8.GetBytes($"类别,编号,日期,申请人类型,渠道\n收到申请,{number},2026-03-02,自然人,当面\n");
            Assert.Empty((await services.GetRequiredService<LedgerImport>().ImportAsync(agency, "申请.csv", table, new Bringer(null, agency, App.Audit.AuditEvent.CommandLine), "测试员", cancel)).Value.Problems);
        }
        await using var db = Site.House.House.Open(AgencyScope.All);
        var request = await db.Requests.SingleAsync(row => row.AgencyId == twin);
        var clerk = new Caller(new PersonId(Guid.NewGuid()), "经办人", null, [new CallerPost(twin, PostRole.Officer)]);
        var file = (await Site.House.House.Files.PutAsync("来函.txt", "示范区教育局的来函"u8.ToArray(), cancel)).Value;
        DoorId = (await services.GetRequiredService<CaseDoors>().ConferAsync(
            clerk, twin, request.Id, here, Domain.Requests.ConferencePartner.LegalOffice, "是否属于内部事务信息？", cancel, [file])).Value.Id;
        DoorFileId = (await db.CaseDoorFiles.SingleAsync(row => row.DoorId == DoorId)).Id;
        var leaver = (await services.GetRequiredService<Accounts>().CreateAsync(owner, "yijiao", "移交人", null, cancel)).Value.Person;
        var posts = services.GetRequiredService<PostRegister>();
        var post = (await posts.AppointAsync(owner, here, new PersonId(leaver.Id), PostRole.Officer, true, new DateOnly(2026, 1, 4), cancel)).Value;
        var done = await services.GetRequiredService<PostHandover>().HandOverAsync(owner, here, post.Id, new Successor("jieshou", "接手人", new DateOnly(2026, 3, 2)), cancel);
        (PostId, HandoverId) = (post.Id, done.Value.Row.Id);
    }

    // Two requests of 2012, one of them put on a list.
    private async Task<Guid> ListAsync()
    {
        var services = Site.Services;
        var (agency, officer) = await OfficerAsync();
        var table = System.Text.Encoding.UTF8.GetBytes(
            "类别,编号,日期,申请人类型,渠道,办理结果\n收到申请,公开2012-1,2012-02-24,自然人,当面,\n收到申请,公开2012-2,2012-02-27,自然人,当面,\n"
            + "办结申请,公开2012-1,2012-03-02,,,予以公开\n办结申请,公开2012-2,2012-03-05,,,予以公开\n");
        Assert.Empty((await services.GetRequiredService<LedgerImport>().ImportAsync(agency, "旧申请.csv", table, new Bringer(null, agency, App.Audit.AuditEvent.CommandLine), "测试员", CancellationToken.None)).Value.Problems);
        Assert.Null((await services.GetRequiredService<RetentionSchedule>().AdoptAsync(
            Caller.MachineOwner("测试员"), agency, new RetentionTerm(RetainedRecords.Request, 10, "示档〔2024〕3号"), CancellationToken.None)).Refusal);
        await using var db = Site.House.House.Open(AgencyScope.Of(agency));
        var lists = services.GetRequiredService<DestructionLists>();
        var due = await lists.ProposeAsync(db, agency, CancellationToken.None);
        var clerk = new Caller(officer.Person, officer.Name, null, [new CallerPost(agency, PostRole.Officer)]);
        return (await lists.PrepareAsync(clerk, agency, [due[0].Id], CancellationToken.None)).Value.List.Id;
    }

    // As the queue leaves it; what LibreOffice makes of a document is another test's matter.
    private async Task<Guid> ConvertAsync()
    {
        await using var db = Site.House.House.Open(AgencyScope.All);
        var agency = await db.Agencies.SingleAsync(row => row.Code == Here);
        var pdf = (await Site.House.House.Files.PutAsync("呈批单.pdf", "示范区的一份文件"u8.ToArray(), CancellationToken.None)).Value;
        var asked = (await Site.Services.GetRequiredService<PdfQueue>().AskAsync(agency.Id, "呈批单", "示范区的又一份文件"u8.ToArray(), CancellationToken.None)).Value;
        var done = await Site.House.Recorder.RecordAsync<bool>(agency.Id, async (acts, cancellation) =>
        {
            await acts.AttachAsync(pdf, cancellation);
            var row = await acts.Db.Conversions.SingleAsync(row => row.Id == asked.Id, cancellation);
            (row.State, row.ResultHash) = (ConversionState.Done, pdf.Hash);
            return true;
        }, CancellationToken.None);
        Assert.Null(done.Refusal);
        return asked.Id;
    }

    private static string CookiesOf(HttpResponseMessage response) =>
        string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

    private static async Task<IReadOnlyList<string>> FillAsync(Site site)
    {
        var house = site.House;
        var owner = Caller.MachineOwner("测试员");
        var accounts = site.Services.GetRequiredService<Accounts>();
        var posts = site.Services.GetRequiredService<PostRegister>();
        List<string> logins = [];
        foreach (var role in Enum.GetValues<HouseRole>()) await AddAsync(EnumCode<HouseRole>.Of(role), role);
        foreach (var (agency, suffix) in ((string, string)[])[(SampleData.Bureau, ""), (SampleData.Twin, ".twin")])
        {
            var id = (await house.Agencies.FindAsync(agency, AgencyScope.All, CancellationToken.None)).Value.Id;
            foreach (var role in Enum.GetValues<PostRole>())
            {
                var person = await AddAsync(EnumCode<PostRole>.Of(role) + suffix, null);
                var post = await posts.AppointAsync(owner, id, new PersonId(person.Id), role, false, new DateOnly(2026, 1, 4), CancellationToken.None);
                Assert.Null(post.Refusal);
            }
        }
        return logins;

        async Task<Person> AddAsync(string code, HouseRole? role)
        {
            var login = code.ToLowerInvariant();
            var made = (await accounts.CreateAsync(owner, login, $"{login}某", role, CancellationToken.None)).Value;
            var who = new SignedIn(new Caller(new PersonId(made.Person.Id), "某", role, []), Guid.Empty, login, true);
            Assert.Null((await accounts.ChangePasswordAsync(who, made.OneTimePassword, Password, CancellationToken.None)).Refusal);
            logins.Add(login);
            return made.Person;
        }
    }
}
