using System.ComponentModel.DataAnnotations;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.App.Retention;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Retention;

/// <summary>到期档案：what is due to be destroyed, the lists there were, and how long things are kept.</summary>
public sealed class IndexModel(GongkaiDb db, DestructionLists lists, RetentionSchedule schedule) : DeskPage
{
    /// <summary>What is due and on no list.</summary>
    public IReadOnlyList<DueRecord> Due { get; private set; } = [];

    /// <summary>The lists, the latest first.</summary>
    public IReadOnlyList<ListedDestruction> Lists { get; private set; } = [];

    /// <summary>How long things are kept.</summary>
    public IReadOnlyDictionary<RetainedRecords, RetentionTerm> Terms { get; private set; } = new Dictionary<RetainedRecords, RetentionTerm>();

    /// <summary>What was chosen for a list.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Chosen { get; set; } = [];

    /// <summary>Code of the records a term is entered for.</summary>
    [BindProperty, MaxLength(40)]
    public string? Records { get; set; }

    /// <summary>Years they are kept.</summary>
    [BindProperty]
    public int? Years { get; set; }

    /// <summary>The schedule it comes from.</summary>
    [BindProperty, MaxLength(300)]
    public string? Source { get; set; }

    /// <summary>True for who may prepare a list.</summary>
    public bool MayPrepare => Who.Caller.May(DeskRight.Draft, Agency.Id);

    /// <summary>True for who may enter a term.</summary>
    public bool MayAdopt => Who.Caller.May(DeskRight.ManageAgency, Agency.Id);

    /// <summary>Whether a record is ticked: all are, until somebody has chosen.</summary>
    public bool IsChosen(Guid record) => Chosen.Count == 0 || Chosen.Contains(record);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Due = await lists.ProposeAsync(db, Agency.Id, cancellation);
        Lists = await DestructionLists.ListAsync(db, Agency.Id, cancellation);
        Terms = await RetentionSchedule.ReadAsync(db, Agency.Id, cancellation);
    }

    /// <summary>Makes a list of what was chosen.</summary>
    public async Task<IActionResult> OnPostPrepareAsync(CancellationToken cancellation)
    {
        var made = await lists.PrepareAsync(Who.Caller, Agency.Id, Chosen, cancellation);
        if (!made.IsRefused) return Go(DeskUrls.Of(Agency.Code, $"retention/{made.Value.List.Id}"), "清册已拟定，核对后送审。");
        await OnGetAsync(cancellation);
        return Again("", made.Refusal);
    }

    /// <summary>Enters a term.</summary>
    public async Task<IActionResult> OnPostAdoptAsync(CancellationToken cancellation)
    {
        var records = EnumCode<RetainedRecords>.TryParse(Records, out var known) ? known : RetainedRecords.Request;
        var adopted = await schedule.AdoptAsync(Who.Caller, Agency.Id, new RetentionTerm(records, Years ?? 0, Source ?? ""), cancellation);
        if (!adopted.IsRefused) return Go(DeskUrls.Of(Agency.Code, "retention"), "已登记保管期限。");
        await OnGetAsync(cancellation);
        return Again(adopted.Refusal.Code switch { "retention.years" => "Years", "retention.source" => "Source", _ => "" }, adopted.Refusal);
    }
}
