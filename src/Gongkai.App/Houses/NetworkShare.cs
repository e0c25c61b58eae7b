namespace Gongkai.App.Houses;

/// <summary>Tells whether a path lies on a network share, where file locks of an embedded database do not hold.</summary>
internal static class NetworkShare
{
    public static bool Holds(string path)
    {
        var full = Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
            return full.StartsWith(@"\\", StringComparison.Ordinal) || new DriveInfo(Path.GetPathRoot(full)!).DriveType == DriveType.Network;
        var folder = new DirectoryInfo(full);
        while (!folder.Exists && folder.Parent is { } parent) folder = parent;
        return new DriveInfo(folder.FullName).DriveType == DriveType.Network;
    }
}
