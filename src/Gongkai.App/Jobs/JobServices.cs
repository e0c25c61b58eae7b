using Gongkai.App.Approvals;
using Gongkai.App.Conversions;
using Gongkai.App.Files;
using Gongkai.App.Outbox;
using Gongkai.App.Outbox.Adapters;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Jobs;

/// <summary>Hands background work and messages to a host. When it is done is the host's business.</summary>
public static class JobServices
{
    /// <summary>Adds the outbox with its ways out, the conversion queue, the sweeps and their runner.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="settings">The house's settings for messages.</param>
    public static IServiceCollection AddGongkaiJobs(this IServiceCollection services, OutboxSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<IMessageAdapter, EmailAdapter>().AddSingleton<IMessageAdapter, SmsAdapter>().AddSingleton<IMessageAdapter, RobotAdapter>()
        .AddSingleton<DeliveryAddresses>().AddSingleton<DeskMessages>().AddSingleton<NoticeChoices>().AddSingleton<TaskSheets>().AddSingleton<ApprovalLinkMessages>()
        .AddSingleton<PdfQueue>()
        .AddSingleton<ISweep, DeliverySweep>().AddSingleton<ISweep, ConversionSweep>().AddSingleton<ISweep, DeadlineSweep>()
        .AddSingleton<ISweep, ExpirySweep>().AddSingleton<ISweep>(provider => provider.GetRequiredService<FileSweep>()).AddSingleton<ISweep, VerificationSweep>()
        .AddSingleton<ChainAlarm>().AddSingleton<HouseHealth>()
        .AddSingleton<JobRunner>();
}
