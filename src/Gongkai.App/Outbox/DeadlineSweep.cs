using System.Globalization;
using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Jobs;
using Gongkai.App.Requests;
using Gongkai.App.Retention;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Requests.Clocks;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Outbox;

/// <summary>
/// Tells those who answer for a request when its last day is near, is here, or is past (期限提醒), each once for each last day. After days of
/// standstill it tells the most pressing thing only. Where the clock waits for somebody else there is no last day, and nothing to tell. Once a year it tells of records whose term of keeping is over.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
/// <param name="requests">The open requests.</param>
public sealed class DeadlineSweep(House house, ActRecorder recorder, OpenRequests requests) : ISweep
{
    /// <summary>How many working days before the last one people are told first.</summary>
    public const int DaysBefore = 3;

    /// <inheritdoc/>
    public JobKind Job => JobKind.Deadline;

    /// <inheritdoc/>
    public async Task<SweepResult> RunAsync(DateTime now, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.All);
        var told = 0;
        foreach (var request in await requests.ReadAsync(db, ChinaTime.DayOf(now), cancellation))
        {
            if (KindOf(request) is not { } kind) continue;
            var news = NewsOf(request, kind).ToList();
            // Nearly all have been told before: looked up without a lock first.
            List<string> keys = [.. news.Select(one => one.Key)];
            if (await db.OutboxMessages.CountAsync(row => row.AgencyId == request.Agency && keys.Contains(row.Key), cancellation) == keys.Count) continue;
            var done = await recorder.RecordAsync<bool>(request.Agency, async (acts, cancellation) =>
            {
                foreach (var one in news) await acts.TellAsync(one, cancellation);
                return true;
            }, cancellation);
            if (!done.IsRefused) told++;
        }
        var over = await RetentionNotice.TellAsync(house, recorder, now, cancellation);
        return new SweepResult(told + over, 0, told + over == 0 ? null : $"提醒 {told} 件申请的期限{(over > 0 ? $"、{over} 个机关的到期档案" : "")}");
    }

    private static MessageKind? KindOf(OpenRequest request) => request switch
    {
        { Clock.DueOn: null } or { Standing.Remaining: null } => null,
        { Standing.Colour: ClockColour.Red } => MessageKind.Overdue,
        { Clock.DueOn: { } due, Standing.On: var today } when due == today => MessageKind.DueToday,
        { Standing.Remaining: <= DaysBefore } => MessageKind.DueSoon,
        _ => null,
    };

    private static IEnumerable<News> NewsOf(OpenRequest request, MessageKind kind) => Told(kind).Select(role => new News(
        request.Agency, kind, request.Id, Addressee.Of(role), request.Clock.DueOn!.Value.ToString("yyyyMMdd", CultureInfo.InvariantCulture), request.Clock.DueOn));

    // The officer first; the head of the office when it is today; whoever answers for both when it is past.
    private static PostRole[] Told(MessageKind kind) => kind switch
    {
        MessageKind.DueSoon => [PostRole.Officer],
        MessageKind.DueToday => [PostRole.Officer, PostRole.DisclosureOfficeHead],
        _ => [PostRole.Officer, PostRole.DisclosureOfficeHead, PostRole.DeputyLeader],
    };
}
