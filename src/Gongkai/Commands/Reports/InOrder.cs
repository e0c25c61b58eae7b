namespace Gongkai.Commands.Reports;

/// <summary>Works on many files at once and hands the answers out in their order, never more of them in memory than are needed.</summary>
internal static class InOrder
{
    /// <summary>Answers in flight for each processor: enough to keep it busy behind a slow file.</summary>
    private const int PerProcessor = 4;

    public static async IAsyncEnumerable<TAnswer> SelectInOrder<TItem, TAnswer>(this IEnumerable<TItem> items, Func<TItem, Task<TAnswer>> work)
    {
        var most = Environment.ProcessorCount * PerProcessor;
        Queue<Task<TAnswer>> running = new(most);
        foreach (var item in items)
        {
            if (running.Count == most) yield return await running.Dequeue();
            running.Enqueue(Task.Run(() => work(item)));
        }
        while (running.TryDequeue(out var task)) yield return await task;
    }
}
