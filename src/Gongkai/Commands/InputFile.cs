using Gongkai.Domain;

namespace Gongkai.Commands;

/// <summary>Reads a file that a command line names, whole, up to a limit.</summary>
internal static class InputFile
{
    private const int MaxMegabytes = 100;

    public static async Task<Outcome<byte[]>> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) return new Refusal("file.not-found", $"没有文件“{path}”。请检查路径。");
            if (file.Length > MaxMegabytes * 1024L * 1024) return new Refusal("file.too-large", $"“{path}”超过 {MaxMegabytes} MB，不读取。");
            return await File.ReadAllBytesAsync(path, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Refusal("file.unreachable", $"“{path}”打不开：可能正被别的程序占用，或没有读取权限。");
        }
    }
}
