using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gongkai.App.Acts;
using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Search;
using Gongkai.Domain.Agencies;

namespace Gongkai.Benchmarks;

/// <summary>
/// The search over many documents of some 800 characters, newest first: how long a page of twenty takes, and whether it is complete,
/// compared with a substring scan of every text. With GONGKAI_BENCH_POSTGRES (an empty database) on PostgreSQL, else on SQLite.
/// </summary>
internal static class SearchBenchmark
{
    private const int Length = 800;
    private const int Questions = 120;
    private const int Batch = 1000;

    public static async Task RunAsync(int documents)
    {
        var postgres = Environment.GetEnvironmentVariable("GONGKAI_BENCH_POSTGRES");
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-");
        try
        {
            using var house = (await HouseOpening.OpenOrFoundAsync(
                new HouseAddress(folder.FullName, postgres), HouseKind.Real, TimeProvider.System, CancellationToken.None)).Value;
            var random = new Random(7);
            var words = new Vocabulary(random);
            var started = Stopwatch.GetTimestamp();
            var texts = await FillAsync(house, words, random, documents);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(postgres is null ? "SQLite" : "PostgreSQL")}, {documents:N0} documents, {texts.Sum(text => (long)text.Length) / 1e6:0.0} M characters, indexed in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
            var searching = new Searching(house);
            foreach (var signs in (int[])[2, 3, 4, 6]) await AskAsync(searching, texts, random, signs.ToString(CultureInfo.InvariantCulture) + " characters", () => Piece(texts, random, signs));
            await AskAsync(searching, texts, random, "two words", () => $"{Piece(texts, random, 2)} {Piece(texts, random, 2)}");
            await AskAsync(searching, texts, random, "2 characters, best first", () => Piece(texts, random, 2), byRelevance: true);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task AskAsync(
        Searching searching, List<string> texts, Random random, string name, Func<string> ask, bool byRelevance = false)
    {
        List<double> times = [];
        var wrong = 0;
        for (var question = -10; question < Questions; question++)
        {
            var typed = ask();
            var started = Stopwatch.GetTimestamp();
            var answer = (await searching.FindAsync(AgencyScope.All, new SearchRequest(typed, ByRelevance: byRelevance, WithSynonyms: false), 0, 20, CancellationToken.None)).Value;
            // The first few warm up.
            if (question < 0) continue;
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            var terms = typed.Split(' ');
            var expected = texts.Count(text => terms.All(term => text.Contains(term, StringComparison.Ordinal)));
            if (answer.Count != Math.Min(expected, Searching.MostCounted)) wrong++;
        }
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {name,-28} p50 {times[times.Count / 2],8:0.0} ms   p95 {times[times.Count * 95 / 100],8:0.0} ms   counts that differ from the scan: {wrong} of {Questions}"));
    }

    private static string Piece(List<string> texts, Random random, int signs)
    {
        while (true)
        {
            var text = texts[random.Next(texts.Count)];
            var piece = text.Substring(random.Next(text.Length - signs), signs);
            if (piece.All(char.IsLetterOrDigit)) return piece;
        }
    }

    private static async Task<List<string>> FillAsync(House house, Vocabulary words, Random random, int documents)
    {
        var recorder = new ActRecorder(house);
        var agency = new Agency { Id = new AgencyId(Guid.CreateVersion7()), Code = "bench", Name = "示范区测速局", Kind = AgencyKind.Department };
        await new AgencyRegister(house, recorder).RegisterAsync(agency, new DateOnly(2015, 1, 1), "bench", CancellationToken.None);
        List<string> texts = [];
        for (var done = 0; done < documents; done += Batch)
        {
            await recorder.RecordAsync<bool>(agency.Id, async (acts, cancellation) =>
            {
                for (var number = done; number < Math.Min(documents, done + Batch); number++)
                {
                    var text = words.Text(random, Length);
                    texts.Add(text);
                    var on = new DateOnly(2015, 1, 1).AddDays((int)(number * 4000L / documents));
                    await acts.IndexAsync(new SearchableDocument(Guid.CreateVersion7(), agency.Id, on, "notice", null, text[..20], [text]), cancellation);
                }
                return true;
            }, CancellationToken.None);
        }
        return texts;
    }

    /// <summary>Eight thousand made-up words, as unevenly used as words are, and what disclosure always says.</summary>
    private sealed class Vocabulary
    {
        private static readonly string[] Phrases = ["政府信息公开", "依申请公开", "应急管理", "行政许可", "安全生产", "主动公开", "年度报告", "规范性文件", "政策解读", "行政处罚"];

        private readonly string[] _words;
        private readonly double[] _upTo;

        public Vocabulary(Random random)
        {
            _words = [.. Enumerable.Range(0, 8000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => (char)(0x4E00 + random.Next(3000)))))];
            _upTo = new double[_words.Length];
            var sum = 0.0;
            for (var rank = 0; rank < _upTo.Length; rank++) _upTo[rank] = sum += 1.0 / (rank + 3);
        }

        public string Text(Random random, int length)
        {
            var text = new StringBuilder();
            while (text.Length < length)
            {
                if (random.NextDouble() < 0.15)
                {
                    text.Append(Phrases[random.Next(Phrases.Length)]);
                    continue;
                }
                var place = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
                text.Append(_words[place < 0 ? ~place : place]);
                if (random.Next(9) == 0) text.Append('，');
            }
            return text.ToString();
        }
    }
}
