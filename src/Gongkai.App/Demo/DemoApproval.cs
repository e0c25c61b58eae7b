using Gongkai.App.Acts;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Demo;

/// <summary>A notice that waits for its first reviewer in the demonstration house (演示呈批件).</summary>
internal static class DemoApproval
{
    private const string Body = """
        各镇（街道），各有关单位：
        进入春季森林防火期，请落实值班值守，加强野外用火管理，发现火情立即报告。
        """;

    /// <summary>Drafts it and submits it.</summary>
    public static async Task<Refusal?> FillAsync(House house, AgencyId agency, string drafter, CancellationToken cancellation)
    {
        var recorder = new ActRecorder(house);
        await using var db = house.Open(AgencyScope.All);
        var person = await db.People.AsNoTracking().SingleAsync(row => row.UserName == drafter, cancellation);
        var officer = new Approver(new PersonId(person.Id), person.Name, new HashSet<PostRole> { PostRole.Officer });
        var draft = await new Drafts(house, recorder).BeginAsync(
            agency, "publication",
            new DraftContent("关于做好春季森林防火工作的通知", Body.ReplaceLineEndings("\n"), "区森林防火年度工作安排", DisclosureAttribute.Proactive, []), [], officer, cancellation);
        if (draft.IsRefused) return draft.Refusal;
        var submitted = await new ApprovalDesk(house, recorder).SubmitAsync(
            new DraftKey(agency, draft.Value.Id), draft.Value.Version, officer, [], "请审核", cancellation);
        return submitted.Refusal;
    }
}
