namespace Gongkai.Testing;

/// <summary>Finds the public material that lies beside the repository. It is never copied into it.</summary>
public static class Corpus
{
    /// <summary>True where a missing file is a failure and not a reason to skip.</summary>
    public static bool MustExist => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>The full path of a file or folder under <c>../shared</c>, or null when it is not there.</summary>
    public static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx"))) continue;
            var found = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", path));
            return Path.Exists(found) ? found : null;
        }
        return null;
    }
}
