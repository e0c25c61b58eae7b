using System.CommandLine;
using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Demo;
using Gongkai.App.Houses;
using Gongkai.App.Outbox;
using Gongkai.App.People;
using Gongkai.App.Personal;
using Gongkai.Commands.Houses;
using Gongkai.Domain;
using Gongkai.Hosting;

namespace Gongkai.Commands;

/// <summary><c>gongkai serve</c>: opens a house, or founds one, and puts it on the web.</summary>
internal static class ServeCommand
{
    private const string Description = $"""
        打开一个单位的数据并提供网页；文件夹还不存在时先建立。

        例子：
          gongkai serve
          gongkai serve --data D:\公开数据 --urls http://localhost:8080
          gongkai serve --urls https://*:443 --cert 证书.pfx
          gongkai serve --trusted-proxy 127.0.0.1 --base-path /xxgk
          gongkai serve --data /srv/gongkai --db "Host=db.example;Database=gongkai;Username=gongkai"

        不写 --data 时用 {HouseOptions.DefaultFolder}；不写 --urls 时用 {ServingAddress.Default}，只在本机。
        证书口令放在环境变量 {ServingCertificate.PasswordName}（或 {ServingCertificate.PasswordName}_FILE 指定的文件）。按 Ctrl+C 停止。
        """;

    public static Command Create()
    {
        var house = new HouseOptions();
        var serving = new ServingOptions();
        var command = new Command("serve", Description);
        house.AddTo(command);
        serving.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = house.AddressIn(parsed);
            return address.IsRefused
                ? await Answer.RefuseAsync(address.Refusal, ExitCode.Usage)
                : await RunAsync(address.Value, HouseKind.Real, serving.Read(parsed), cancellation);
        });
        return command;
    }

    /// <summary>Serves until it is interrupted.</summary>
    /// <param name="folder">Where the house is.</param>
    /// <param name="kind">What it is, or is founded as.</param>
    /// <param name="serving">How it is to be put on the network.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<int> RunAsync(HouseAddress folder, HouseKind kind, Outcome<ServingPlan> serving, CancellationToken cancellation)
    {
        if (serving.IsRefused) return await Answer.RefuseAsync(serving.Refusal.Message, ExitCode.Usage);
        var plan = serving.Value;
        var opened = await HouseOpening.OpenOrFoundAsync(folder, kind, TimeProvider.System, cancellation);
        if (opened.IsRefused) return await Answer.RefuseAsync(opened.Refusal.Message, ExitCode.Unreadable);

        using var house = opened.Value;
        var ring = await KeyRing.OpenAsync(house, cancellation);
        if (ring.IsRefused) return await Answer.RefuseAsync(ring.Refusal, ExitCode.Unreadable);
        var outbox = OutboxSettingsFile.Read(folder.Folder);
        if (outbox.IsRefused) return await Answer.RefuseAsync(outbox.Refusal, ExitCode.Unreadable);
        await using var app = WebHost.Build(house, ring.Value, plan, services => services.AddJobClock(house), outbox.Value);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException busy) when (busy.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return await Answer.RefuseAsync(Busy(plan.Addresses), ExitCode.Usage);
        }
        catch (System.Net.Sockets.SocketException refused)
        {
            return await Answer.RefuseAsync(NotListening(plan.Addresses, refused), ExitCode.Usage);
        }
        var site = WebHost.AddressOf(app, plan);
        Console.WriteLine($"请用浏览器打开 {site}");
        foreach (var line in plan.Notes) Console.WriteLine(line);
        await TellAccountsAsync(house, new Uri(site, "sign-in"), cancellation);
        Console.WriteLine($"数据在 {Path.GetFullPath(folder.Folder)}{(folder.Postgres is null ? "" : "，数据库在 PostgreSQL")}。按 Ctrl+C 停止。");
        await WaitAsync(cancellation);
        await app.StopAsync(CancellationToken.None);
        return ExitCode.Done;
    }

    private static string Busy(IReadOnlyList<ServingAddress> addresses) => addresses is [var one]
        ? $"{one} 已被另一个程序占用（也许是已经打开的公开系统）。请先停止它，或换一个端口，例如 --urls {one with { Port = one.Port + 1 }}。"
        : $"{string.Join("、", addresses)} 中有端口已被另一个程序占用（也许是已经打开的公开系统）。请先停止它，或换一个端口。";

    private static string NotListening(IReadOnlyList<ServingAddress> addresses, System.Net.Sockets.SocketException refused) => refused.SocketErrorCode switch
    {
        System.Net.Sockets.SocketError.AccessDenied => $"没有权限使用 {string.Join("、", addresses)} 的端口。1024 以下的端口要由管理员启动或授权，或换一个端口。",
        _ => $"{string.Join("、", addresses)} 中有地址不是这台机器的。请写这台机器的地址，或写 * 表示全部地址。",
    };

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
