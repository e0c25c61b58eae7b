namespace Gongkai.Rules.Tests;

/// <summary>A page under <c>docs/</c> that is generated and belongs in git. <c>GONGKAI_WRITE_DOCS=1 ./test Rules</c> renews it.</summary>
internal static class GeneratedPage
{
    public static void Check(string path, string text)
    {
        var file = Path.Combine(House.Root, path);
        if (Environment.GetEnvironmentVariable("GONGKAI_WRITE_DOCS") == "1") File.WriteAllText(file, text);
        Assert.True(File.Exists(file) && File.ReadAllText(file) == text, $"{path} is not current: GONGKAI_WRITE_DOCS=1 ./test Rules");
    }
}
