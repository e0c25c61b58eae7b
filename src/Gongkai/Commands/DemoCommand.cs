using System.CommandLine;
using Gongkai.App.Demo;
using Gongkai.App.Houses;
using Gongkai.Hosting;

namespace Gongkai.Commands;

/// <summary><c>gongkai demo</c>, also without any argument: a demonstration house on the web of this machine.</summary>
internal static class DemoCommand
{
    public const string DefaultFolder = "./gongkai-data/demo";

    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = $"演示数据的文件夹，不写时用 {DefaultFolder}。",
            HelpName = "文件夹",
            DefaultValueFactory = _ => DefaultFolder,
        };
        var urls = new Option<string>("--urls") { Description = "网页地址，只能在本机。", HelpName = "地址", DefaultValueFactory = _ => LoopbackAddress.Default };
        var command = new Command("demo", """
            用演示数据打开网页。数据是编造的，每一页都写着“演示数据”；演示用的数据文件夹永远不会变成正式的。

            例子：
              gongkai
              gongkai demo --urls http://localhost:8080
            """) { data, urls };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(data)!, parsed.GetValue(urls)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string urls, CancellationToken cancellation)
    {
        var founded = await DemoHouse.FoundAsync(folder, cancellation);
        if (founded.IsRefused) return await Answer.RefuseAsync(founded.Refusal, ExitCode.Unreadable);
        if (founded.Value) Console.WriteLine("已建立演示数据。");
        return await ServeCommand.RunAsync(new HouseAddress(folder), HouseKind.Demo, urls, cancellation);
    }
}
