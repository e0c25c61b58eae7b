using System.Text.Json;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.Documents.Data;

/// <summary>How long records are kept where an agency entered no schedule of its own (内置保管期限), from <c>data/retention/</c>.</summary>
public static class BuiltInRetentionTerms
{
    private static readonly Dictionary<RetainedRecords, (RetentionTerm Term, string Name)> All = Load();

    /// <summary>The term of some records.</summary>
    public static RetentionTerm Of(RetainedRecords records) => All[records].Term;

    /// <summary>What records are called.</summary>
    public static string NameOf(RetainedRecords records) => All[records].Name;

    private static Dictionary<RetainedRecords, (RetentionTerm, string)> Load()
    {
        using var stream = BuiltInData.Open("retention/terms.json");
        using var document = JsonDocument.Parse(stream);
        var source = document.RootElement.GetProperty("source").GetString()!;
        return document.RootElement.GetProperty("terms").EnumerateArray().ToDictionary(
            term => EnumCode<RetainedRecords>.Parse(term.GetProperty("records").GetString()!),
            term => (
                new RetentionTerm(EnumCode<RetainedRecords>.Parse(term.GetProperty("records").GetString()!), term.GetProperty("years").GetInt32(), source),
                term.GetProperty("name").GetString()!));
    }
}
