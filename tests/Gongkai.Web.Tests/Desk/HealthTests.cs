using Gongkai.App.Data;
using Gongkai.App.Jobs;
using Gongkai.Domain;
using Gongkai.Testing;

namespace Gongkai.Web.Tests.Desk;

/// <summary>运行状况：one line for whoever watches the machine, without internals; on the desk for the system administrator alone.</summary>
public sealed class HealthTests(DeskSite desk)
{
    [Fact(DisplayName = "后台任务没有做成：/health/ready 多一行、不说原因，系统管理员的待办里写着，别人的没有")]
    public async Task Failing_work_is_said()
    {
        Assert.Equal("可以访问\n", await desk.Site.Client.GetStringAsync("/health/ready"));
        var (_, before) = await (await Visitor.OfAsync(desk, "systemadministrator")).OpenAsync("/desk");
        Assert.DoesNotContain("后台任务没有做成", before.Body!.TextContent, StringComparison.Ordinal);

        await using var db = desk.Site.House.House.Open(AgencyScope.None);
        var run = new JobRun
        {
            Id = Guid.CreateVersion7(),
            Job = EnumCode<JobKind>.Of(JobKind.Verification),
            Node = "甲",
            StartedAt = Instant.Now(desk.Site.House.Clock),
            EndedAt = Instant.Now(desk.Site.House.Clock),
            Failed = 1,
            Message = "示范区应急管理局：第 2 条被改动",
        };
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        using var answer = await desk.Site.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Equal("可以访问；后台任务没有做成：校验台账和审计日志\n", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var (_, keeper) = await (await Visitor.OfAsync(desk, "systemadministrator")).OpenAsync("/desk");
        Assert.Contains("后台任务没有做成：校验台账和审计日志", keeper.QuerySelector(".note.stop")!.TextContent, StringComparison.Ordinal);
        var (_, officer) = await (await Visitor.OfAsync(desk, "officer")).OpenAsync("/desk");
        Assert.DoesNotContain("后台任务没有做成", officer.Body!.TextContent, StringComparison.Ordinal);
        db.JobRuns.Remove(run);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
