using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Reading;

/// <summary>What a file turned out to hold (读取结果): the annual report with its evidence, and what was left lying in it.</summary>
/// <param name="Report">The report, cell by cell as printed; nothing in it is repaired.</param>
/// <param name="Format">What the bytes were, whatever the name says.</param>
/// <param name="Leftovers">Residue of drafting found anywhere in the document, in document order.</param>
public sealed record ReadReport(AnnualReport Report, SourceFormat Format, IReadOnlyList<Leftover> Leftovers);

/// <summary>The formats an annual report is read from (文件格式).</summary>
public enum SourceFormat
{
    /// <summary>Word 文档 (.docx).</summary>
    Docx,

    /// <summary>网页 (.html).</summary>
    Html,

    /// <summary>纯文本 (.txt), above all a word processor's text export.</summary>
    Text,
}

/// <summary>Residue of drafting (残留), e.g. <c>[bookmark: _GoBack]</c>: harmless to the numbers, embarrassing on a public page.</summary>
/// <param name="Kind">What sort of residue.</param>
/// <param name="Text">The residue itself, at most 80 characters.</param>
/// <param name="Where">Where it stands: <c>section 2</c>, <c>table 1</c>, or <c>document</c>.</param>
public sealed record Leftover(LeftoverKind Kind, string Text, string Where);

/// <summary>Sorts of residue (残留种类).</summary>
public enum LeftoverKind
{
    /// <summary>书签、域代码、交叉引用错误等排版软件标记.</summary>
    Markup,

    /// <summary>未替换的占位文字，如 ××、单击此处输入文字.</summary>
    Placeholder,

    /// <summary>未接受或未拒绝的修订.</summary>
    TrackedChange,

    /// <summary>批注.</summary>
    Comment,

    /// <summary>隐藏文字.</summary>
    HiddenText,
}
