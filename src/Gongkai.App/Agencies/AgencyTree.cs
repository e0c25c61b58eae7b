using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Agencies;

/// <summary>The tree of agencies (隶属关系): who belongs to whom.</summary>
public static class AgencyTree
{
    /// <summary>Said when an agency would belong to itself.</summary>
    public static Refusal CircleRefusal => new("agency.circle", "这样会绕成一圈：一个机关不能隶属于自己或自己的下级。请改选上级机关。");

    /// <summary>True when an agency would, step by step, belong to itself.</summary>
    /// <param name="above">Agency to the one above it.</param>
    /// <param name="agency">Where to begin.</param>
    public static bool Circle(IReadOnlyDictionary<AgencyId, AgencyId?> above, AgencyId agency)
    {
        var next = above[agency];
        for (var step = 0; next is { } up && step <= above.Count; step++)
        {
            if (up == agency) return true;
            next = above.GetValueOrDefault(up);
        }
        return next is not null;
    }

    /// <summary>Puts agencies in the order of the tree, each with its depth; one whose parent is not among them stands at the top.</summary>
    /// <param name="all">The agencies, already in the order of siblings.</param>
    /// <param name="id">Identity of one.</param>
    /// <param name="parent">Parent of one.</param>
    public static IReadOnlyList<(T Agency, int Depth)> InOrder<T>(IReadOnlyList<T> all, Func<T, AgencyId> id, Func<T, AgencyId?> parent)
    {
        var known = all.Select(id).ToHashSet();
        var below = all.ToLookup(agency => parent(agency) is { } up && known.Contains(up) ? up : (AgencyId?)null);
        List<(T, int)> lines = [];
        Walk(null, 0);
        return lines;

        void Walk(AgencyId? up, int depth)
        {
            foreach (var agency in below[up])
            {
                lines.Add((agency, depth));
                Walk(id(agency), depth + 1);
            }
        }
    }
}
