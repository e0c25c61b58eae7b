using Gongkai.Domain.Publishing;

namespace Gongkai.App.Agencies.Mergers;

/// <summary>The two rows of section two that count what is in force (现行有效), as the ledger's facts name them.</summary>
internal static class InForceRow
{
    private const string Regulations = "regulations";
    private const string NormativeDocuments = "normativeDocuments";

    public static IReadOnlyList<string> All { get; } = [Regulations, NormativeDocuments];

    public static string Of(InstrumentKind kind) => kind == InstrumentKind.Regulation ? Regulations : NormativeDocuments;

    public static string NameOf(string row) => row == Regulations ? "规章" : "行政规范性文件";
}
