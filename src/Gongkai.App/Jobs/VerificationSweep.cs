using System.Security.Cryptography;
using System.Text;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Jobs;

/// <summary>
/// Verifies every chain once a day (每日校验): ledgers and security events. What it leaves is one line with one code over all heads: whoever
/// writes it down can later show that nothing before it was changed. Where a chain is broken the house's administrators are told that day.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="alarm">Tells them.</param>
public sealed class VerificationSweep(House house, ChainAlarm alarm) : ISweep
{
    /// <inheritdoc/>
    public JobKind Job => JobKind.Verification;

    /// <inheritdoc/>
    public async Task<SweepResult> RunAsync(DateTime now, CancellationToken cancellation)
    {
        var names = await NamesAsync(cancellation);
        var ledgers = new LedgerVerification(house);
        List<(string Name, string Head, string? Fault)> chains = [];
        List<AgencyId> brokenLedgers = [];
        foreach (var agency in await ledgers.ListChainsAsync(AgencyScope.All, cancellation))
        {
            var found = await ledgers.VerifyAsync(agency, null, deep: false, cancellation);
            var name = names.GetValueOrDefault(agency.Value, "没有登记的机关");
            chains.Add(found.IsRefused ? (name, "", found.Refusal.Message) : (name, found.Value.Head.Hash, found.Value.Break?.Message));
            if (chains[^1].Fault is not null) brokenLedgers.Add(agency);
        }
        var events = await new AuditVerification(house).VerifyAsync(cancellation);
        if (events.IsRefused) chains.Add(("审计日志", "", events.Refusal.Message));
        else chains.AddRange(events.Value.Select(chain => ($"审计日志（{chain.Node}）", chain.Head.Hash, chain.Break?.Message)));

        var broken = chains.FindAll(chain => chain.Fault is not null);
        if (broken.Count > 0) await alarm.RaiseAsync(brokenLedgers, broken.Count > brokenLedgers.Count, now, cancellation);
        return new SweepResult(chains.Count - broken.Count, broken.Count, broken.Count == 0
            ? $"{chains.Count} 条链完整。合并校验码 {CodeOf(chains.Select(chain => chain.Head))}"
            : string.Join('；', broken.Select(chain => $"{chain.Name}：{chain.Fault}")));
    }

    // Ordered, so that the code depends on the heads alone; the short form is the one chain heads have everywhere.
    private static string CodeOf(IEnumerable<string> heads) =>
        ChainCodes.Of($"{ChainHash.Sha256.Name}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', heads.Order(StringComparer.Ordinal)))))}");

    private async Task<Dictionary<Guid, string>> NamesAsync(CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.All);
        var agencies = await db.Agencies.AsNoTracking().Select(row => new { row.Id, row.Name }).ToListAsync(cancellation);
        return agencies.ToDictionary(row => row.Id.Value, row => row.Name);
    }
}
