using Gongkai.Domain.Agencies;

namespace Gongkai.App.Audit;

/// <summary>
/// Something that happened and that security must be able to look up (安全事件). It names people by identity and things by kind: no
/// password, no token, no personal data in clear.
/// </summary>
/// <param name="Kind">What happened.</param>
/// <param name="Who">Who did it, or null where nobody is known: a failed sign-in, a job of the house.</param>
/// <param name="Agency">Whose work it concerns, or null for the house itself.</param>
/// <param name="Subject">Identity or code of what it was done to, e.g. <c>Person/0198…</c>, or null.</param>
/// <param name="From">Network address it came from, or <see cref="CommandLine"/>, or <see cref="Background"/>.</param>
/// <param name="Message">A short Chinese sentence; at most <see cref="LongestMessage"/> characters are kept.</param>
public sealed record AuditEvent(AuditKind Kind, PersonId? Who, AgencyId? Agency, string? Subject, string From, string Message)
{
    /// <summary>Came from the command line.</summary>
    public const string CommandLine = "命令行";

    /// <summary>Came from background work.</summary>
    public const string Background = "后台任务";

    /// <summary>Longest message that is kept.</summary>
    public const int LongestMessage = 500;
}
