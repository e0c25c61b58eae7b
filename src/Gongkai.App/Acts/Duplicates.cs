using Gongkai.App.Data;
using Gongkai.Domain;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Acts;

/// <summary>The sentence for a value that must be unique and exists already. Rows that are not listed only collide by a bug.</summary>
internal static class Duplicates
{
    public static Refusal? Explain(DbUpdateException error) => error.Entries.Select(entry => Explain(entry.Entity)).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? Explain(object row) => row switch
    {
        InformationRequest request => Already($"登记编号“{request.Number}”的申请"),
        Dispute dispute => Already($"编号“{dispute.Number}”的复议或诉讼"),
        Instrument instrument => Already($"文号“{instrument.Number}”的文件"),
        AdministrativeDecision decision => Already($"文号“{decision.Number}”的同类决定"),
        SignedReturn signed => Already($"编号“{signed.Number}”的科室报数单"),
        PublishedReport report => Already($"{report.Year} 年的已发布年报"),
        AgencyUnit unit => Already($"名为“{unit.Name}”的科室"),
        Agency agency => Already($"代码为“{agency.Code}”的机关"),
        Draft draft => Already($"文号“{draft.DocumentNumber}”的呈批件"),
        CalendarYearRow year => Already($"{year.Year} 年的日历"),
        _ => null,
    };

    private static Refusal Already(string what) => new("act.duplicate", $"已有{what}，没有重复登记。请先查看已有的那一条，或改用别的编号。");
}
