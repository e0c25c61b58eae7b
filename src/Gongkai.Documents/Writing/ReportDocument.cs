using System.Globalization;
using Gongkai.Documents.Data;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Writing;

/// <summary>
/// An annual report ready to leave the house (出件的年度报告): what it says, the form it is printed on, and what stands around it. Its
/// writers are <see cref="DocxWriter"/>, <see cref="HtmlWriter"/> and <see cref="XlsxWriter"/>; the same document gives the same bytes.
/// </summary>
/// <param name="Report">The cells and the words.</param>
/// <param name="Form">The official form.</param>
public sealed record ReportDocument(AnnualReport Report, ReportForm Form)
{
    private readonly string? _title;
    private readonly string? _agency;

    /// <summary>Name of the agency that reports (报告机关); the report's own when not given.</summary>
    public string Agency
    {
        get => LegalText.Line(_agency ?? Report.Agency ?? "");
        init => _agency = value;
    }

    /// <summary>The title (标题); without one, 某局2025年政府信息公开工作年度报告.</summary>
    public string Title
    {
        get => _title is null ? Agency + CustomaryTitle : LegalText.Line(_title);
        init => _title = value;
    }

    /// <summary>The date under the signature (成文日期), or null: then it is not signed.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>Who publishes it (发布机构), named in the page's description; the agency when not given.</summary>
    public string? Publisher { get; init; }

    /// <summary>True when the figures are made up: every page of every format then says 演示数据.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The title as it is set: the agency on a line of its own where one line cannot hold both.</summary>
    internal IReadOnlyList<string> TitleLines =>
        _title is null && Agency.Length > 0 && Title.Length > CharactersInTitleLine ? [Agency, CustomaryTitle] : [Title];

    /// <summary>The three tables as they are printed.</summary>
    internal IReadOnlyList<PrintedTable> Tables =>
    [
        .. Form.Tables.Select(table => PrintedTable.Of(PrintedForm(table), $"{NumeralOf(table.Section)}、{SectionTitle(table.Section)}", Report)),
    ];

    /// <summary>二号 on a line of 156 mm.</summary>
    private const int CharactersInTitleLine = 20;

    private string CustomaryTitle =>
        Report.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{year}年政府信息公开工作年度报告") : "政府信息公开工作年度报告";

    internal static char NumeralOf(int section) => "〇一二三四五六"[section];

    internal string SectionTitle(int number) => Form.Sections[number - 1].Title;

    // Reports of later years still meet the 2019 row set, with （六）其他处理 in one row: printed as they are, not bent to three rows.
    private FormTable PrintedForm(FormTable table) => table.Id == "requests" && Report.HasSingleOtherRow
        ? BuiltInForms.Form2019.Tables.Single(old => old.Id == table.Id)
        : table;
}
