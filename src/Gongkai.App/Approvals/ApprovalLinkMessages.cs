using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Outbox;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Approvals;

/// <summary>
/// Sends a one-time link to the telephone of the one person it is for (发送审批链接). The message is written with the link, and the token is made when it is
/// sent: it stands in no table and is shown to nobody else.
/// </summary>
/// <param name="recorder">The house's recorder.</param>
/// <param name="links">The links.</param>
/// <param name="settings">The house's settings.</param>
public sealed class ApprovalLinkMessages(ActRecorder recorder, ApprovalLinks links, OutboxSettings settings)
{
    /// <summary>True where the house can send one: it has a gateway, and an address that a telephone can open.</summary>
    public bool IsConfigured => settings is { Sms: not null, PublicAddress: not null };

    /// <summary>Sends one for the step that waits.</summary>
    /// <param name="key">The draft.</param>
    /// <param name="recipient">Who is to decide, with the posts held today.</param>
    /// <param name="issuer">Who has it sent: an officer, or the recipient.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Until when it can be used, UTC.</returns>
    public Task<Outcome<DateTime>> SendAsync(DraftKey key, Approver recipient, Approver issuer, CancellationToken cancellation) =>
        recorder.RecordAsync<DateTime>(key.Agency, async (acts, cancellation) =>
        {
            if (!IsConfigured) return new Refusal("link.no-gateway", "本平台没有配置短信网关和对外网址，发不了链接。请本人登录后在本页生成链接。");
            var phone = await acts.Db.People.Where(person => person.Id == recipient.Person.Value).Select(person => person.ContactPhone).SingleAsync(cancellation);
            if (phone?.Kind != PersonalValue.MobilePhone)
                return new Refusal("link.no-phone", $"没有登记{recipient.Name}的手机号码。请本人在“我的账号”里填写，或由管理人员填写。");
            var made = await links.AddAsync(acts, key, recipient, issuer, cancellation);
            if (made.IsRefused) return made.Refusal;
            await acts.TellAsync(new News(key.Agency, MessageKind.ApprovalLink, made.Value.Id, Addressee.Of(recipient.Person.Value), made.Value.Id.ToString("N")), cancellation);
            return made.Value.ExpiresAt;
        }, cancellation);
}
