using Xunit;

namespace Gongkai.Testing;

/// <summary>A page under <c>docs/</c> that a test generates and that belongs in git. <c>GONGKAI_WRITE_DOCS=1 ./test</c> renews it.</summary>
public static class GeneratedPage
{
    /// <summary>Fails when the page in git is not this text.</summary>
    public static void Check(string path, string text)
    {
        var file = Path.Combine(SourceTree.Root, path);
        if (Environment.GetEnvironmentVariable("GONGKAI_WRITE_DOCS") == "1") File.WriteAllText(file, text);
        Assert.True(File.Exists(file) && File.ReadAllText(file) == text, $"{path} is not current: GONGKAI_WRITE_DOCS=1 ./test");
    }
}
