using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.People;

/// <summary>A post as the one who asks holds it today.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Role">What it entitles to.</param>
public readonly record struct CallerPost(AgencyId Agency, PostRole Role);

/// <summary>
/// Who asks for something (操作人): a signed-in person with the posts of this very day, or the machine's owner at the command line.
/// Every service of the desk takes one and asks it first.
/// </summary>
/// <param name="Id">The person; null for the machine's owner.</param>
/// <param name="Name">Name for records.</param>
/// <param name="HouseRole">Which of the three administrators, if any.</param>
/// <param name="Posts">The posts of today.</param>
public sealed record Caller(PersonId? Id, string Name, HouseRole? HouseRole, IReadOnlyList<CallerPost> Posts)
{
    /// <summary>True while the house has no security administrator: until then the system administrator does that work too.</summary>
    public bool ActsForSecurity { get; init; }

    /// <summary>Network address, or the command line.</summary>
    public string From { get; init; } = AuditEvent.CommandLine;

    /// <summary>Whoever runs commands on the machine itself: may set up, never approve.</summary>
    public static Caller MachineOwner(string name) => new(null, name, null, []) { OwnsMachine = true };

    private bool OwnsMachine { get; init; }

    /// <summary>The agencies somebody has a post in.</summary>
    public IEnumerable<AgencyId> Agencies => Posts.Select(post => post.Agency).Distinct();

    /// <summary>What this person may see at all.</summary>
    public AgencyScope Scope => OwnsMachine || HouseRole is not null ? AgencyScope.All : AgencyScope.Of([.. Agencies]);

    /// <summary>The roles held in an agency.</summary>
    public IReadOnlySet<PostRole> RolesIn(AgencyId agency) => Posts.Where(post => post.Agency == agency).Select(post => post.Role).ToHashSet();

    /// <summary>True when a right is held in the house or, for rights over one agency, there.</summary>
    /// <param name="right">What is asked for.</param>
    /// <param name="agency">The agency it is asked for; null asks whether it is held anywhere.</param>
    public bool May(DeskRight right, AgencyId? agency = null) =>
        OwnsMachine ? right is DeskRight.ReadAgency or DeskRight.ReadProfile or DeskRight.ReadHouse or DeskRight.ManageAgency or DeskRight.ManagePeople or DeskRight.ManageHouse or DeskRight.ManageSecurity or DeskRight.ReadAudit
        : Rights.Of(HouseRole, ActsForSecurity).Contains(right)
            || Posts.Any(post => (agency is null || post.Agency == agency) && Rights.Of(post.Role).Contains(right));

    /// <summary>The refusal when a right is not held, or null.</summary>
    public Refusal? Lacks(DeskRight right, AgencyId? agency = null) => May(right, agency)
        ? null
        : new Refusal("right.missing", $"您没有{Rights.NameOf(right)}的权限。需要的话，请找{(right is DeskRight.ReadHouse or DeskRight.ManageHouse or DeskRight.ManageSecurity or DeskRight.ReadAudit ? "本平台的管理员" : "本机关的管理员")}。");
}
