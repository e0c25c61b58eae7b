using Gongkai.Domain.Agencies;

namespace Gongkai.Domain.Approvals;

/// <summary>The form an approval runs and prints on (审批表): what it is called is the office's word.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">Name as printed, e.g. 信息发布审批表.</param>
/// <param name="Chain">Code of the chain it runs on.</param>
/// <param name="HoldsPersonalData">True when what is drafted names people outside the agency (个人信息): its text is kept sealed.</param>
/// <param name="Module">The module it belongs to; null for a form of every agency.</param>
public sealed record ApprovalForm(string Code, string Name, string Chain, bool HoldsPersonalData, AgencyModule? Module);
