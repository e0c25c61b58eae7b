using System.Text;

namespace Gongkai.Web.Tests.Commands;

/// <summary>A district by one table at the command line.</summary>
public sealed class AgencyImportTests
{
    [Fact(DisplayName = "模板导入、导出、再导入；口令只写进只有本人能读的新文件")]
    public async Task A_district_is_set_up_by_one_table()
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-agency-");
        string At(string name) => Path.Combine(folder.FullName, name);
        var (data, table, passwords) = (At("house"), At("机关.xlsx"), At("口令.txt"));
        try
        {
            Assert.Equal(0, (await CommandRun.Of("agency", "template", "--format", "xlsx", "-o", table)).ExitCode);
            var first = await CommandRun.Of("agency", "import", table, "--data", data, "--passwords", passwords);
            Assert.True(first.ExitCode == 0, first.Errors);
            var line = Assert.Single(await File.ReadAllLinesAsync(passwords, TestContext.Current.CancellationToken)).Split('\t');
            Assert.Equal("qian", line[0]);
            Assert.DoesNotContain(line[2], first.Output, StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(passwords));

            var taken = await CommandRun.Of("agency", "import", table, "--data", data, "--passwords", passwords);
            Assert.Contains("已经存在", taken.Errors, StringComparison.Ordinal);
            var exported = await CommandRun.Of("agency", "export", "--data", data, "-o", At("导出.csv"));
            Assert.True(exported.ExitCode == 0, exported.Errors);
            var again = await CommandRun.Of("agency", "import", At("导出.csv"), "--data", data);
            Assert.Contains("0 行有变更，4 行与现有内容相同", again.Output, StringComparison.Ordinal);

            await File.WriteAllTextAsync(At("坏.csv"), "行类,机关代码,机关名称\n机关,shifan-jia,甲局\n机关,丙,丙局\n", Encoding.UTF8, TestContext.Current.CancellationToken);
            var bad = await CommandRun.Of("agency", "import", At("坏.csv"), "--data", data, "--passwords", At("无用.txt"));
            Assert.NotEqual(0, bad.ExitCode);
            Assert.Contains("第 3 行", bad.Errors, StringComparison.Ordinal);
            Assert.False(File.Exists(At("无用.txt")));
            Assert.DoesNotContain("shifan-jia", (await CommandRun.Of("agency", "list", "--data", data)).Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
