namespace Gongkai.Web.Tests.Commands;

/// <summary>Renaming, merging and closing at the command line: looked through first, then all or nothing.</summary>
public sealed class AgencyMergeTests
{
    [Fact(DisplayName = "更名、核对、撤并：--check 什么也不改；撤并后台账校验通过，不能再并一次")]
    public async Task A_bureau_is_merged_at_the_command_line()
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-merge-");
        var data = Path.Combine(folder.FullName, "house");
        try
        {
            foreach (var (code, name) in ((string, string)[])[("shifan-jiu", "示范区旧局"), ("shifan-xin", "示范区新局")])
                await GoodAsync("agency", "add", "--code", code, "--name", name);
            Assert.Contains("没有改动任何数据", (await GoodAsync("agency", "rename", "--code", "shifan-xin", "--name", "示范区接局", "--check")).Output, StringComparison.Ordinal);
            Assert.Contains("已更名", (await GoodAsync("agency", "rename", "--code", "shifan-xin", "--name", "示范区接局")).Output, StringComparison.Ordinal);
            string[] merge = ["agency", "merge", "--from", "shifan-jiu", "--into", "shifan-xin", "--new-successor", "--on", "2026-01-01"];
            Assert.Contains("可以办理。没有改动任何数据。", (await GoodAsync([.. merge, "--check"])).Output, StringComparison.Ordinal);
            Assert.Contains("已办理，自 2026-01-01 起", (await GoodAsync(merge)).Output, StringComparison.Ordinal);
            var again = await CommandRun.Of([.. merge, "--data", data]);
            Assert.Equal(1, again.ExitCode);
            Assert.Contains("已于 2025-12-31 撤并", again.Errors, StringComparison.Ordinal);
            var close = await CommandRun.Of("agency", "close", "--from", "shifan-jiu", "--on", "2026-01-01", "--check", "--data", data);
            Assert.Equal(1, close.ExitCode);

            Assert.Equal(64, (await CommandRun.Of("agency", "merge", "--from", "shifan-jiu", "--on", "2026-01-01", "--data", data)).ExitCode);
            await GoodAsync("ledger", "verify", "--deep");
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        async Task<CommandRun> GoodAsync(params string[] arguments)
        {
            var run = await CommandRun.Of([.. arguments, "--data", data]);
            Assert.True(run.ExitCode == 0, run.Errors);
            return run;
        }
    }
}
