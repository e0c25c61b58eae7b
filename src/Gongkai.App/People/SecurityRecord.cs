using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.People;

/// <summary>Writes down what was done to accounts and posts, once it is done (安全事件记录).</summary>
internal static class SecurityRecord
{
    /// <summary>How the audit log calls a person.</summary>
    public static string Of(Guid person) => $"Person/{person:D}";

    /// <summary>Writes an event when something was done; a refusal leaves no trace here.</summary>
    public static async Task<Outcome<T>> AsAsync<T>(
        this Task<Outcome<T>> doing, AuditLog audit, AuditKind kind, Caller caller, Func<T, Guid> about, string message, AgencyId? agency = null,
        string what = "Person")
    {
        var done = await doing;
        // What has been done is written down even when whoever did it no longer waits.
        if (!done.IsRefused)
            await audit.WriteAsync(new AuditEvent(kind, caller.Id, agency, $"{what}/{about(done.Value):D}", caller.From, message), CancellationToken.None);
        return done;
    }
}
