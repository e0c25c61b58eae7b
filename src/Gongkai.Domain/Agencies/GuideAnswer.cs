namespace Gongkai.Domain.Agencies;

/// <summary>
/// What an agency says to a question of its guide (指南事项): something, or that it has none (无). Where there is no answer at all the
/// question is open (未填报), and that is never shown as if it were a 无.
/// </summary>
public sealed record GuideAnswer
{
    private const string NoneWord = "无";

    private static readonly string[] NoneWords = [NoneWord, "没有", "无传真"];

    private GuideAnswer(string? text) => Text = text;

    /// <summary>The agency has none, and says so.</summary>
    public static GuideAnswer None { get; } = new((string?)null);

    /// <summary>What it says; null when it has none.</summary>
    public string? Text { get; }

    /// <summary>True when the answer is that there is none.</summary>
    public bool IsNone => Text is null;

    /// <summary>Reads what somebody wrote; a blank is no answer.</summary>
    public static GuideAnswer? Read(string? written) => written?.Trim() switch
    {
        null or "" => null,
        { } word when NoneWords.Contains(word) => None,
        { } text => new GuideAnswer(text),
    };

    /// <summary>Reads what somebody wrote.</summary>
    public static implicit operator GuideAnswer?(string? written) => Read(written);

    /// <summary>The written and stored form.</summary>
    public override string ToString() => Text ?? NoneWord;
}
