using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Benchmarks;

/// <summary>
/// Compares ways to do a thing with its bare cost, in one process and in turns, so that what the machine does meanwhile falls on all of
/// them alike: the ratios are firm where milliseconds are not. (BenchmarkDotNet measures each in a process of its own.)
/// </summary>
/// <param name="title">What is done.</param>
/// <param name="seconds">How long to measure.</param>
internal sealed class Comparison(string title, double seconds = 5)
{
    private readonly List<Contender> _contenders = [];

    /// <summary>Adds a way of doing it; the first is the bare cost that the others are measured by.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="run">Does it once.</param>
    /// <param name="goal">The ratio it should not exceed, or null.</param>
    public Comparison With(string name, Action run, double? goal = null)
    {
        _contenders.Add(new Contender(name, run, goal));
        return this;
    }

    /// <summary>Warms all up, measures in turns and prints medians and ratios.</summary>
    public void Print()
    {
        const int enough = 2_000;
        // The bare cost runs in the framework, compiled ahead; our own code is as good as it gets only after seconds.
        Turns(seconds, enough);
        foreach (var contender in _contenders) contender.Forget();
        Turns(seconds, enough);
        Console.WriteLine(title);
        foreach (var contender in _contenders)
        {
            var ratio = contender.Median / _contenders[0].Median;
            var verdict = contender.Goal is not { } goal ? "" : string.Create(
                CultureInfo.InvariantCulture, $"   goal ≤ {goal:0.#}×: {(ratio <= goal ? "met" : "MISSED")}");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {contender.Name,-52}{contender.Median,12:0.000} ms{ratio,10:0.00}×{verdict}"));
        }
        Console.WriteLine();
    }

    private void Turns(double duration, int atMost)
    {
        var started = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < atMost && (turn < 3 || Stopwatch.GetElapsedTime(started).TotalSeconds < duration); turn++)
        {
            foreach (var contender in _contenders) contender.Measure();
        }
    }

    private sealed class Contender(string name, Action run, double? goal)
    {
        private readonly List<double> _samples = [];

        public string Name => name;

        public double? Goal => goal;

        /// <summary>Milliseconds.</summary>
        public double Median => _samples.Order().ElementAt(_samples.Count / 2);

        public void Forget() => _samples.Clear();

        public void Measure()
        {
            var started = Stopwatch.GetTimestamp();
            run();
            _samples.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }
}
