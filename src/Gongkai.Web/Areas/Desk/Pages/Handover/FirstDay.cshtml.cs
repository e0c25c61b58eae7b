using Gongkai.App.Data;
using Gongkai.App.Handovers;
using Gongkai.Documents.Handovers;
using Gongkai.Web.Desk;
using Microsoft.EntityFrameworkCore;
using Row = Gongkai.App.Data.Handover;

namespace Gongkai.Web.Areas.Desk.Pages.Handover;

/// <summary>接手第一天：what a successor does first, and what is in their hands now.</summary>
public sealed class FirstDayModel(GongkaiDb db, HandoverContents contents) : DeskPage
{
    /// <summary>The last handover to whoever is signed in, or null.</summary>
    public Row? Taken { get; private set; }

    /// <summary>Who handed over.</summary>
    public string From { get; private set; } = "";

    /// <summary>True when there is a second factor already.</summary>
    public bool HasSecondFactor { get; private set; }

    /// <summary>What is open now.</summary>
    public IReadOnlyList<HandoverPart> Parts { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var me = Who.Caller.Id!.Value.Value;
        Taken = await db.Handovers.AsNoTracking().Where(row => row.ToPersonId == me).OrderByDescending(row => row.HandedOverAt).FirstOrDefaultAsync(cancellation);
        if (Taken is not { } taken) return;
        From = await db.People.AsNoTracking().Where(person => person.Id == taken.FromPersonId).Select(person => person.Name).SingleAsync(cancellation);
        HasSecondFactor = await db.People.AsNoTracking().AnyAsync(person => person.Id == me && person.CodeSecret != null, cancellation);
        Parts = await contents.ReadAsync(db, Agency.Id, me, taken.Role, cancellation);
    }
}
