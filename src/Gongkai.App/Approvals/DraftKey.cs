using Gongkai.Domain.Agencies;
using Gongkai.Domain.Publishing;

namespace Gongkai.App.Approvals;

/// <summary>Which draft of which agency.</summary>
/// <param name="Agency">The agency, whose chain the acts are written to.</param>
/// <param name="Id">The draft.</param>
public readonly record struct DraftKey(AgencyId Agency, Guid Id);

/// <summary>An attachment as a drafter gives it.</summary>
/// <param name="Name">Name as printed.</param>
/// <param name="Hash">Hash of the stored file.</param>
public sealed record DraftFile(string Name, string Hash);

/// <summary>The substance of a draft as a drafter gives it.</summary>
/// <param name="Title">标题.</param>
/// <param name="Body">正文.</param>
/// <param name="Grounds">依据和理由.</param>
/// <param name="Attribute">拟公开属性, or null where the form has none.</param>
/// <param name="Files">The attachments in order: new ones, and those it has already.</param>
public sealed record DraftContent(string Title, string Body, string Grounds, DisclosureAttribute? Attribute, IReadOnlyList<DraftFile> Files);

/// <summary>A step somebody saw waiting, over the content they saw: what a page, a link or a sheet hands back with a decision.</summary>
/// <param name="Step">Code of the step.</param>
/// <param name="Manifest">Hash of the content.</param>
public readonly record struct SeenStep(string Step, string Manifest);
