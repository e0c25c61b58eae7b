using System.Text;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Documents.Approvals;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Agencies.Chains;

/// <summary>一条审批流程：its steps, its editions, and the form by which the agency's administrator adopts a new one.</summary>
public sealed class ChainModel(GongkaiDb db, ChainBook chains, House house) : DeskPage
{
    /// <summary>The edition that holds.</summary>
    public ApprovalChain Chain { get; private set; } = null!;

    /// <summary>The agency's own editions, the latest first.</summary>
    public IReadOnlyList<AdoptedChain> Editions { get; private set; } = [];

    /// <summary>True for who may adopt.</summary>
    public bool MayAdopt => Who.Caller.Id is not null && Who.Caller.RolesIn(Agency.Id).Contains(PostRole.AgencyAdministrator);

    /// <summary>The posts a step can name.</summary>
    public static IReadOnlyList<(string Code, string Name)> Posts { get; } =
        [.. Enum.GetValues<PostRole>().Where(role => role != PostRole.AgencyAdministrator).Select(role => (EnumCode<PostRole>.Of(role), DeskWords.Of(role)))];

    /// <summary>How a step can be decided.</summary>
    public static IReadOnlyList<(string Code, string Name)> Kinds { get; } =
    [
        (EnumCode<StepKind>.Of(StepKind.Review), "审核：一人同意即可"),
        (EnumCode<StepKind>.Of(StepKind.Countersign), "会签：送审时指定的人都要同意"),
        (EnumCode<StepKind>.Of(StepKind.SignOff), "签发：最后一步"),
    ];

    /// <summary>The form.</summary>
    [BindProperty]
    public ChainInput Input { get; set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation)) return NotFound();
        Input = ChainInput.Of(Chain);
        return Page();
    }

    /// <summary>Adopts what was filled in as a new edition, from today.</summary>
    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation)) return NotFound();
        if (string.IsNullOrWhiteSpace(Input.Source)) return Again("Input.Source", new Refusal("chain.source", "请写明依据，例如本机关的公文处理办法和日期。"));
        if (Input.Read(Chain) is var wanted && wanted.Fault() is { } fault) return Again("", fault);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(ApprovalChainFile.Write(wanted)));
        var adopted = await chains.AdoptAsync(Agency.Id, file, ChinaTime.DayOf(Instant.Now(house.Clock)), Who.Caller.ApproverIn(Agency.Id), cancellation);
        return adopted.IsRefused
            ? Again("", adopted.Refusal)
            : Go(DeskUrls.Of(Agency.Code, $"chains/{code}"), $"已启用第 {adopted.Value.Version.Number} 版。在办的按原来的流程办完，今天起送审的按新流程。");
    }

    private async Task<bool> LoadAsync(string code, CancellationToken cancellation)
    {
        var chain = await ChainBook.CurrentAsync(db, Agency.Id, code, cancellation);
        if (chain.IsRefused) return false;
        Chain = chain.Value;
        Editions = await db.AdoptedChains.AsNoTracking().Where(row => row.Code == code).OrderByDescending(row => row.Number).ToListAsync(cancellation);
        return true;
    }
}
