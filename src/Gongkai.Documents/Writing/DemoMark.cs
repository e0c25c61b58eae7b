namespace Gongkai.Documents.Writing;

/// <summary>What made-up documents say of themselves (演示数据), on every page of every format.</summary>
internal static class DemoMark
{
    /// <summary>The word.</summary>
    public const string Word = "演示数据";

    /// <summary>The sentence.</summary>
    public const string Sentence = "演示数据：机关、数字和文字均为虚构，不是真实的年度报告。";
}
