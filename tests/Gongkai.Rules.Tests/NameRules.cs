using Gongkai.App.Ledger;
using Gongkai.Domain.Ledger;

namespace Gongkai.Rules.Tests;

/// <summary>Whatever the ledger can hold has a name that people read.</summary>
public sealed class NameRules
{
    [Fact(DisplayName = "每一种台账事项都有中文名称，没有重名")]
    public void Every_kind_of_act_has_a_name()
    {
        var kinds = House.Domain.GetTypes()
            .Where(type => Array.Exists(type.GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IActFacts<>)))
            .Select(type => (ActKind)type.GetProperty("Kind")!.GetValue(null)!)
            .Append(Correction.Kind);
        Assert.Empty(kinds.Where(kind => !ActNames.All.ContainsKey(kind)).Select(kind => kind.Name));
        Assert.Equal(ActNames.All.Count, ActNames.All.Values.Distinct().Count());
    }
}
