using System.CommandLine;
using Gongkai.App.Acts;
using Gongkai.App.Agencies;
using Gongkai.App.Agencies.Mergers;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Commands.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.Commands.Agencies;

/// <summary><c>gongkai agency merge</c> and <c>close</c>: looked through first with <c>--check</c>, then all or nothing.</summary>
internal static class MergeCommand
{
    public static Command CreateMerge()
    {
        var into = new Option<string?>("--into") { Description = "承接机关的代码。", HelpName = "代码", Required = true };
        var isNew = new Option<bool>("--new-successor") { Description = "承接机关是因撤并新组建的，以前没有期初数。" };
        var own = new Option<bool>("--own-report") { Description = "撤并当年的年报由撤并机关单独编制；不写时由承接机关合并编制一份。" };
        return Create("merge", """
            撤并机关：从一天起，由承接机关承接在办申请、未审结复议诉讼和现行有效文件；历史留在原处。
            要么全部办成，要么一项不动。先用 --check 核对。

            例子：
              gongkai agency merge --from demo-anjian --into demo-yingji --on 2026-07-01 --check
              gongkai agency merge --from demo-anjian demo-xiaofang --into demo-yingji --on 2026-07-01
            """, into, isNew, own);
    }

    public static Command CreateClose() => Create("close", """
        撤销机关，没有承接机关：只在没有在办事项和现行有效文件时可以。

        例子：
          gongkai agency close --from demo-zhihui --on 2026-07-01 --check
        """, null, null, null);

    private static Command Create(string name, string description, Option<string?>? into, Option<bool>? isNew, Option<bool>? own)
    {
        var house = new HouseOptions();
        var from = new Option<string[]>("--from") { Description = "撤并机关的代码，可以写多个。", HelpName = "代码", Required = true, AllowMultipleArgumentsPerToken = true };
        var on = DayOption.Create("--on", "承接的第一天；撤并机关到前一天为止。");
        on.Required = true;
        var check = new Option<bool>("--check") { Description = "只核对，不办理。" };
        var command = new Command(name, description) { from, on, check };
        foreach (var option in new Option?[] { into, isNew, own }.OfType<Option>()) command.Add(option);
        house.AddTo(command);
        command.SetAction((parsed, cancellation) => house.InHouseAsync(parsed, async opened =>
        {
            var recorder = new ActRecorder(opened);
            var register = new AgencyRegister(opened, recorder);
            List<AgencyId> ending = [];
            foreach (var code in parsed.GetValue(from)!.Distinct())
            {
                var found = await register.FindAsync(code, AgencyScope.All, cancellation);
                if (found.IsRefused) return await Answer.RefuseAsync(found.Refusal, ExitCode.Unreadable);
                ending.Add(found.Value.Id);
            }
            AgencyId? successor = null;
            if (into is not null)
            {
                var found = await register.FindAsync(parsed.GetValue(into)!, AgencyScope.All, cancellation);
                if (found.IsRefused) return await Answer.RefuseAsync(found.Refusal, ExitCode.Unreadable);
                successor = found.Value.Id;
            }
            var plan = new MergerPlan(
                ending, successor, parsed.GetValue(on)!.Value, isNew is not null && parsed.GetValue(isNew), own is not null && parsed.GetValue(own));
            return await RunAsync(new AgencyMerger(opened, recorder), plan, parsed.GetValue(check), cancellation);
        }, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(AgencyMerger merger, MergerPlan plan, bool onlyCheck, CancellationToken cancellation)
    {
        var owner = Caller.MachineOwner(HouseOptions.Who);
        var looked = await merger.CheckAsync(owner, plan, cancellation);
        if (looked.IsRefused) return await Answer.RefuseAsync(looked.Refusal, ExitCode.BadAnswer);
        foreach (var matters in looked.Value.Matters)
            Console.WriteLine($"{matters.Agency.Name}：在办申请 {matters.Requests} 件，未审结复议诉讼 {matters.Disputes} 件，现行有效文件 {matters.Instruments + matters.UnnamedInForce.Values.Sum()} 件，没有办完的呈批件 {matters.Drafts} 件。");
        foreach (var notice in looked.Value.Notices) Console.WriteLine($"注意：{notice}");
        if (looked.Value.Problems.Count > 0) return await Answer.RefuseAsync(string.Join('\n', looked.Value.Problems), ExitCode.BadAnswer);
        if (onlyCheck)
        {
            Console.WriteLine("可以办理。没有改动任何数据。");
            return ExitCode.Done;
        }
        var done = await merger.MergeAsync(owner, plan, cancellation);
        if (done.IsRefused) return await Answer.RefuseAsync(done.Refusal, ExitCode.BadAnswer);
        Console.WriteLine($"已办理，自 {plan.On:yyyy-MM-dd} 起。");
        return ExitCode.Done;
    }
}
