using System.Text;
using System.Text.Json;
using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.Documents.Approvals;
using Gongkai.Documents.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Approvals;

/// <summary>The chains of an agency (本机关审批流程): those that come with the program, and over them its own editions.</summary>
/// <param name="recorder">The house's recorder.</param>
public sealed class ChainBook(ActRecorder recorder)
{
    /// <summary>Adopts an edition of an agency's own; approvals under way finish on the one they began with.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="json">The chain, in the shape of <c>data/approvals/chains/</c>; its version number is given here.</param>
    /// <param name="on">From which day it holds.</param>
    /// <param name="who">Who adopts it: the agency's administrator.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<ApprovalChain>> AdoptAsync(AgencyId agency, Stream json, DateOnly on, Approver who, CancellationToken cancellation)
    {
        if (!who.Roles.Contains(PostRole.AgencyAdministrator))
            return Task.FromResult<Outcome<ApprovalChain>>(new Refusal("chain.no-post", "审批流程由机关管理员启用，您没有这个岗位。"));
        var read = ApprovalChainFile.Read(json, own: true);
        if (read.IsRefused) return Task.FromResult<Outcome<ApprovalChain>>(read.Refusal);
        if (BuiltInApprovals.Newest(read.Value.Version.Code) is null)
            return Task.FromResult<Outcome<ApprovalChain>>(new Refusal("chain.unknown", $"没有代码为“{read.Value.Version.Code}”的流程可以替换。可用的代码：{Codes()}。"));
        return recorder.RecordAsync<ApprovalChain>(agency, async (acts, cancellation) =>
        {
            if (on > ChinaTime.DayOf(acts.Now)) return new Refusal("chain.future", "启用日期不能晚于今天：请到那一天再启用。");
            var code = read.Value.Version.Code;
            var last = await acts.Db.AdoptedChains.Where(row => row.AgencyId == agency && row.Code == code).MaxAsync(row => (int?)row.Number, cancellation) ?? 0;
            var chain = read.Value with { Version = new ChainVersion(code, last + 1, true) };
            acts.Db.AdoptedChains.Add(new AdoptedChain
            {
                AgencyId = agency,
                Code = code,
                Number = last + 1,
                Json = ApprovalChainFile.Write(chain),
                Source = chain.Source,
                AdoptedOn = on,
            });
            acts.Record(agency, new ChainAdopted(chain.Version, ApprovalChainFile.Hash(chain)), new SubjectId(agency.Value), on, new PrivatePart(who.Name));
            return chain;
        }, cancellation);
    }

    /// <summary>The edition a form runs on now.</summary>
    internal static async Task<Outcome<ApprovalChain>> NewestAsync(GongkaiDb db, AgencyId agency, string form, CancellationToken cancellation) =>
        BuiltInApprovals.FindForm(form) is { Chain: var code }
            ? await CurrentAsync(db, agency, code, cancellation)
            : new Refusal("form.unknown", $"没有代码为“{form}”的审批表。");

    /// <summary>The edition of a chain that holds in an agency now: its own, or the one that comes with the program.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="code">Code of the chain.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<Outcome<ApprovalChain>> CurrentAsync(GongkaiDb db, AgencyId agency, string code, CancellationToken cancellation)
    {
        if (BuiltInApprovals.Newest(code) is not { } builtIn) return new Refusal("chain.unknown", $"没有代码为“{code}”的流程。");
        var own = await db.AdoptedChains.AsNoTracking().Where(row => row.AgencyId == agency && row.Code == code)
            .OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellation);
        return own is null ? builtIn : await ReadAsync(db, own, cancellation);
    }

    /// <summary>The edition a submission names, and only when it still is what it was.</summary>
    internal static async Task<Outcome<ApprovalChain>> FindAsync(GongkaiDb db, AgencyId agency, ApprovalSubmitted submission, CancellationToken cancellation)
    {
        var version = submission.Chain;
        if (!version.Own && BuiltInApprovals.Find(version) is { } builtIn) return Same(builtIn);
        var row = await db.AdoptedChains.AsNoTracking().SingleOrDefaultAsync(
            row => version.Own && row.AgencyId == agency && row.Code == version.Code && row.Number == version.Number, cancellation);
        return row is null ? Changed(version) : (await ReadAsync(db, row, cancellation)).Then(Same);

        Outcome<ApprovalChain> Same(ApprovalChain chain) => ApprovalChainFile.Hash(chain) == submission.ChainHash ? chain : Changed(version);
    }

    // An edition counts when the ledger says that just this one was adopted.
    private static async Task<Outcome<ApprovalChain>> ReadAsync(GongkaiDb db, AdoptedChain row, CancellationToken cancellation)
    {
        var version = new ChainVersion(row.Code, row.Number, true);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(row.Json));
        var read = ApprovalChainFile.Read(stream, own: true);
        if (read.IsRefused || read.Value.Version != version) return Changed(version);
        var kind = ChainAdopted.Kind.ToString();
        var adopted = await db.Ledger.Where(entry => entry.AgencyId == row.AgencyId && entry.SubjectId == row.AgencyId.Value && entry.Kind == kind)
            .Select(entry => entry.FactsText).ToListAsync(cancellation);
        return adopted.Any(text => Facts(text) == new ChainAdopted(version, ApprovalChainFile.Hash(read.Value))) ? read.Value : Changed(version);
    }

    private static ChainAdopted Facts(string text)
    {
        using var document = JsonDocument.Parse(text);
        return ChainAdopted.Read(document.RootElement.GetProperty("facts"));
    }

    private static Refusal Changed(ChainVersion version) =>
        new("chain.changed", $"审批流程（{version}）不在了，或者启用之后被改动过：停止办理，请安全管理员核查。");

    private static string Codes() => string.Join("、", BuiltInApprovals.Chains.Select(chain => chain.Version.Code).Distinct());
}
