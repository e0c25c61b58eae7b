using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Parser;
using Gongkai.Testing;

namespace Gongkai.Web.Tests;

/// <summary>The built program, started as a user starts it: from another folder, and whatever the environment says.</summary>
public sealed class BuiltProgramTests
{
    [Theory(DisplayName = "从别的文件夹启动：页面点名的每个文件都有内容，出错也不露内部信息")]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Every_asset_answers_with_bytes(string environment)
    {
        using var program = Start(environment, "http://localhost:0");
        try
        {
            var line = await program.StandardOutput.ReadLineAsync();
            Assert.StartsWith("请用浏览器打开 http://localhost:", line, StringComparison.Ordinal);
            using var client = new HttpClient { BaseAddress = new Uri(line!.Split(' ')[1]) };

            foreach (var path in (string[])["/", "/instruments"])
            {
                var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(path));
                var assets = page.QuerySelectorAll("link[href], script[src], img[src]").Select(asset => asset.GetAttribute("href") ?? asset.GetAttribute("src")!).ToList();
                Assert.NotEmpty(assets);
                foreach (var asset in assets) Assert.NotEmpty(await client.GetByteArrayAsync(asset));
            }
            Assert.DoesNotContain("Exception", await (await client.GetAsync("/nothing")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }

    [Fact(DisplayName = "端口被占：一句话说明怎么换，不是内部信息")]
    public async Task A_port_in_use_is_told_in_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var program = Start("Production", $"http://localhost:{port}");
        var errors = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.Equal(64, program.ExitCode);
        Assert.Equal($"http://localhost:{port} 已被另一个程序占用（也许是已经打开的公开系统）。请先停止它，或换一个端口，例如 --urls http://localhost:{port + 1}。", errors.Trim());
    }

    [Fact(DisplayName = "不加密地对外：不写 --insecure-lan 就拒绝，一句话说明怎么办；子路径写在打开的网址里")]
    public async Task Plain_http_beyond_this_machine_is_said()
    {
        using var refused = Start("Production", "http://*:0");
        var errors = await refused.StandardError.ReadToEndAsync();
        await refused.WaitForExitAsync();
        Assert.Equal(64, refused.ExitCode);
        Assert.Contains("--trusted-proxy", Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);

        using var plain = Start("Production", "http://127.0.0.1:0", "--base-path", "/xxgk");
        try
        {
            Assert.Matches("^请用浏览器打开 http://127\\.0\\.0\\.1:[0-9]+/xxgk/$", await plain.StandardOutput.ReadLineAsync());
        }
        finally
        {
            plain.Kill();
            await plain.WaitForExitAsync();
        }
    }

    [Fact(DisplayName = "PostgreSQL：连接串写在环境变量里，serve 就在那里建立；命令行里没有口令")]
    public async Task On_postgres_by_the_environment()
    {
        Assert.SkipUnless(PrivatePostgres.IsAvailable, "没有安装 PostgreSQL");
        var database = await PrivatePostgres.CreateDatabaseAsync();
        using var program = Start("Production", "http://localhost:0", database);
        try
        {
            var line = await program.StandardOutput.ReadLineAsync();
            Assert.StartsWith("请用浏览器打开 http://localhost:", line, StringComparison.Ordinal);
            using var client = new HttpClient { BaseAddress = new Uri(line!.Split(' ')[1]) };
            Assert.Equal("可以访问\n", await client.GetStringAsync("/health/ready"));
            Assert.DoesNotContain(database, program.StartInfo.ArgumentList);
            // The first start made its administrator there, and nothing in the folder.
            Assert.Contains("已建立第一个账号", await program.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
            Assert.False(File.Exists(Path.Combine(program.StartInfo.WorkingDirectory, "house", "gongkai.db")));
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
            await PrivatePostgres.DropDatabaseAsync(database);
        }
    }

    private static Process Start(string environment, string url, params string[] more) => Start(environment, url, null, more);

    private static Process Start(string environment, string url, string? database, string[]? more = null)
    {
        var folder = TestHouse.NewFolder();
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo(Program, ["serve", "--data", "house", "--urls", url, .. more ?? []])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = "http://0.0.0.0:1";
        if (database is not null) start.Environment["GONGKAI_DB"] = database;
        return Process.Start(start)!;
    }

    // Beside this test's own output: src/Gongkai/bin/<configuration>/<framework>/gongkai.
    private static string Program
    {
        get
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory);
            var root = here;
            while (!File.Exists(Path.Combine(root.FullName, "Gongkai.slnx"))) root = root.Parent!;
            return Path.Combine(root.FullName, "src", "Gongkai", "bin", here.Parent!.Name, here.Name, OperatingSystem.IsWindows() ? "gongkai.exe" : "gongkai");
        }
    }
}
