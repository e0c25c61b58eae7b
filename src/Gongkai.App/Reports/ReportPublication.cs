using System.Security.Cryptography;
using System.Text;
using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.Documents.Json;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Reports;

/// <summary>Publishes annual reports (公布年报). A published report keeps its numbers; later acts never change them.</summary>
/// <param name="recorder">The house's recorder.</param>
public sealed class ReportPublication(ActRecorder recorder)
{
    /// <summary>Compiles and publishes an agency's report, where nothing stands against it.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="year">The year reported on.</param>
    /// <param name="sections">The officer's words.</param>
    /// <param name="who">Who publishes.</param>
    /// <param name="cancellation">Gives up; nothing is published then.</param>
    [Law("条例", 49)]
    public Task<Outcome<PublishedReport>> PublishAsync(
        Agency agency, int year, IReadOnlyList<ReportSection> sections, string who, CancellationToken cancellation) =>
        recorder.RecordAsync<PublishedReport>(agency.Id, async (acts, cancellation) =>
        {
            if (await acts.Db.Reports.AnyAsync(report => report.AgencyId == agency.Id && report.Year == year, cancellation))
                return new Refusal("report.published-before", $"{year} 年度报告已经公布。已公布的年报不变；要改数字，请办理年报更正。");
            if (year >= ChinaTime.DayOf(acts.Now).Year)
                return new Refusal("report.year-not-over", $"{year} 年还没有结束，只能汇总草稿，不能公布年报。");
            if (await acts.Db.Agencies.AnyAsync(row => row.Id == agency.Id && row.SuccessorId != null && !row.FilesBrokenYear
                && row.ClosedOn != null && (row.ClosedOn.Value.Year < year || row.ClosedOn.Value.Year == year && row.ClosedOn < new DateOnly(year, 12, 31)), cancellation))
                return new Refusal("report.successor-files", $"{agency.Name}在 {year} 年撤并，当年的情况由承接机关合并编制一份年度报告，不单独公布。");
            var head = await acts.Db.ReadHeadAsync(agency.Id, cancellation);
            var compiled = await ReportCompiler.CompileAsync(recorder.House, acts.Db, agency, year, head.Sequence, "2021", sections, cancellation);
            if (compiled.IsRefused) return compiled.Refusal;
            if (Obstacle(compiled.Value) is { } obstacle) return obstacle;
            var row = Row(agency, compiled.Value, year, head, acts.Now);
            acts.Db.Reports.Add(row);
            acts.Record(agency.Id, new ReportPublished(year, row.Form, head.Sequence, head.Hash, Hash(row.Json)), new SubjectId(row.Id),
                ChinaTime.DayOf(acts.Now), new PrivatePart(who));
            acts.ChangePublicPages();
            return row;
        }, cancellation);

    private static Refusal? Obstacle(CompiledReport report)
    {
        var missing = report.Missing.ToList();
        if (missing.Count > 0)
        {
            return new Refusal("report.cells-missing",
                $"还有 {missing.Count} 个格子没有数（未报或未建账），不能公布。第一个是：{report.Form.LabelOf(missing[0])}。请补登记，或由负责科室报数。");
        }
        return report.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error) is { } error
            ? new Refusal("report.has-errors", $"年报有错误，不能公布：{error.Message}")
            : null;
    }

    private static PublishedReport Row(Agency agency, CompiledReport report, int year, ChainHead head, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        AgencyId = agency.Id,
        Year = year,
        Form = report.Form.Code,
        Json = AnnualReportJson.Write(report.Report),
        Provenance = ReportProvenance.Write(report.Folded),
        UpTo = head.Sequence,
        HeadHash = head.Hash,
        PublishedAt = now,
    };

    private static string Hash(string json) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))}";
}
