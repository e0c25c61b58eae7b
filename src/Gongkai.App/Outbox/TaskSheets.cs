using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.App.Requests;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Outbox;

/// <summary>One line of a sheet: what somebody is to do.</summary>
/// <param name="Who">Who is to do it: a name, or the posts it waits for.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Title">Title of the draft, or number of the request.</param>
/// <param name="Number">Code of the draft, or empty.</param>
/// <param name="SinceOn">Since which day.</param>
/// <param name="DueOn">Last day, or null where none is set.</param>
public sealed record TaskLine(string Who, string What, string Title, string Number, DateOnly SinceOn, DateOnly? DueOn);

/// <summary>Everything that waits, as it is printed for those who work on paper (待办单). It stays in the office: it names the matters.</summary>
/// <param name="For">Whose sheet: a person or an agency.</param>
/// <param name="On">The day it is printed.</param>
/// <param name="Lines">What waits: what has a last day first, in their order.</param>
public sealed record TaskSheet(string For, DateOnly On, IReadOnlyList<TaskLine> Lines);

/// <summary>Writes sheets of what waits (编待办单).</summary>
/// <param name="house">The house.</param>
/// <param name="requests">The open requests.</param>
public sealed class TaskSheets(House house, OpenRequests requests)
{
    /// <summary>The sheet of one person.</summary>
    public async Task<TaskSheet> OfPersonAsync(Caller who, CancellationToken cancellation)
    {
        await using var db = house.Open(who.Scope);
        var today = ChinaTime.DayOf(Instant.Now(house.Clock));
        List<TaskLine> lines = [.. (await MyApprovals.ReadAsync(db, who, today, cancellation)).Select(one => Line(one.Task, one.Draft, who.Name))];
        // Requests wait for whoever handles them.
        var handled = who.Agencies.Where(agency => who.May(DeskRight.DoActs, agency)).ToHashSet();
        lines.AddRange((await requests.ReadAsync(db, today, cancellation)).Where(request => handled.Contains(request.Agency)).Select(request => Line(request, who.Name)));
        return new TaskSheet(who.Name, today, Ordered(lines));
    }

    /// <summary>The sheet of an agency: what waits for whom.</summary>
    public async Task<TaskSheet> OfAgencyAsync(Agency agency, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.Of(agency.Id));
        var today = ChinaTime.DayOf(Instant.Now(house.Clock));
        var open = await db.WaitingApprovals.AsNoTracking().Join(db.Drafts.AsNoTracking(), task => task.DraftId, draft => draft.Id, (task, draft) => new { task, draft })
            .ToListAsync(cancellation);
        var people = open.Select(one => one.task.PersonId).OfType<Guid>().Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        // One line for a step, with all the posts that may decide it.
        var lines = open.GroupBy(one => (one.draft.Id, one.task.Task, one.task.Step)).Select(step => Line(
            step.First().task, step.First().draft, string.Join('、', step.Select(one => one.task.PersonId is { } person ? names.GetValueOrDefault(person, "") : PostWords.Of(one.task.Role!.Value)).Distinct())));
        return new TaskSheet(agency.Name, today, Ordered(
            [.. lines, .. (await requests.ReadAsync(db, today, cancellation)).Select(request => Line(request, PostWords.Of(PostRole.Officer)))]));
    }

    /// <summary>What is to be done with a draft.</summary>
    public static string NameOf(WaitingApproval task, Draft draft) => task.Task switch
    {
        ApprovalTask.Confirm => "确认代录",
        ApprovalTask.Submit => "修改送审",
        _ => draft.WaitingStep ?? "审批",
    };

    private static TaskLine Line(WaitingApproval task, Draft draft, string who) =>
        new(who, NameOf(task, draft), draft.Title, draft.Code, ChinaTime.DayOf(task.SinceAt), null);

    private static TaskLine Line(OpenRequest request, string who) =>
        new(who, request.Standing.Tasks.Count > 0 ? request.Standing.Tasks[0].Message : "答复申请", $"申请 {request.Number}", "", request.ReceivedOn, request.Clock.DueOn);

    private static List<TaskLine> Ordered(IEnumerable<TaskLine> lines) =>
        [.. lines.OrderBy(line => line.DueOn ?? DateOnly.MaxValue).ThenBy(line => line.SinceOn).ThenBy(line => line.Title, StringComparer.Ordinal)];
}
