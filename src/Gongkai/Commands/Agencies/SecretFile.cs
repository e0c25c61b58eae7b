using System.Text;

namespace Gongkai.Commands.Agencies;

/// <summary>A new file that only its owner may read: for what is told once. It is never written over another one.</summary>
internal sealed class SecretFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;
    private bool _discarded;

    private SecretFile(string path, FileStream stream)
    {
        _path = path;
        _stream = stream;
    }

    /// <summary>Makes it, or returns null when there is one already or nothing can be written there.</summary>
    public static SecretFile? TryCreate(string path)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new SecretFile(path, new FileStream(path, options));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public async Task WriteAsync(string text) => await _stream.WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Leaves nothing behind.</summary>
    public void Discard() => _discarded = true;

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        if (_discarded) File.Delete(_path);
    }
}
