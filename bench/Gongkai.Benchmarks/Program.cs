using Gongkai.Benchmarks;

Console.OutputEncoding = System.Text.Encoding.UTF8;
Console.WriteLine("Medians in one process, measured in turns; × is against the bare cost in the first line of each.");
Console.WriteLine();
ReadingBenchmark.Run();
WritingBenchmark.Run();
CalendarBenchmark.Run();
await FoldBenchmark.RunAsync();
