using Gongkai.Documents.Approvals;
using Gongkai.Documents.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;

namespace Gongkai.Domain.Tests.Approvals;

/// <summary>Tells the course of a made-up approval. People are named; what they may do comes from the posts given here.</summary>
internal sealed class AnApproval
{
    public const string Text = "sha256:0000000000000000000000000000000000000000000000000000000000000001";
    public const string OtherText = "sha256:0000000000000000000000000000000000000000000000000000000000000002";

    private static readonly Dictionary<string, PersonId> People = [];

    private readonly List<ApprovalEvent> _events = [];
    private readonly List<Delegation> _delegations = [];
    private readonly ApprovalChain _chain;
    private DateOnly _day = new(2026, 3, 2);

    private AnApproval(ApprovalChain chain) => _chain = chain;

    public static AnApproval On(string chain) => new(BuiltInApprovals.Newest(chain)!);

    public static AnApproval On(ApprovalChain chain) => new(chain);

    public IReadOnlyList<ApprovalEvent> Events => _events;

    public static PersonId Person(string name)
    {
        lock (People) return People.TryGetValue(name, out var known) ? known : People[name] = new PersonId(Guid.CreateVersion7());
    }

    public static Approver Who(string name, params PostRole[] roles) => new(Person(name), name, roles.ToHashSet());

    public AnApproval OnDay(string day)
    {
        _day = DateOnly.ParseExact(day, "yyyy-MM-dd", null);
        return this;
    }

    public AnApproval Submitted(string drafter = "拟稿人", string manifest = Text, params string[] countersigners) => Add(drafter, new ApprovalSubmitted(
        manifest, _chain.Version, ApprovalChainFile.Hash(_chain), Person(drafter), [Person(drafter)], [.. countersigners.Select(Person)]));

    public AnApproval Given(string step, string by, string manifest = Text, ApprovalMeans means = ApprovalMeans.Screen, string? instead = null) =>
        Add(by, new ApprovalGiven(Opinion(step, by, manifest, means, instead)));

    public AnApproval SentBack(string step, string by, ApprovalMeans means = ApprovalMeans.Screen) => Add(by, new ApprovalSentBack(Opinion(step, by, Text, means, null)));

    public AnApproval Delegated(string from, string to, PostRole role, string first, string last)
    {
        _delegations.Add(new Delegation(Person(from), Person(to), role, DateOnly.ParseExact(first, "yyyy-MM-dd", null), DateOnly.ParseExact(last, "yyyy-MM-dd", null)));
        return this;
    }

    public AnApproval Add(string who, IApprovalAct act)
    {
        _events.Add(new ApprovalEvent(_events.Count + 1, _day, who, act));
        return this;
    }

    public ApprovalStanding Stands(string manifest = Text) => ApprovalWalk.Of(_chain, _events, manifest);

    public Outcome<StepRight> MayDecide(Approver who, string step, string manifest = Text, string seen = Text) =>
        ApprovalRights.Decide(Stands(manifest), who, _delegations, _day, step, seen);

    private static Opinion Opinion(string step, string by, string manifest, ApprovalMeans means, string? instead) => new(
        step, Person(by), instead is null ? null : Person(instead), means, manifest, means is ApprovalMeans.Proxy or ApprovalMeans.Paper ? Person("经办") : null, null);
}
