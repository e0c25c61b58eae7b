using System.Security.Cryptography;
using Gongkai.App.Audit;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Personal;

/// <summary>Who wants to see personal data in clear, and from where.</summary>
/// <param name="Who">The person, or null when a program of the house sends a letter or a notice.</param>
/// <param name="Agency">Whose work it is.</param>
/// <param name="From">Network address, <see cref="AuditEvent.CommandLine"/> or <see cref="AuditEvent.Background"/>.</param>
public sealed record PersonalDataReader(PersonId? Who, AgencyId? Agency, string From);

/// <summary>
/// Opens personal data (查看个人信息原文): the one door. The audit event is stored before the value is handed out; where it cannot be
/// stored, nothing is handed out.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="values">Its sealed values.</param>
/// <param name="audit">Its audit log.</param>
public sealed class PersonalData(House house, SealedValues values, AuditLog audit)
{
    private const int ShortestReason = 2;

    /// <summary>Opens one value.</summary>
    /// <param name="reader">Who wants to see it.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="value">The value as read from there.</param>
    /// <param name="reason">Why, in the reader's words; stands in the audit log.</param>
    /// <param name="cancellation">Gives up.</param>
    [Law("个人信息保护法", 51)]
    public async Task<Outcome<string>> OpenAsync(
        PersonalDataReader reader, SealedPlace place, Sealed value, string reason, CancellationToken cancellation)
    {
        if (reason.Trim().Length < ShortestReason)
            return new Refusal("personal.no-reason", "查看个人信息原文要写明理由，例如“电话联系申请人补正”。理由会记入审计日志。");
        if (value.Kind is null) throw new InvalidOperationException("A secret of a program is no personal data.");
        string clear;
        try
        {
            clear = values.Unseal(place, value);
        }
        catch (CryptographicException)
        {
            return new Refusal("personal.unreadable", "这一项解不开：内容被改动过，或者不是用现有密钥加密的。请联系系统管理员检查密钥和数据。");
        }
        try
        {
            await audit.WriteAsync(new AuditEvent(
                AuditKind.PersonalDataOpened, reader.Who, reader.Agency, place.ToString(), reader.From, $"查看个人信息原文，理由：{reason.Trim()}"), cancellation);
        }
        catch (Exception error) when (house.Database.Explain(error) is { } refusal)
        {
            return refusal;
        }
        return clear;
    }
}
