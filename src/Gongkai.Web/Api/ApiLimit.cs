using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Api;

/// <summary>How often machines of one address may ask (接口频率).</summary>
internal static class ApiLimit
{
    public const string Policy = "api";

    public const int RequestsPerMinute = 300;

    public static void AddApiLimit(this IServiceCollection services) => services.AddRateLimiter(options => options.AddPolicy(Policy, context =>
        RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = RequestsPerMinute, Window = TimeSpan.FromMinutes(1) })));
}
