namespace Gongkai.Documents.Handovers;

/// <summary>One part of what is handed over (交接事项).</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">The matters; none is worth saying too.</param>
public sealed record HandoverPart(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>The sheet of a handover (交接单): what goes from one hand into another, signed by both. It names accounts and never a password.</summary>
/// <param name="Agency">The agency's name.</param>
/// <param name="Post">The post.</param>
/// <param name="From">Who hands over.</param>
/// <param name="To">Who takes over; empty while not settled.</param>
/// <param name="On">First day of the successor, or null while not settled.</param>
/// <param name="PrintedOn">The day it is printed.</param>
/// <param name="Parts">The parts in order.</param>
/// <param name="IsDemo">True when everything on it is made up.</param>
public sealed record HandoverSheet(
    string Agency, string Post, string From, string To, DateOnly? On, DateOnly PrintedOn, IReadOnlyList<HandoverPart> Parts, bool IsDemo)
{
    /// <summary>What is done beside the sheet.</summary>
    public const string Notice = "口令不写在本单上，也不保存在本平台：网站、新媒体等账号由双方当面交接，接手人当场改换口令。";

    /// <summary>What a part without a matter says.</summary>
    public const string Nothing = "无。";
}
