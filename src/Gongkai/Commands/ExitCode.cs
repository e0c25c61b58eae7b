namespace Gongkai.Commands;

/// <summary>Exit codes of every command.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing of severity error.</summary>
    public const int Done = 0;

    /// <summary>The answer is bad: findings of severity error, a broken chain, refused lines.</summary>
    public const int BadAnswer = 1;

    /// <summary>The input could not be read; one clear sentence stands on standard error.</summary>
    public const int Unreadable = 2;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 64;

    /// <summary>A bug of this program.</summary>
    public const int Bug = 70;

    /// <summary>Interrupted from the keyboard.</summary>
    public const int Interrupted = 130;
}
