namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>How a register is laid out in its table (表的排列): the lines a case can count in, and the cell of line and class.</summary>
/// <param name="Table"><c>requests</c> or <c>disputes</c>.</param>
/// <param name="Cell">The cell of a line and a class.</param>
/// <param name="Begun">Line of what began in the year, or null when the table does not ask for it.</param>
/// <param name="CarriedIn">Line of what was open as the year began, or null likewise.</param>
/// <param name="CarriedOver">Line of what was open as it ended.</param>
/// <param name="Results">Lines of what ended, each with the results it takes in.</param>
/// <param name="Words">How findings speak of it.</param>
internal sealed record CaseTable(
    string Table,
    Func<string, int, CellKey> Cell,
    string? Begun,
    string? CarriedIn,
    string CarriedOver,
    IReadOnlyList<ResultLine> Results,
    CaseWords Words);

/// <summary>A line of results: 21 of them in section three of the 2021 form, 19 in that of 2019, three in section four.</summary>
internal sealed record ResultLine(string Key, IReadOnlyList<int> Results);

/// <summary>Words for findings: 申请 is 收到 and 办结, 案件 is 收到 and 审结; and the same for the names of rules.</summary>
internal sealed record CaseWords(string Matter, string Ended, string BegunRule, string EndedRule);
