using System.CommandLine;
using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Demo;
using Gongkai.App.Houses;
using Gongkai.App.Outbox;
using Gongkai.App.People;
using Gongkai.App.Personal;
using Gongkai.Hosting;

namespace Gongkai.Commands;

/// <summary><c>gongkai serve</c>: opens a house, or founds one, and puts it on the web of this machine.</summary>
internal static class ServeCommand
{
    private const string DefaultFolder = "./gongkai-data/house";

    private const string Description = $"""
        打开一个单位的数据并在本机提供网页；文件夹还不存在时先建立。

        例子：
          gongkai serve
          gongkai serve --data D:\公开数据 --urls http://localhost:8080

        不写 --data 时用 {DefaultFolder}；不写 --urls 时用 {LoopbackAddress.Default}。按 Ctrl+C 停止。
        """;

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "数据文件夹", HelpName = "文件夹", DefaultValueFactory = _ => DefaultFolder };
        var urls = new Option<string>("--urls") { Description = "网页地址，只能在本机", HelpName = "地址", DefaultValueFactory = _ => LoopbackAddress.Default };
        var command = new Command("serve", Description) { data, urls };
        command.SetAction((parsed, cancellation) =>
            RunAsync(new HouseAddress(parsed.GetValue(data)!), HouseKind.Real, parsed.GetValue(urls)!, cancellation));
        return command;
    }

    /// <summary>Serves until it is interrupted.</summary>
    /// <param name="folder">Where the house is.</param>
    /// <param name="kind">What it is, or is founded as.</param>
    /// <param name="url">Where the pages are to be.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<int> RunAsync(HouseAddress folder, HouseKind kind, string url, CancellationToken cancellation)
    {
        var address = LoopbackAddress.Parse(url);
        if (address.IsRefused) return await Answer.RefuseAsync(address.Refusal.Message, ExitCode.Usage);
        var opened = await HouseOpening.OpenOrFoundAsync(folder, kind, TimeProvider.System, cancellation);
        if (opened.IsRefused) return await Answer.RefuseAsync(opened.Refusal.Message, ExitCode.Unreadable);

        using var house = opened.Value;
        var ring = await KeyRing.OpenAsync(house, cancellation);
        if (ring.IsRefused) return await Answer.RefuseAsync(ring.Refusal, ExitCode.Unreadable);
        var outbox = OutboxSettingsFile.Read(folder.Folder);
        if (outbox.IsRefused) return await Answer.RefuseAsync(outbox.Refusal, ExitCode.Unreadable);
        await using var app = WebHost.Build(house, ring.Value, address.Value, services => services.AddJobClock(house), outbox.Value);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException busy) when (busy.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return await Answer.RefuseAsync(
                $"{url} 已被另一个程序占用（也许是已经打开的公开系统）。请先停止它，或换一个端口，例如 --urls http://localhost:{address.Value.Port + 1}。", ExitCode.Usage);
        }
        var site = WebHost.AddressOf(app, address.Value);
        Console.WriteLine($"请用浏览器打开 {site}");
        await TellAccountsAsync(house, new Uri(site, "sign-in"), cancellation);
        Console.WriteLine($"数据在 {Path.GetFullPath(folder.Folder)}。按 Ctrl+C 停止。");
        await WaitAsync(cancellation);
        await app.StopAsync(CancellationToken.None);
        return ExitCode.Done;
    }

    private static async Task TellAccountsAsync(House house, Uri signIn, CancellationToken cancellation)
    {
        if (house.IsDemo)
        {
            var people = await DemoPeople.RenewPasswordsAsync(house, cancellation);
            if (people.Count == 0) return;
            Console.WriteLine($"演示账号（在 {signIn} 登录，首次登录改口令；没改过的每次启动换新）：");
            foreach (var account in people) Console.WriteLine($"  {account.Person.UserName,-10}{account.OneTimePassword}  {account.Person.Name}");
            return;
        }
        await using var audit = new AuditLog(house);
        var first = await new Accounts(house, new ActRecorder(house), audit, AccountRules.BuiltIn).CreateFirstAsync(cancellation);
        if (first is { IsRefused: false, Value: { } admin })
            Console.WriteLine($"已建立第一个账号，请在 {signIn} 登录并改口令。只显示这一次：\n  用户名 {admin.Person.UserName}  一次性口令 {admin.OneTimePassword}");
    }

    private static Task WaitAsync(CancellationToken cancellation)
    {
        var stopped = new TaskCompletionSource();
        cancellation.Register(stopped.SetResult);
        return stopped.Task;
    }
}
