using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Gongkai.Domain;

namespace Gongkai.Rules.Tests;

/// <summary>Rules 1 to 3 of the house: who may know whom.</summary>
public sealed class ReferenceRules
{
    /// <summary>The stages of the flow, upstream first. Types directly in Gongkai.Domain are the ground under all of them.</summary>
    private static readonly string[] Flow =
        ["Calendar", "Ledger", "Agencies", "Approvals", "Publishing", "Requests", "Disputes", "AnnualReports", "Oversight"];

    [Fact(DisplayName = "规则一：引用只有一个方向，可执行程序 → Web → App → Documents → Domain")]
    public void References_run_one_way()
    {
        for (var floor = 0; floor < House.Floors.Count; floor++)
        {
            var above = House.Floors.Skip(floor + 1).Select(assembly => assembly.GetName().Name).ToHashSet();
            var wrong = House.Floors[floor].GetReferencedAssemblies().Where(name => above.Contains(name.Name)).Select(name => name.Name);
            Assert.True(!wrong.Any(), $"{House.Floors[floor].GetName().Name} refers up to {string.Join(", ", wrong)}");
        }
    }

    [Fact(DisplayName = "规则二：Domain 只认识 System.*")]
    public void Domain_knows_only_the_base_class_library()
    {
        var foreign = House.Domain.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name != "netstandard");
        Assert.Empty(foreign);
    }

    [Fact(DisplayName = "规则二：Domain 没有文件、网络、时钟和异步")]
    public void Domain_does_no_io_and_has_no_clock()
    {
        string[] forbidden = ["System.IO.File", "System.IO.Directory", "System.Net.", "System.Threading.Tasks", "System.TimeProvider", "System.Diagnostics.Process"];
        var wrong = Architecture.Types
            .Where(type => type.FullName.StartsWith("Gongkai.Domain", StringComparison.Ordinal))
            .SelectMany(type => type.Dependencies.Select(dependency => (Type: type.FullName, Target: dependency.Target.FullName)))
            .Where(pair => forbidden.Any(name => pair.Target.StartsWith(name, StringComparison.Ordinal)))
            .Distinct();
        Assert.Empty(wrong);
    }

    [Fact(DisplayName = "规则三：Domain 里没有一个环节往下游看")]
    public void No_stage_looks_downstream()
    {
        var wrong = Architecture.Types
            .SelectMany(type => type.Dependencies.Select(dependency => (Type: type.FullName, Target: dependency.Target.FullName)))
            .Where(pair => StageOf(pair.Type) is { } stage && StageOf(pair.Target) is { } target && target > stage)
            .Distinct();
        Assert.Empty(wrong);
    }

    [Fact(DisplayName = "规则三：Domain 的每个命名空间都在流程里有位置")]
    public void Every_namespace_of_the_domain_has_its_place_in_the_flow()
    {
        var homeless = House.Domain.GetTypes()
            .Where(type => type.Namespace is not null && type.Namespace.StartsWith("Gongkai.Domain.", StringComparison.Ordinal))
            .Where(type => StageOf(type.FullName!) is null)
            .Select(type => type.FullName);
        Assert.Empty(homeless);
    }

    private static readonly Architecture Architecture = new ArchLoader().LoadAssemblies(House.Domain).Build();

    private static int? StageOf(string fullName)
    {
        const string root = "Gongkai.Domain.";
        if (!fullName.StartsWith(root, StringComparison.Ordinal)) return null;
        var dot = fullName.IndexOf('.', root.Length);
        if (dot < 0) return null;
        var stage = Array.IndexOf(Flow, fullName[root.Length..dot]);
        return stage < 0 ? null : stage;
    }
}
