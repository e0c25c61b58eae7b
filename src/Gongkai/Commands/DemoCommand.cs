using System.CommandLine;
using Gongkai.App.Demo;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Hosting;

namespace Gongkai.Commands;

/// <summary><c>gongkai demo</c>, also without any argument: a demonstration house on the web.</summary>
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
        var serving = new ServingOptions();
        var command = new Command("demo", """
            用演示数据打开网页。数据是编造的，每一页都写着“演示数据”；演示用的数据文件夹永远不会变成正式的。

            例子：
              gongkai
              gongkai demo --urls http://localhost:8080
            """) { data };
        serving.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(data)!, serving.Read(parsed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, Outcome<ServingPlan> serving, CancellationToken cancellation)
    {
        // Before anything is founded: a mistake in an option leaves nothing behind.
        if (serving.IsRefused) return await Answer.RefuseAsync(serving.Refusal.Message, ExitCode.Usage);
        var founded = await DemoHouse.FoundAsync(folder, cancellation);
        if (founded.IsRefused) return await Answer.RefuseAsync(founded.Refusal, ExitCode.Unreadable);
        if (founded.Value) Console.WriteLine("已建立演示数据。");
        return await ServeCommand.RunAsync(new HouseAddress(folder), HouseKind.Demo, serving, cancellation);
    }
}
