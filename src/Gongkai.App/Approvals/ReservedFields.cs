using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Approvals;

namespace Gongkai.App.Approvals;

/// <summary>The fields filled after the sign-off (预留栏) and their columns.</summary>
public static class ReservedFields
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>Puts a value in its column, or says what is wrong with it.</summary>
    public static Refusal? Set(Draft draft, ReservedField field, string value)
    {
        if (value.Length is 0 or > 200) return new Refusal("reserved.empty", "没有填写，或者超过 200 字。请填写后再登记。");
        if (field is ReservedField.DocumentNumber)
        {
            draft.DocumentNumber = value;
            return null;
        }
        if (field is ReservedField.IndexNumber)
        {
            draft.IndexNumber = value;
            return null;
        }
        if (!DateOnly.TryParseExact(value, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new Refusal("reserved.wrong-day", $"“{value}”不是日期，应写作 2026-03-05 的样子。");
        switch (field)
        {
            case ReservedField.DatedOn: draft.DatedOn = day; break;
            case ReservedField.SealedOn: draft.SealedOn = day; break;
            case ReservedField.ServedOn: draft.ServedOn = day; break;
            default: throw new ArgumentOutOfRangeException(nameof(field));
        }
        return null;
    }

    /// <summary>What stands in the column of a field, as it was filled in; null for nothing.</summary>
    public static string? ValueOf(Draft draft, ReservedField field) => field switch
    {
        ReservedField.DocumentNumber => draft.DocumentNumber,
        ReservedField.IndexNumber => draft.IndexNumber,
        ReservedField.DatedOn => draft.DatedOn?.ToString(Iso, CultureInfo.InvariantCulture),
        ReservedField.SealedOn => draft.SealedOn?.ToString(Iso, CultureInfo.InvariantCulture),
        ReservedField.ServedOn => draft.ServedOn?.ToString(Iso, CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>Hash of a value, which stands in the act's facts.</summary>
    public static string Hash(string value) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))}";

    /// <summary>Names of the fields.</summary>
    public static string NameOf(ReservedField field) => field switch
    {
        ReservedField.DocumentNumber => "文号",
        ReservedField.DatedOn => "成文日期",
        ReservedField.IndexNumber => "索引号",
        ReservedField.SealedOn => "用印日期",
        ReservedField.ServedOn => "送达日期",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
