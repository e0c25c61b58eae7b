using Gongkai.App.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Web.Frame;

/// <summary>
/// What a load balancer or a watcher asks (运行状况): 200 while pages can be served, 503 when the database does not answer. Work that fails in the
/// background is a line and no reason to send readers elsewhere; why it fails stands on the desk.
/// </summary>
internal static class HealthEndpoint
{
    private const string Address = "/health/ready";

    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head], SayAsync).AllowAnonymous();

    private static async Task<IResult> SayAsync(HouseHealth health, HttpResponse response, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-store";
        var state = await health.ReadAsync(cancellation);
        return state switch
        {
            { Trouble: not null } => TypedResults.Text("数据库没有应答\n", statusCode: StatusCodes.Status503ServiceUnavailable),
            { Failing.Count: > 0 } => TypedResults.Text($"可以访问；后台任务没有做成：{string.Join('、', state.Failing.Select(JobWords.Of))}\n"),
            _ => TypedResults.Text("可以访问\n"),
        };
    }
}
