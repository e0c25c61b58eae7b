namespace Gongkai.Web.Tests.Commands;

/// <summary><c>gongkai keys</c>, <c>gongkai purge</c> and <c>gongkai audit</c> at their front door: what the first two do, the third tells.</summary>
public sealed class AuditKeysAndPurgeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-audit-").FullName;

    [Fact(DisplayName = "轮换密钥、清除、导出都留下记录；密钥从不显示；被改动的审计日志，校验时说出第几条")]
    public async Task What_is_done_by_command_is_told()
    {
        await RunAsync("agency", "add", "--code", "demo-jia", "--name", "示范区甲局");
        await RunAsync("keys", "rotate");
        var shown = await RunAsync("keys", "show");
        Assert.Equal(3, shown.Lines.Length);
        Assert.Contains("加密密钥第 2 把", shown.Output, StringComparison.Ordinal);
        var ring = await File.ReadAllTextAsync(Path.Combine(_folder, "keys", "ring.json"), TestContext.Current.CancellationToken);
        foreach (var key in System.Text.RegularExpressions.Regex.Matches(ring, "\"key\": \"([^\"]+)\"").Select(match => match.Groups[1].Value))
            Assert.DoesNotContain(key, shown.Output, StringComparison.Ordinal);

        string[] purge = ["purge", "--agency", "demo-jia", "--entry", "1", "--first", "张某", "--reason", "误录", "--paper", "3号"];
        var alone = await RunAsync(1, [.. purge, "--second", "张某"]);
        Assert.Contains("两个不同的人", alone.Errors, StringComparison.Ordinal);
        Assert.Contains("备份", (await RunAsync([.. purge, "--second", "李某"])).Output, StringComparison.Ordinal);
        Assert.Contains("台账完整", (await RunAsync("ledger", "verify", "--deep")).Output, StringComparison.Ordinal);
        await RunAsync("audit", "export", "--format", "csv", "-o", Path.Combine(_folder, "审计.csv"));

        var listed = await RunAsync("audit", "list");
        Assert.Equal(["导出", "清除误入内容", "轮换密钥"], listed.Lines.Select(line => line.Split('\t')[1]));
        Assert.Contains("审计日志完整，共 3 条", (await RunAsync("audit", "verify")).Output, StringComparison.Ordinal);
        Assert.Contains("没有超过保存期的记录", (await RunAsync("audit", "archive", "--to", Path.Combine(_folder, "归档"))).Output, StringComparison.Ordinal);
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, "gongkai.db")};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = """UPDATE "Audit" SET "Message" = '无事' WHERE "Sequence" = 2""";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        Assert.Contains("第 2 条", (await RunAsync(1, "audit", "verify")).Output, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "密钥丢了，命令说明白，不新建；台账照样校验，什么也不登记")]
    public async Task Lost_keys_are_told()
    {
        await RunAsync("agency", "add", "--code", "demo-jia", "--name", "示范区甲局");
        await RunAsync("keys", "show");
        File.Delete(Path.Combine(_folder, "keys", "ring.json"));
        Assert.Contains("没有密钥", (await RunAsync(2, "keys", "show")).Errors, StringComparison.Ordinal);
        var verified = await RunAsync("ledger", "verify", "--deep");
        Assert.Contains("台账完整，共 1 条", verified.Output, StringComparison.Ordinal);
        Assert.Contains("1 条的非公开部分打不开", verified.Output, StringComparison.Ordinal);
        Assert.Contains("没有密钥", (await RunAsync(1, "agency", "add", "--code", "demo-yi", "--name", "示范区乙局")).Errors, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "命令行导入的日历和台账标有密级，拦下并记入审计日志")]
    public async Task A_marked_file_is_stopped_at_the_command_line()
    {
        await RunAsync("agency", "add", "--code", "demo-jia", "--name", "示范区甲局");
        var marked = Path.Combine(_folder, "放假.json");
        await File.WriteAllTextAsync(marked, "{ \"year\": 2027, \"notice\": \"机密★10年\" }\n机密★10年\n", TestContext.Current.CancellationToken);
        Assert.Contains("立即断开", (await RunAsync(2, "calendar", "import", marked)).Errors, StringComparison.Ordinal);
        Assert.Contains("立即断开", (await RunAsync(2, "ledger", "import", marked, "--agency", "demo-jia")).Errors, StringComparison.Ordinal);
        Assert.Contains("立即断开", (await RunAsync(2, "agency", "import", marked)).Errors, StringComparison.Ordinal);
        Assert.Equal(3, (await RunAsync("audit", "list")).Lines.Count(line => line.Contains("拦下密级标志", StringComparison.Ordinal)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<CommandRun> RunAsync(params string[] arguments) => RunAsync(0, arguments);

    private async Task<CommandRun> RunAsync(int exitCode, params string[] arguments)
    {
        var run = await CommandRun.Of([.. arguments, "--data", _folder]);
        Assert.True(run.ExitCode == exitCode, $"{string.Join(' ', arguments)}: {run.ExitCode} {run.Errors}");
        return run;
    }
}
