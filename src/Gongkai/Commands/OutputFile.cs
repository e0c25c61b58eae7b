using Gongkai.Domain;

namespace Gongkai.Commands;

/// <summary>Writes what a command made to the file it names, or to standard output, byte by byte.</summary>
internal static class OutputFile
{
    public static async Task<int> WriteAsync(string? path, byte[] bytes, CancellationToken cancellation)
    {
        if (path is null)
        {
            await Console.Out.FlushAsync(cancellation);
            await using var screen = Console.OpenStandardOutput();
            await screen.WriteAsync(bytes, cancellation);
            return ExitCode.Done;
        }
        try
        {
            await File.WriteAllBytesAsync(path, bytes, cancellation);
            return ExitCode.Done;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return await Answer.RefuseAsync(Closed(path), ExitCode.Unreadable);
        }
    }

    /// <summary>Opens the file for text that is written bit by bit.</summary>
    public static Outcome<StreamWriter> Open(string path)
    {
        try
        {
            return new StreamWriter(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Closed(path);
        }
    }

    private static Refusal Closed(string path) => new("file.closed", $"“{path}”写不进去：文件夹不存在、正被别的程序占用，或没有写入权限。");
}
