using Gongkai.Documents.Data;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Publishing;
using Gongkai.Domain.Requests;
using static Gongkai.Testing.LedgerBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Folding;

/// <summary>The form before the one in force.</summary>
[Law("国办公开办函〔2019〕60号")]
public sealed class Form2019Tests
{
    [Fact(DisplayName = "（六）其他处理只有一行：三种情形合计其中，勾稽不变")]
    public void TheSingleOtherRowTakesInAllThree()
    {
        var folded = ALedger().Opened(2020)
            .Received("2020-03-02").Closed("2020-03-20", OutcomeRow.OtherClarificationLapsed)
            .Received("2020-03-03").Closed("2020-03-20", OutcomeRow.OtherFeeLapsed)
            .Received("2020-03-04").Closed("2020-03-20", OutcomeRow.OtherOther)
            .Received("2020-03-05").Closed("2020-03-20", OutcomeRow.Granted)
            .Fold(2020, form: BuiltInForms.Form2019);

        Assert.Equal(198, folded.Report.Cells.Count);
        Assert.True(folded.Report.HasSingleOtherRow);
        Assert.Equal(3, folded.Number("requests.other.naturalPerson"));
        Assert.Equal(4, folded.Number("requests.closed.total"));
    }

    [Fact(DisplayName = "台账给得出的计数，给不出的（公开数量、项目数量、采购）要报数单，否则未报")]
    public void WhatActsCannotGiveIsNotReported()
    {
        var folded = ALedger().Issued("2020-02-01").Decided("2020-02-02", AdministrativeDecisionKind.Penalty)
            .Returned("财务科", "2020", ("proactive.procurement.count", 4), ("proactive.procurement.amount", 12.5m), ("proactive.fees.change", -1))
            .Fold(2020, form: BuiltInForms.Form2019);

        Assert.Equal(1, folded.Number("proactive.normativeDocuments.made"));
        Assert.Equal(CellState.NotReported, folded.State("proactive.normativeDocuments.newlyPublic"));
        Assert.Equal(1, folded.Number("proactive.penalties.decisions"));
        Assert.Equal(CellState.NotReported, folded.State("proactive.penalties.previous"));
        Assert.Equal(12.5m, folded.Number("proactive.procurement.amount"));
        Assert.Equal(-1, folded.Number("proactive.fees.change"));
        Assert.Empty(folded.Findings);
    }
}
