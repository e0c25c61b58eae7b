namespace Gongkai.App.Imports;

/// <summary>Why a line of an import file cannot be taken. One is enough: then nothing of the file is.</summary>
/// <param name="Line">Line in the file as an editor shows it, from 1.</param>
/// <param name="Message">What is wrong and what to do, in Chinese.</param>
/// <param name="Column">Code of the column it stands in, where it is one's fault alone.</param>
public sealed record ImportProblem(int Line, string Message, string? Column = null);
