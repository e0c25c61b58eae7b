using System.CommandLine;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Commands.Audits;

/// <summary>The options by which security events are looked up.</summary>
internal sealed class FilterOptions
{
    private readonly Option<DateOnly?> _from = DayOption.Create("--from", "从这一天起（北京时间，含当天）。");
    private readonly Option<DateOnly?> _to = DayOption.Create("--to", "到这一天止（含当天）。");
    private readonly Option<Guid?> _who = new("--who") { Description = "人员标识。", HelpName = "标识" };
    private readonly Option<string?> _kind = new("--kind") { Description = "事件种类，如 signInFailed、personalDataOpened。", HelpName = "种类" };
    private readonly Option<string?> _agency = new("--agency") { Description = "机关代码。", HelpName = "代码" };
    private readonly Option<string?> _subject = new("--subject") { Description = "对象，写开头几个字即可。", HelpName = "对象" };

    public FilterOptions() => _kind.AcceptOnlyFromAmong([.. EnumCode<AuditKind>.All]);

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_from, _to, _who, _kind, _agency, _subject]) command.Add(option);
    }

    /// <summary>What the command line asks for, or why it cannot be looked up.</summary>
    public async Task<Outcome<AuditFilter>> ReadAsync(ParseResult parsed, GongkaiDb db, CancellationToken cancellation)
    {
        AgencyId? agency = null;
        if (parsed.GetValue(_agency) is { } code)
        {
            agency = await db.Agencies.Where(row => row.Code == code).Select(row => (AgencyId?)row.Id).SingleOrDefaultAsync(cancellation);
            if (agency is null) return new Refusal("agency.unknown", $"没有代码为“{code}”的机关。用 gongkai agency list 查看。");
        }
        return new AuditFilter(
            parsed.GetValue(_from) is { } from ? ChinaTime.StartOf(from) : null,
            parsed.GetValue(_to) is { } to ? ChinaTime.StartOf(to.AddDays(1)) : null,
            parsed.GetValue(_who) is { } who ? new PersonId(who) : null,
            parsed.GetValue(_kind) is { } kind ? EnumCode<AuditKind>.Parse(kind) : null,
            agency, parsed.GetValue(_subject));
    }
}
