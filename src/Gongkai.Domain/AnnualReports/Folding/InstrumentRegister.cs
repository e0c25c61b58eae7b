namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// The register behind one row of section two's first block (规章、行政规范性文件). Joint documents count at the lead only, so that the
/// sum over a region is true (条例10).
/// </summary>
/// <param name="row">Row in the cell names, e.g. <c>normativeDocuments</c>.</param>
internal sealed class InstrumentRegister(string row)
{
    /// <summary>Row in the cell names.</summary>
    public string Row => row;

    /// <summary>制发.</summary>
    public ActRegister Issued { get; } = new(subjectOnce: true);

    /// <summary>废止, expired ones included.</summary>
    public ActRegister Repealed { get; } = new(subjectOnce: true);

    /// <summary>承接: in force here without having been issued here.</summary>
    public ActRegister TakenOver { get; } = new(subjectOnce: true);

    /// <summary>Where its books were opened, or null.</summary>
    public OpeningAct? Opening { get; set; }

    /// <summary>
    /// Months with an act. An instrument in force asks for no act, unlike an open request: without one the year needs a signed zero.
    /// </summary>
    public Months Kept(int year) => Issued[year].Months | Repealed[year].Months;
}
