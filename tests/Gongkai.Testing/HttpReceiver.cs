using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Testing;

/// <summary>A call that was received.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body.</param>
public sealed record ReceivedCall(string Path, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A gateway or a robot on the other side: a real HTTP server on a free port of the loopback address that keeps what it is told.</summary>
public sealed class HttpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedCall> _calls = [];
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HttpReceiver(WebApplication app) => _app = app;

    /// <summary>Where it is.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>What it was told, in order.</summary>
    public IReadOnlyList<ReceivedCall> Calls => [.. _calls];

    /// <summary>What it answers with.</summary>
    public int Status { get; set; } = 200;

    /// <summary>What it answers.</summary>
    public string Answer { get; set; } = """{"errcode":0,"errmsg":"ok"}""";

    /// <summary>The call that is never answered, counted from 1; null answers all.</summary>
    public int? Silence { get; set; }

    /// <summary>Ends once that call has come.</summary>
    public Task Silent => _silent.Task;

    /// <summary>Starts one.</summary>
    public static async Task<HttpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        var app = builder.Build();
        var receiver = new HttpReceiver(app);
        app.Run(receiver.ReceiveAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _calls.Enqueue(new ReceivedCall($"{context.Request.Path}{context.Request.QueryString}", headers, await reader.ReadToEndAsync()));
        if (_calls.Count == Silence)
        {
            _silent.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }
        context.Response.StatusCode = Status;
        await context.Response.WriteAsync(Answer);
    }
}
