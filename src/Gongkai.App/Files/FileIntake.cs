using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Documents.Secrets;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Files;

/// <summary>Who brings something into the house, and from where.</summary>
/// <param name="Who">The person, or null for a citizen or a program.</param>
/// <param name="Agency">To which agency.</param>
/// <param name="From">Network address, <see cref="AuditEvent.CommandLine"/> or <see cref="AuditEvent.Background"/>.</param>
public sealed record Bringer(PersonId? Who, AgencyId? Agency, string From);

/// <summary>
/// The secrecy reviewer's word (保密审查人确认) that something marked 内部 or the like may be stored. It opens nothing that bears a
/// classification.
/// </summary>
/// <param name="By">The reviewer.</param>
/// <param name="Reason">Why.</param>
public sealed record SecrecyClearance(PersonId By, string Reason);

/// <summary>
/// How files and texts come in (录入): examined first, stored after, and where something was stopped an event tells who, when and by which
/// rule. It tells nothing of the content: no name, no hash, no title.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="audit">Its audit log.</param>
public sealed class FileIntake(House house, AuditLog audit)
{
    /// <summary>Takes a file, or says why not.</summary>
    /// <param name="bringer">Who brings it.</param>
    /// <param name="name">The name it came with.</param>
    /// <param name="content">Its bytes, from here to their end.</param>
    /// <param name="clearance">The secrecy reviewer's word, where there is one.</param>
    /// <param name="cancellation">Gives up; nothing is stored then.</param>
    public async Task<Outcome<StoredFile>> TakeAsync(
        Bringer bringer, string name, Stream content, SecrecyClearance? clearance, CancellationToken cancellation)
    {
        var stored = await house.Files.PutAsync(name, content, clearance is not null, cancellation);
        if (stored.IsRefused) return await TellAsync(bringer, stored.Refusal, cancellation);
        if (clearance is not null)
            await audit.WriteAsync(new AuditEvent(AuditKind.WorkSecretHeld, clearance.By, bringer.Agency, null, bringer.From,
                $"保密审查人确认可以录入，理由：{clearance.Reason}"), cancellation);
        return stored;
    }

    /// <summary>Takes a file whose bytes are in memory already.</summary>
    /// <inheritdoc cref="TakeAsync(Bringer, string, Stream, SecrecyClearance, CancellationToken)"/>
    public async Task<Outcome<StoredFile>> TakeAsync(Bringer bringer, string name, byte[] content, SecrecyClearance? clearance, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(content, writable: false);
        return await TakeAsync(bringer, name, stream, clearance, cancellation);
    }

    /// <summary>Looks at a file that is read and not kept: a table to be imported, before anything in it is told or stored.</summary>
    /// <param name="bringer">Who brings it.</param>
    /// <param name="name">The name it came with.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why it may not come in, or null.</returns>
    public async Task<Refusal?> LookAtAsync(Bringer bringer, string name, byte[] content, CancellationToken cancellation) =>
        SecretGuard.Examine(name, content) is { } refusal ? await TellAsync(bringer, refusal, cancellation) : null;

    /// <summary>Looks at what was typed or pasted, before it goes anywhere: all fields of a form together.</summary>
    /// <returns>Why it may not be stored, or null.</returns>
    public async Task<Refusal?> LookAtAsync(Bringer bringer, IEnumerable<string?> texts, CancellationToken cancellation)
    {
        foreach (var text in texts)
            if (text is not null && SecretGuard.ExamineText(text) is { } refusal) return await TellAsync(bringer, refusal, cancellation);
        return null;
    }

    private async Task<Refusal> TellAsync(Bringer bringer, Refusal refusal, CancellationToken cancellation)
    {
        if (SecretGuard.KindOf(refusal) is not { } found) return refusal;
        var kind = found switch
        {
            MarkKind.Classified => AuditKind.MarkedSecretStopped,
            MarkKind.WorkSecret => AuditKind.WorkSecretHeld,
            _ => AuditKind.UnexaminedRefused,
        };
        await audit.WriteAsync(new AuditEvent(kind, bringer.Who, bringer.Agency, null, bringer.From, $"规则：{SecretGuard.RuleOf(refusal)}"), cancellation);
        return refusal;
    }
}
