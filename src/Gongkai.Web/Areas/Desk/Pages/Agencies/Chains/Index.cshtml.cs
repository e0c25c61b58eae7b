using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.Documents.Data;
using Gongkai.Domain;
using Gongkai.Domain.Approvals;
using Gongkai.Web.Desk;

namespace Gongkai.Web.Areas.Desk.Pages.Agencies.Chains;

/// <summary>审批流程：the chains of an agency as they hold now, and the forms that run on them.</summary>
public sealed class IndexModel(GongkaiDb db) : DeskPage
{
    /// <summary>The chains; one that was tampered with is named by its code and refused.</summary>
    public IReadOnlyList<(string Code, Outcome<ApprovalChain> Chain, string Forms)> Chains { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        List<(string, Outcome<ApprovalChain>, string)> chains = [];
        foreach (var code in BuiltInApprovals.Chains.Select(chain => chain.Version.Code).Distinct())
        {
            var forms = string.Join('、', BuiltInApprovals.Forms.Where(form => form.Chain == code).Select(form => form.Name));
            chains.Add((code, await ChainBook.CurrentAsync(db, Agency.Id, code, cancellation), forms));
        }
        Chains = chains;
    }
}
