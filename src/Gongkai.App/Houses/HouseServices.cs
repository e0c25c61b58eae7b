using Gongkai.App.Acts;
using Gongkai.App.Agencies;
using Gongkai.App.Agencies.Imports;
using Gongkai.App.Agencies.Mergers;
using Gongkai.App.Approvals;
using Gongkai.App.Audit;
using Gongkai.App.Calendars;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.Handovers;
using Gongkai.App.Imports;
using Gongkai.App.Ledger;
using Gongkai.App.Machines;
using Gongkai.App.People;
using Gongkai.App.People.Certificates;
using Gongkai.App.Purging;
using Gongkai.App.Reports;
using Gongkai.App.Requests;
using Gongkai.App.Requests.Doors;
using Gongkai.App.Retention;
using Gongkai.App.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Houses;

/// <summary>
/// What the signed-in post of this request may see. Set once, before the first query; until then nothing is seen.
/// </summary>
public sealed class ScopeOfRequest
{
    private AgencyScope? _scope;

    /// <summary>The scope.</summary>
    public AgencyScope Scope => _scope ?? AgencyScope.None;

    /// <summary>Sets it.</summary>
    /// <exception cref="InvalidOperationException">It was set already: two places decide who may see what.</exception>
    public void Set(AgencyScope scope) => _scope = _scope is null ? scope : throw new InvalidOperationException("The scope of a request is set once.");
}

/// <summary>Hands an open house to a host.</summary>
public static class HouseServices
{
    /// <summary>
    /// Adds the house, its services and, per request, <see cref="ScopeOfRequest"/> and a <see cref="GongkaiDb"/> of that scope. A context
    /// is made anew each time: pooled ones would carry somebody else's scope.
    /// </summary>
    public static IServiceCollection AddGongkaiHouse(this IServiceCollection services, House house) => services
        .AddSingleton(house)
        .AddSingleton(house.Clock)
        .AddSingleton(house.Files)
        .AddSingleton<AuditLog>()
        .AddSingleton<ActRecorder>()
        .AddSingleton<AgencyRegister>()
        .AddSingleton<FileIntake>()
        .AddSingleton<AgencyFounding>()
        .AddSingleton<AgencyProfile>()
        .AddSingleton<AgencyMerger>()
        .AddSingleton<AgencyImport>()
        .AddSingleton<AgencyExport>()
        .AddSingleton<FileSweep>()
        .AddSingleton(AccountRules.BuiltIn)
        .AddSingleton<CodeSecrets>()
        .AddSingleton<Sessions>()
        .AddSingleton(SignInWays.BuiltIn)
        .AddSingleton(CertificateTrust.Nobody)
        .AddSingleton<CertificateCheck>()
        .AddSingleton<SignIn>()
        .AddSingleton<OtherWays>()
        .AddSingleton<MachineTokens>()
        .AddSingleton<Accounts>()
        .AddSingleton<SecondFactors>()
        .AddSingleton<PostRegister>()
        .AddSingleton<Enrolment>()
        .AddSingleton<ContactAddresses>()
        .AddSingleton<Searching>()
        .AddSingleton<Callers>()
        .AddSingleton<HandoverContents>().AddSingleton<PostHandover>()
        .AddSingleton<LedgerImport>()
        .AddSingleton<LedgerExport>()
        .AddSingleton<ReportCompiler>()
        .AddSingleton<QuickEntry>()
        .AddSingleton<HouseCalendar>()
        .AddSingleton<OpenRequests>().AddSingleton<CaseDoors>().AddSingleton<CaseReading>()
        .AddSingleton<Purge>()
        .AddSingleton<RetentionSchedule>().AddSingleton<DestructionLists>().AddSingleton<Destruction>()
        .AddSingleton<ChainBook>().AddSingleton<Drafts>().AddSingleton<ApprovalDesk>().AddSingleton<ApprovalReading>().AddSingleton<ApprovalRelease>()
        .AddSingleton<ProxyRecords>().AddSingleton<Delegations>().AddSingleton<ApprovalLinks>().AddSingleton<ApprovalSheets>()
        .AddScoped<ScopeOfRequest>()
        .AddScoped(services => services.GetRequiredService<House>().Open(services.GetRequiredService<ScopeOfRequest>().Scope));
}
