using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Requests.Doors;

/// <summary>
/// The two named doors between agencies (交办、疑难件会商): each opened by an act, answered by acts, closed by an act, all in the ledger of the
/// agency whose case it is.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
public sealed class CaseDoors(House house, ActRecorder recorder)
{
    private const int LongestText = 10_000;

    /// <summary>交办: lets an agency below draft the answer to one request.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="agency">Whose request it is.</param>
    /// <param name="request">The request.</param>
    /// <param name="to">Who drafts.</param>
    /// <param name="task">What is to be drafted, and by when.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="files">Files just stored that go with it.</param>
    public async Task<Outcome<CaseDoor>> AssignAsync(
        Caller caller, AgencyId agency, Guid request, AgencyId to, string task, CancellationToken cancellation, IReadOnlyList<StoredFile>? files = null)
    {
        if (!await IsBelowAsync(to, agency, cancellation)) return new Refusal("assignment.not-below", "只能交办给隶属于本机关的机关。请先在机关资料里核对隶属关系。");
        return await OpenAsync(caller, agency, request, to, CaseDoorKind.Assignment, null, task, files ?? [], cancellation);
    }

    /// <summary>会商: opens one case for reading to the competent authority or a legal office, with a question.</summary>
    /// <inheritdoc cref="AssignAsync"/>
    public async Task<Outcome<CaseDoor>> ConferAsync(
        Caller caller, AgencyId agency, Guid request, AgencyId to, ConferencePartner partner, string question, CancellationToken cancellation,
        IReadOnlyList<StoredFile>? files = null)
    {
        if (partner == ConferencePartner.CompetentAuthority)
        {
            await using var db = house.Open(AgencyScope.Of(agency));
            if (await db.Agencies.Where(row => row.Id == agency).Select(row => row.AuthorityId).SingleOrDefaultAsync(cancellation) != to)
                return new Refusal("conference.not-authority", "所选机关不是本机关登记的主管部门。请核对，或按法制机构会商。");
        }
        return await OpenAsync(caller, agency, request, to, CaseDoorKind.Conference, partner, question, files ?? [], cancellation);
    }

    /// <summary>Answers through a door: the draft that was asked for, or the answer to the question. The last one counts.</summary>
    /// <param name="caller">Who answers, with a post in the agency that was let in.</param>
    /// <param name="door">The door.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="files">Files just stored that go with it; those of earlier answers stay.</param>
    public async Task<Outcome<CaseDoor>> AnswerAsync(
        Caller caller, Guid door, string answer, CancellationToken cancellation, IReadOnlyList<StoredFile>? files = null)
    {
        await using var db = house.Open(AgencyScope.All);
        var known = await db.CaseDoors.AsNoTracking().SingleOrDefaultAsync(row => row.Id == door, cancellation);
        // A door that is not one's own is refused like one that is not there.
        if (known is null || caller.Lacks(DeskRight.DoActs, known.ToAgencyId) is not null) return Unknown;
        if (WrongText(answer, "答复") is { } wrong) return wrong;
        var guest = await db.Agencies.AsNoTracking().SingleAsync(row => row.Id == known.ToAgencyId, cancellation);
        if (guest.ClosedOn is not null) return new Refusal("agency.closed", $"{guest.Name}已经撤并，请由承接机关办理。");
        return await recorder.RecordAsync<CaseDoor>(known.AgencyId, async (acts, cancellation) =>
        {
            var row = await acts.Db.CaseDoors.SingleAsync(one => one.Id == door, cancellation);
            if (row.EndedAt is not null) return Over;
            (row.Answer, row.AnsweredBy, row.AnsweredAt) = (answer.Trim(), $"{guest.Name} {caller.Name}", acts.Now);
            await AttachAsync(acts, row, answering: true, files ?? [], cancellation);
            if (row.Kind == CaseDoorKind.Assignment) Record(acts, row, new AssignmentReturned(row.Id), row.AnsweredBy, guest.Name, files);
            else Record(acts, row, new CaseConferenceAnswered(row.Id), row.AnsweredBy, guest.Name, files);
            return row;
        }, cancellation);
    }

