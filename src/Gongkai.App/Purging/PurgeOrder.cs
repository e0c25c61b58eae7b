using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Purging;

/// <summary>Who ordered a purge, and why: two persons, a reason, and the paper it is written on.</summary>
/// <param name="First">The first person.</param>
/// <param name="Second">The second person.</param>
/// <param name="Reason">Why, without saying what it was.</param>
/// <param name="Paper">Number of the paper form that both have signed (线下审批单号).</param>
public sealed record PurgeApproval(string First, string Second, string Reason, string Paper)
{
    /// <summary>What is missing, or null.</summary>
    public Refusal? Fault() =>
        string.IsNullOrWhiteSpace(First) || string.IsNullOrWhiteSpace(Second) || First.Trim() == Second.Trim()
            ? new Refusal("purge.two-persons", "清除要由两个人共同决定，请写明两个不同的人。")
            : string.IsNullOrWhiteSpace(Reason) || string.IsNullOrWhiteSpace(Paper)
                ? new Refusal("purge.reason", "请写明清除的理由和线下审批单号。理由里不要写被清除的内容。")
                : null;
}

/// <summary>What is to be removed.</summary>
/// <param name="Files">Hashes of stored files.</param>
/// <param name="Agency">Whose ledger entries, or null when there are none.</param>
/// <param name="Entries">Sequences of the entries whose private parts go.</param>
/// <param name="Approval">Who ordered it.</param>
public sealed record PurgeOrder(IReadOnlyList<string> Files, AgencyId? Agency, IReadOnlyList<long> Entries, PurgeApproval Approval);

/// <summary>What was removed, and where it may still be.</summary>
/// <param name="Files">How many files.</param>
/// <param name="Entries">How many private parts.</param>
/// <param name="Remains">Places this program cannot reach, a sentence each.</param>
public sealed record PurgeResult(int Files, int Entries, IReadOnlyList<string> Remains);
