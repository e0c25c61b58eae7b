using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongkai.App.Tests;

/// <summary>Stops a process for good right before one of its database commands, so that it can be killed exactly there.</summary>
internal sealed class StopAtCommand(int stopAt) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private int _seen;

    public static void Watch(int stopAt) => DiagnosticListener.AllListeners.Subscribe(new StopAtCommand(stopAt));

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RelationalEventId.CommandExecuting.Name || Interlocked.Increment(ref _seen) != stopAt) return;
        Console.WriteLine($"stopped before {((CommandEventData)value.Value!).Command.CommandText.Split('\n')[0]}");
        new ManualResetEvent(false).WaitOne();
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
