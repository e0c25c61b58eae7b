namespace Gongkai.App.Houses;

/// <summary>
/// The operating system's lock on a data folder. Programs that use the folder share it; one that migrates has it alone, so no program
/// ever works on tables that change under it. The system drops it when a program ends, however it ends.
/// </summary>
internal static class FolderLock
{
    private const string FileName = ".lock";

    /// <summary>Shares the lock, or null while somebody migrates.</summary>
    public static IDisposable? TryShare(string folder) => TryOpen(folder, FileAccess.Read, FileShare.Read);

    /// <summary>Takes the lock alone, or null while anybody uses the folder.</summary>
    public static IDisposable? TryTake(string folder) => TryOpen(folder, FileAccess.ReadWrite, FileShare.None);

    private static FileStream? TryOpen(string folder, FileAccess access, FileShare share)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            if (!File.Exists(file)) File.Create(file).Dispose();
            return new FileStream(file, FileMode.Open, access, share);
        }
        catch (IOException error) when (error is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
