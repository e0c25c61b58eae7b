namespace Gongkai.Testing;

/// <summary>
/// The real annual reports under <c>../shared/corpus</c>: test input, never part of the project. A test that needs them calls
/// <see cref="Missing"/> first: with CI=true their absence is a failure, elsewhere the test is skipped.
/// </summary>
public static class Corpus
{
    private static readonly string Root = FindRoot();

    /// <summary>Folder of the sources.</summary>
    public static string Files => Path.Combine(Root, "corpus", "files");

    /// <summary>Folder of what each source prints, as <c>gongkai.annual-report/1</c>.</summary>
    public static string Truth => Path.Combine(Root, "corpus", "truth");

    /// <summary>The report every office knows: the first one this project was made for.</summary>
    public static string Seed => Directory.EnumerateFiles(Path.Combine(Root, "seed"), "*.txt").Order(StringComparer.Ordinal).First();

    /// <summary>Why a test cannot run, or null when it can.</summary>
    /// <exception cref="DirectoryNotFoundException">The corpus is missing where everything must be there.</exception>
    public static string? Missing
    {
        get
        {
            if (Directory.Exists(Truth)) return null;
            return MustExist
                ? throw new DirectoryNotFoundException($"No corpus at {Truth}")
                : "没有 ../shared/corpus，跳过真实年报";
        }
    }

    /// <summary>True where a missing file is a failure and not a reason to skip.</summary>
    public static bool MustExist => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>The full path of a file or folder under <c>../shared</c>, or null when it is not there.</summary>
    public static string? Find(string path)
    {
        var found = Path.Combine(Root, path);
        return Path.Exists(found) ? found : null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx"))) folder = folder.Parent;
        return Path.GetFullPath(Path.Combine(folder?.FullName ?? AppContext.BaseDirectory, "..", "shared"));
    }
}
