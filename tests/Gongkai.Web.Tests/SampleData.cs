using Gongkai.App.Data;
using Gongkai.Documents.Json;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Publishing;
using Gongkai.Testing;

namespace Gongkai.Web.Tests;

/// <summary>Plainly made-up agencies, instruments and reports, written as acts write them.</summary>
internal static class SampleData
{
    public const string Bureau = "11000000DEMO00001A";
    public const string Twin = "11000000DEMO00002B";

    /// <summary>A bureau with everything, and a second one with almost nothing.</summary>
    public static async Task FillAsync(TestHouse house)
    {
        var bureau = await AddAgencyAsync(house, Bureau, "示范区应急管理局", agency =>
        {
            agency.OfficeName = "示范区应急管理局办公室";
            agency.Address = "示范区和平路1号3楼305室";
            agency.OfficeHours = "工作日 9:00—12:00，13:30—17:00";
            agency.Phone = "0000-12345678";
            agency.InternetContact = "gongkai@example.invalid";
        });
        await AddAgencyAsync(house, Twin, "示范区教育局");
        await AddAgencyAsync(house, "11000000DEMO00003C", "示范区人民政府", agency => agency.Kind = AgencyKind.Government);
        await AddAgencyAsync(house, "11000000DEMO00004D", "和平街道办事处", agency => agency.Kind = AgencyKind.Subdistrict);
        await AddInstrumentAsync(house, bureau, "示应急〔2025〕3号", "示范区烟花爆竹经营许可办理规定", new DateOnly(2025, 6, 11));
        await AddInstrumentAsync(house, bureau, "示应急〔2025〕1号", "关于加强有限空间作业安全管理的通知", new DateOnly(2025, 2, 27), lead: false);
        await AddInstrumentAsync(house, bureau, "示应急〔2023〕8号", "示范区突发事件总体应急预案", new DateOnly(2023, 3, 5));
        await AddInstrumentAsync(house, bureau, "示应急〔2019〕2号/补", "示范区防汛物资调用办法", new DateOnly(2019, 12, 30), new DateOnly(2025, 9, 1));
        await PublishAsync(house, bureau, ReportBuilder.AReport(2023).WithRequests(31).WithSections());
        await PublishAsync(house, bureau, ReportBuilder.AReport(2024).WithRequests(52, carriedOver: 4).WithSections());
        await PublishAsync(house, bureau, Busy());
    }

    /// <summary>Registers an agency.</summary>
    public static async Task<Agency> AddAgencyAsync(TestHouse house, string code, string name, Action<Agency>? describe = null)
    {
        var agency = new Agency { Id = new AgencyId(Guid.CreateVersion7()), Code = code, Name = name, Kind = AgencyKind.Department };
        describe?.Invoke(agency);
        return (await house.Agencies.RegisterAsync(agency, new DateOnly(2026, 3, 2), "测试员", CancellationToken.None)).Value;
    }

    /// <summary>Adds an instrument.</summary>
    public static Task AddInstrumentAsync(
        TestHouse house, Agency agency, string number, string title, DateOnly issuedOn, DateOnly? repealedOn = null, bool lead = true) =>
        AddAsync(house, agency, new Instrument
        {
            Id = Guid.CreateVersion7(),
            AgencyId = agency.Id,
            Kind = InstrumentKind.NormativeDocument,
            Number = number,
            Title = title,
            IssuedOn = issuedOn,
            RepealedOn = repealedOn,
            Lead = lead,
        });

    /// <summary>Publishes a report.</summary>
    public static Task PublishAsync(TestHouse house, Agency agency, ReportBuilder builder)
    {
        var report = builder.Of(agency.Name).Build();
        return AddAsync(house, agency, new PublishedReport
        {
            Id = Guid.CreateVersion7(),
            AgencyId = agency.Id,
            Year = report.Year!.Value,
            Form = report.Form,
            Json = AnnualReportJson.Write(report),
            Provenance = """{"内部来源":"不公开"}""",
            UpTo = 1,
            HeadHash = $"sha256:{new string('a', 8)}3f9a02c1{new string('b', 48)}",
            PublishedAt = new DateTime(report.Year.Value + 1, 1, 20, 1, 30, 0, DateTimeKind.Utc),
        });
    }

    /// <summary>Adds any row of an agency in an act that changes public pages.</summary>
    public static async Task AddAsync(TestHouse house, Agency agency, object row) => Assert.False((await house.Recorder.RecordAsync<bool>(
        agency.Id,
        (acts, _) =>
        {
            acts.Db.Add(row);
            acts.ChangePublicPages();
            return Task.FromResult<Outcome<bool>>(true);
        },
        CancellationToken.None)).IsRefused);

    private static ReportBuilder Busy() => ReportBuilder.AReport(2025)
        .With("proactive.normativeDocuments.issued", 1).With("proactive.normativeDocuments.repealed", 1).With("proactive.normativeDocuments.inForce", 2)
        .With("proactive.licences", 214).With("proactive.penalties", 76)
        .WithRow("requests.received", 78, 2, 0, 0, 1, 0, 81)
        .WithRow("requests.carriedIn", 4, 0, 0, 0, 0, 0, 4)
        .WithRow("requests.granted", 41, 1, 0, 0, 0, 0, 42)
        .WithRow("requests.partlyGranted", 9, 0, 0, 0, 1, 0, 10)
        .WithRow("requests.refused.internalAffairs", 3, 0, 0, 0, 0, 0, 3)
        .WithRow("requests.refused.deliberative", 4, 0, 0, 0, 0, 0, 4)
        .WithRow("requests.unavailable.notHeld", 14, 1, 0, 0, 0, 0, 15)
        .WithRow("requests.notProcessed.petition", 2, 0, 0, 0, 0, 0, 2)
        .WithRow("requests.other.other", 3, 0, 0, 0, 0, 0, 3)
        .WithRow("requests.closed", 76, 2, 0, 0, 1, 0, 79)
        .WithRow("requests.carriedOver", 6, 0, 0, 0, 0, 0, 6)
        .WithRow("disputes.reconsideration", 1, 0, 0, 1, 2)
        .Without("proactive.feesWanYuan", CellState.NotReported)
        .WithSections(
            "2025年，我局认真贯彻《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，围绕安全生产、防灾减灾和应急救援，依法、及时、准确公开政府信息。\n"
            + "（一）主动公开。全年发布各类信息412条，其中政策文件及解读26条；修订公开指南，公布政府信息公开工作机构的地址、电话和办公时间。\n"
            + "（二）依申请公开。全年收到申请81件，上年结转4件，办结79件，结转下年度6件，均在法定期限内答复。\n"
            + "（三）监督保障。全年组织培训2次，未发生因信息公开工作被追究责任的情形。",
            "2025年，我局未收取信息处理费。没有其他需要报告的事项。");
}
