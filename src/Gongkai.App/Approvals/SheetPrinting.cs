using Gongkai.App.Data;
using Gongkai.Documents.Approvals;
using Gongkai.Documents.Data;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Publishing;

namespace Gongkai.App.Approvals;

/// <summary>Puts a draft and its approval on the agency's form (呈批单): to be signed before the decision, the history after it.</summary>
internal static class SheetPrinting
{
    private const int ShownOfHash = 12;

    public static ApprovalSheet Of(ApprovalView view, string agency, DateOnly today, bool isDemo) => new(
        agency,
        BuiltInApprovals.FindForm(view.Draft.Form)?.Name ?? view.Chain.Name,
        SheetCode.Of(view.Draft.Code, view.Standing.Manifest),
        today,
        [.. Lines(view)],
        view.Text.Body,
        [.. view.Attachments.Select(file => $"{file.Place}. {file.Name}（校验码 {file.FileHash[..ShownOfHash]}）")],
        [.. view.Standing.Steps.Where(step => step.State != StepState.NotNeeded).Select(step => Step(view, step))],
        [.. Remarks(view)],
        isDemo);

    /// <summary>What ways of deciding are called (审批方式).</summary>
    public static string NameOf(ApprovalMeans means) => means switch
    {
        ApprovalMeans.Screen => "网上审批",
        ApprovalMeans.Link => "手机链接审批",
        ApprovalMeans.Paper => "纸质审批",
        ApprovalMeans.Proxy => "代录",
        _ => throw new ArgumentOutOfRangeException(nameof(means)),
    };

    private static IEnumerable<SheetLine> Lines(ApprovalView view)
    {
        var draft = view.Draft;
        yield return new("标题", draft.Title);
        yield return new(view.Chain.DraftName, string.Join("、", view.Drafters.Select(drafter => drafter.Name))
            + (view.Standing.Submitted is { } submitted ? $"　{DayWords.Of(submitted.On)}送审" : ""));
        if (draft.Attribute is { } attribute) yield return new("拟公开属性", NameOf(attribute));
        yield return new("依据和理由", view.Text.Grounds);
        foreach (var field in Enum.GetValues<ReservedField>())
            if (ReservedFields.ValueOf(draft, field) is { } value) yield return new(ReservedFields.NameOf(field), value);
    }

    private static SheetStep Step(ApprovalView view, StepStanding step) => new(
        step.Step.Name,
        string.Join("、", step.Step.Roles.Select(PostWords.Of)),
        [.. step.Opinions.Where(opinion => ApprovalRights.OpinionOf(opinion.Act) is not null).Select(opinion => Print(view, opinion))],
        step.State switch
        {
            StepState.LeftOutAsUrgent => $"紧急办理，未经{step.Step.Name}。",
            StepState.Skipped => $"经{step.Opinions[^1].Who}决定跳过：{view.Notes[step.Opinions[^1].Sequence].Words}",
            _ => null,
        });

    private static SheetOpinion Print(ApprovalView view, ApprovalEvent happened)
    {
        var opinion = ApprovalRights.OpinionOf(happened.Act)!;
        var words = view.Notes[happened.Sequence].Words is { Length: > 0 } said ? said : happened.Act is ApprovalSentBack ? "退回。" : "同意。";
        var unconfirmed = view.Standing.Unconfirmed.Any(recorded => recorded.Sequence == happened.Sequence) ? "，待本人确认" : "";
        return new SheetOpinion(words, opinion.For is null ? happened.Who : $"{happened.Who}（受委托代行）", happened.On, NameOf(opinion.Means) + unconfirmed);
    }

    // What the boxes of the form do not show: earlier rounds, what was taken back, the urgent path.
    private static IEnumerable<string> Remarks(ApprovalView view)
    {
        if (view.Standing.Note is { } note) yield return note;
        HashSet<long> shown = [.. view.Standing.Steps.SelectMany(step => step.Opinions).Select(opinion => opinion.Sequence)];
        foreach (var happened in view.Events.Where(happened => !shown.Contains(happened.Sequence)))
        {
            if (Verb(view, happened.Act) is not { } verb) continue;
            var words = view.Notes[happened.Sequence].Words;
            yield return $"{DayWords.Of(happened.On)}　{happened.Who}{verb}{(words.Length > 0 ? $"：{words}" : "。")}";
        }
    }

    private static string? Verb(ApprovalView view, IApprovalAct act) => act switch
    {
        ApprovalSubmitted => "送审",
        ApprovalGiven { Opinion.Step: var step } => $"同意（{NameOf(view, step)}）",
        ApprovalSentBack { Opinion.Step: var step } => $"退回（{NameOf(view, step)}）",
        ApprovalWithdrawn => "撤回送审",
        UrgentPathTaken => "决定紧急办理",
        StepSkipped skipped => $"决定跳过{NameOf(view, skipped.Step)}",
        ProxyConfirmed => "确认代录的意见",
        ProxyDenied => "否认代录的意见，其后的审批作废",
        ApprovalReleased => "放行",
        _ => null,
    };

    private static string NameOf(ApprovalView view, string step) => view.Chain.Find(step)?.Name ?? step;

    private static string NameOf(DisclosureAttribute attribute) => attribute switch
    {
        DisclosureAttribute.Proactive => "主动公开",
        DisclosureAttribute.OnRequest => "依申请公开",
        DisclosureAttribute.Withheld => "不予公开",
        _ => throw new ArgumentOutOfRangeException(nameof(attribute)),
    };
}
