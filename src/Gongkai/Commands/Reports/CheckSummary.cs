using Gongkai.Domain.AnnualReports;

namespace Gongkai.Commands.Reports;

/// <summary>Adds up the answers of a check.</summary>
internal sealed class CheckSummary
{
    private int _files;
    private int _unreadable;
    private int _withErrors;
    private int _errors;
    private int _warnings;
    private int _hints;

    /// <summary>2 if any file was unreadable, else 1 if any has an error.</summary>
    public int ExitCode => _unreadable > 0 ? Commands.ExitCode.Unreadable : _errors > 0 ? Commands.ExitCode.BadAnswer : Commands.ExitCode.Done;

    public void Add(FileAnswer answer)
    {
        _files++;
        if (answer.Refusal is not null) _unreadable++;
        var errors = answer.Count(Severity.Error);
        if (errors > 0) _withErrors++;
        _errors += errors;
        _warnings += answer.Count(Severity.Warning);
        _hints += answer.Count(Severity.Hint);
    }

    public override string ToString() =>
        $"共 {_files} 份：{_withErrors} 份有错误；错误 {_errors} 处，警告 {_warnings} 处，提示 {_hints} 处" + (_unreadable > 0 ? $"；{_unreadable} 份读不出来。" : "。");
}
