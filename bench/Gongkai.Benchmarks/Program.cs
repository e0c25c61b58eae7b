using Gongkai.Benchmarks;

Console.OutputEncoding = System.Text.Encoding.UTF8;
// `search 50000` is a load of its own, and long.
if (args is ["search", var documents])
{
    await SearchBenchmark.RunAsync(int.Parse(documents, System.Globalization.CultureInfo.InvariantCulture));
    return;
}
Console.WriteLine("Medians in one process, measured in turns; × is against the bare cost in the first line of each.");
Console.WriteLine();
ReadingBenchmark.Run();
WritingBenchmark.Run();
CalendarBenchmark.Run();
await FoldBenchmark.RunAsync();