    /// <summary>Closes a door: from now on the other agency sees the case no longer.</summary>
    /// <param name="caller">Who asks, with a post in the agency whose case it is.</param>
    /// <param name="agency">That agency.</param>
    /// <param name="door">The door.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<CaseDoor>> EndAsync(Caller caller, AgencyId agency, Guid door, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.DoActs, agency) is { } refusal) return Task.FromResult<Outcome<CaseDoor>>(refusal);
        return recorder.RecordAsync<CaseDoor>(agency, async (acts, cancellation) =>
        {
            if (await acts.Db.CaseDoors.SingleOrDefaultAsync(one => one.Id == door, cancellation) is not { } row) return Unknown;
            if (row.EndedAt is not null) return Over;
            End(acts, row, ChinaTime.DayOf(acts.Now), caller.Name);
            return row;
        }, cancellation);
    }

    /// <summary>Closes a door within an act under way.</summary>
    internal static void End(ActSession acts, CaseDoor row, DateOnly on, string who)
    {
        row.EndedAt = acts.Now;
        if (row.Kind == CaseDoorKind.Assignment) Record(acts, row, new AssignmentEnded(row.Id), who, "", on: on);
        else Record(acts, row, new CaseConferenceEnded(row.Id), who, "", on: on);
    }

    private async Task<Outcome<CaseDoor>> OpenAsync(
        Caller caller, AgencyId agency, Guid request, AgencyId to, CaseDoorKind kind, ConferencePartner? partner, string question,
        IReadOnlyList<StoredFile> files, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.DoActs, agency) is { } refusal) return refusal;
        if (WrongText(question, kind == CaseDoorKind.Assignment ? "交办要求" : "会商的问题") is { } wrong) return wrong;
        if (to == agency) return new Refusal("door.self", "所选机关就是本机关，请另选。");
        await using var db = house.Open(AgencyScope.Of(to));
        var guest = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(row => row.Id == to, cancellation);
        if (guest is null) return new Refusal("agency.unknown", "没有登记这个机关。");
        if (guest.ClosedOn is not null) return new Refusal("agency.closed", $"{guest.Name}已经撤并，请选承接机关。");
        return await recorder.RecordAsync<CaseDoor>(agency, async (acts, cancellation) =>
        {
            if (!await acts.Db.Requests.Where(row => row.Id == request).Open().AnyAsync(cancellation))
                return new Refusal("door.not-open", "没有这件申请，或者它已经办结、作废、移交，不能再交办或会商。");
            if (await acts.Db.CaseDoors.AnyAsync(row => row.RequestId == request && row.ToAgencyId == to && row.Kind == kind && row.EndedAt == null, cancellation))
                return new Refusal("door.open-already", $"这件申请已经向{guest.Name}开放，还没有结束。");
            var row = new CaseDoor
            {
                Id = Guid.CreateVersion7(),
                AgencyId = agency,
                RequestId = request,
                Kind = kind,
                ToAgencyId = to,
                Partner = partner,
                Question = question.Trim(),
                OpenedBy = caller.Name,
                OpenedAt = acts.Now,
            };
            acts.Db.CaseDoors.Add(row);
            await AttachAsync(acts, row, answering: false, files, cancellation);
            if (kind == CaseDoorKind.Assignment) Record(acts, row, new RequestAssigned(row.Id, to), caller.Name, guest.Name, files);
            else Record(acts, row, new CaseConferenceOpened(row.Id, to, partner!.Value), caller.Name, guest.Name, files);
            return row;
        }, cancellation);
    }

    private async Task<bool> IsBelowAsync(AgencyId agency, AgencyId above, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.All);
        var parents = await db.Agencies.Select(row => new { row.Id, row.ParentId }).ToDictionaryAsync(row => row.Id, row => row.ParentId, cancellation);
        var next = parents.GetValueOrDefault(agency);
        for (var step = 0; next is { } up && step <= parents.Count; step++)
        {
            if (up == above) return true;
            next = parents.GetValueOrDefault(up);
        }
        return false;
    }

    private static async Task AttachAsync(ActSession acts, CaseDoor row, bool answering, IReadOnlyList<StoredFile> files, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            await acts.AttachAsync(file, cancellation);
            acts.Db.CaseDoorFiles.Add(new CaseDoorFile
            {
                Id = Guid.CreateVersion7(),
                AgencyId = row.AgencyId,
                DoorId = row.Id,
                Answering = answering,
                Name = file.OriginalName,
                FileHash = file.Hash,
                SentAt = acts.Now,
            });
        }
    }

    private static void Record<TFacts>(
        ActSession acts, CaseDoor row, TFacts facts, string who, string other, IReadOnlyList<StoredFile>? files = null, DateOnly? on = null) where TFacts : IActFacts<TFacts>
    {
        var references = new Dictionary<string, string>();
        if (other.Length > 0) references["name"] = other;
        if (files is { Count: > 0 }) references["files"] = string.Join(' ', files.Select(file => file.Hash));
        acts.Record(row.AgencyId, facts, new SubjectId(row.RequestId), on ?? ChinaTime.DayOf(acts.Now), new PrivatePart(who, "", references));
    }

    private static Refusal? WrongText(string text, string what)
    {
        if (string.IsNullOrWhiteSpace(text)) return new Refusal("door.text", $"请填写{what}。");
        return text.Length > LongestText ? new Refusal("door.text", $"{what}超过 {LongestText} 字，请写简短。") : SecretGuard.ExamineText(text);
    }

    private static Refusal Unknown => new("door.unknown", "没有这件交办或会商。");

    private static Refusal Over => new("door.over", "这件交办或会商已经结束。");
}
