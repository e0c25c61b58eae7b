using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;

namespace Gongkai.Web.Areas.Desk.Pages.Agencies.Chains;

/// <summary>The form of a chain (审批流程表单): the steps by their place; a step whose name was emptied is left out.</summary>
public sealed class ChainInput
{
    private const int Blank = 2;

    /// <summary>Name of the chain.</summary>
    [MaxLength(60)]
    public string? Name { get; set; }

    /// <summary>The rule it comes from.</summary>
    [MaxLength(200)]
    public string? Source { get; set; }

    /// <summary>True where 代录 is allowed.</summary>
    public bool Proxy { get; set; }

    /// <summary>Codes of the posts that may take the urgent path.</summary>
    public List<string> Urgent { get; set; } = [];

    /// <summary>The steps.</summary>
    public List<StepInput> Steps { get; set; } = [];

    /// <summary>One step.</summary>
    public sealed class StepInput
    {
        /// <summary>Code, empty for a new one.</summary>
        [MaxLength(40)]
        public string? Code { get; set; }

        /// <summary>Where it stands.</summary>
        public int Place { get; set; }

        /// <summary>Name as printed.</summary>
        [MaxLength(40)]
        public string? Name { get; set; }

        /// <summary>Code of how it is decided.</summary>
        [MaxLength(40)]
        public string? Kind { get; set; }

        /// <summary>Codes of the posts that decide.</summary>
        public List<string> Roles { get; set; } = [];

        /// <summary>Codes of the posts that may leave it out.</summary>
        public List<string> SkippedBy { get; set; } = [];

        /// <summary>True when the urgent path keeps it.</summary>
        public bool Urgent { get; set; }
    }

    /// <summary>The form of a chain, with room for new steps.</summary>
    public static ChainInput Of(ApprovalChain chain) => new()
    {
        Name = chain.Name,
        Source = chain.Version.Own ? chain.Source : null,
        Proxy = chain.AllowsProxy,
        Urgent = Codes(chain.UrgentRoles),
        Steps =
        [
            .. chain.Steps.Select((step, place) => new StepInput
            {
                Code = step.Code,
                Place = (place + 1) * 10,
                Name = step.Name,
                Kind = EnumCode<StepKind>.Of(step.Kind),
                Roles = Codes(step.Roles),
                SkippedBy = Codes(step.SkippedBy),
                Urgent = step.OnUrgentPath,
            }),
            .. Enumerable.Range(0, Blank).Select(_ => new StepInput { Place = chain.Steps.Count * 10 - 5, Kind = EnumCode<StepKind>.Of(StepKind.Review) }),
        ],
    };

    /// <summary>The chain that was filled in; its number is given when it is adopted.</summary>
    public ApprovalChain Read(ApprovalChain before) => before with
    {
        Name = string.IsNullOrWhiteSpace(Name) ? before.Name : Name.Trim(),
        Source = Source?.Trim() ?? "",
        AllowsProxy = Proxy,
        UrgentRoles = Roles(Urgent),
        Steps =
        [
            .. Steps.Where(step => !string.IsNullOrWhiteSpace(step.Name)).OrderBy(step => step.Place).Select((step, place) => new ApprovalStep(
                before.Find(step.Code ?? "") is { } known ? known.Code : NewCode(before, place),
                step.Name!.Trim(),
                EnumCode<StepKind>.TryParse(step.Kind, out var kind) ? kind : StepKind.Review,
                kind == StepKind.Countersign ? [] : Roles(step.Roles), Roles(step.SkippedBy), step.Urgent)),
        ],
    };

    // A code is never given twice in one edition; which one it is nobody sees.
    private static string NewCode(ApprovalChain before, int place)
    {
        var number = place + 1;
        while (before.Find(Code(number)) is not null) number += 100;
        return Code(number);

        static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"step{number}");
    }

    private static List<string> Codes(IEnumerable<PostRole> roles) => [.. roles.Select(EnumCode<PostRole>.Of)];

    private static List<PostRole> Roles(IEnumerable<string> codes) =>
        [.. codes.Where(code => EnumCode<PostRole>.TryParse(code, out _)).Select(EnumCode<PostRole>.Parse).Distinct().Order()];
}
