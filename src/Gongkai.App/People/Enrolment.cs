using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.People;

/// <summary>Who is to hold which post (拟任).</summary>
/// <param name="Login">用户名.</param>
/// <param name="Name">姓名; may be left out where there is an account already.</param>
/// <param name="Role">To what.</param>
/// <param name="Substitute">True for the stand-in (B 角).</param>
/// <param name="From">First day; null for today.</param>
public sealed record Enrolee(string Login, string? Name, PostRole Role, bool Substitute = false, DateOnly? From = null);

/// <summary>Somebody who was appointed, and the password of the account when it was made for that.</summary>
/// <param name="Post">The post.</param>
/// <param name="Person">Who.</param>
/// <param name="OneTimePassword">Password for the first sign-in, shown once and kept nowhere; null where there was an account.</param>
public sealed record Enrolled(Post Post, Person Person, string? OneTimePassword);

/// <summary>
/// Takes somebody on (录入人员): an account where there is none, and the post, in one transaction. When the appointment is refused there
/// is no account either.
/// </summary>
/// <param name="recorder">The house's recorder.</param>
/// <param name="audit">Where it is written down.</param>
public sealed class Enrolment(ActRecorder recorder, AuditLog audit)
{
    /// <summary>Appoints somebody, with a new account where there is none.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="agency">Where.</param>
    /// <param name="enrolee">Whom, to what.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<Enrolled>> AppointAsync(Caller caller, AgencyId agency, Enrolee enrolee, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.ManagePeople, agency) is { } refusal) return refusal;
        var enrolled = await recorder.RecordAsync<Enrolled>(agency, async (acts, cancellation) =>
        {
            var normalised = Logins.Normalise(enrolee.Login);
            var known = await acts.Db.People.SingleOrDefaultAsync(row => row.NormalizedUserName == normalised, cancellation);
            if (known is not null && !string.IsNullOrWhiteSpace(enrolee.Name) && known.Name != enrolee.Name.Trim())
                return new Refusal("account.other", $"用户名“{enrolee.Login}”已经有人使用，姓名和您填的不同。请换一个用户名。");
            var person = known ?? await Accounts.AddAsync(acts, enrolee.Login, enrolee.Name ?? "", null, cancellation);
            if (person.IsRefused) return person.Refusal;
            var password = known is null ? Accounts.Activate(person.Value).OneTimePassword : null;
            var post = await PostRegister.AddAsync(
                acts, agency, person.Value, enrolee.Role, enrolee.Substitute, enrolee.From ?? ChinaTime.DayOf(acts.Now), caller.Name, cancellation);
            return post.IsRefused ? post.Refusal : new Enrolled(post.Value, person.Value, password);
        }, cancellation);
        if (!enrolled.IsRefused) await WriteDownAsync(caller, agency, enrolled.Value);
        return enrolled;
    }

    // What has been done is written down even when whoever did it no longer waits.
    private async Task WriteDownAsync(Caller caller, AgencyId agency, Enrolled enrolled)
    {
        var about = SecurityRecord.Of(enrolled.Person.Id);
        if (enrolled.OneTimePassword is not null)
            await audit.WriteAsync(new AuditEvent(AuditKind.AccountOpened, caller.Id, null, about, caller.From, $"建立账号 {enrolled.Person.UserName}"), CancellationToken.None);
        await audit.WriteAsync(
            new AuditEvent(AuditKind.PostChanged, caller.Id, agency, about, caller.From, $"任职：{PostWords.Of(enrolled.Post.Role)}"), CancellationToken.None);
    }
}
