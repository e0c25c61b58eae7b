using Gongkai.Domain;

namespace Gongkai.Commands;

/// <summary>Says a sentence on standard error and ends with an exit code.</summary>
internal static class Answer
{
    public static Task<int> RefuseAsync(Refusal refusal, int exitCode) => RefuseAsync(refusal.ToString(), exitCode);

    public static async Task<int> RefuseAsync(string message, int exitCode)
    {
        await Console.Error.WriteLineAsync(message);
        return exitCode;
    }
}
