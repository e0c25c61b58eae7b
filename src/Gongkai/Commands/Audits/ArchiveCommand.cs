using System.CommandLine;
using Gongkai.App.Audit;
using Gongkai.Commands.Houses;

namespace Gongkai.Commands.Audits;

/// <summary><c>gongkai audit archive</c>: what is older than the retention leaves the database for files.</summary>
internal static class ArchiveCommand
{
    public static Command Create()
    {
        var house = new HouseOptions();
        var folder = new Option<string>("--to") { Description = "归档文件放到这个文件夹。", HelpName = "文件夹", Required = true };
        var command = new Command("archive", """
            把超过保存期（至少六个月）的审计记录移到归档文件。归档这件事本身也记入审计日志，其余记录照样校验得过。

            例子：
              gongkai audit archive --to ./审计归档
            """) { folder };
        house.AddTo(command);
        command.SetAction((parsed, cancellation) => house.InHouseAsync(parsed, async opened =>
        {
            var done = await new AuditArchive(opened).ArchiveAsync(parsed.GetValue(folder)!, null, AuditEvent.CommandLine, cancellation);
            if (done.IsRefused) return await Answer.RefuseAsync(done.Refusal, ExitCode.BadAnswer);
            foreach (var archived in done.Value) Console.WriteLine($"{archived.Node}：{archived.Events} 条移到 {archived.File}。请另行妥善保存。");
            if (done.Value.Count == 0) Console.WriteLine("没有超过保存期的记录。");
            return ExitCode.Done;
        }, cancellation));
        return command;
    }
}
