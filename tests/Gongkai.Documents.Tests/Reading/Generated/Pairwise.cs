namespace Gongkai.Documents.Tests.Reading.Generated;

/// <summary>Combines the values of many dimensions so that each value meets each other one at least once (成对组合).</summary>
internal static class Pairwise
{
    /// <summary>Rows of indices, one for each dimension, that together hold every pair.</summary>
    public static List<int[]> Cover(params int[] sizes)
    {
        var open = new HashSet<(int, int, int, int)>();
        for (var a = 0; a < sizes.Length; a++)
            for (var b = a + 1; b < sizes.Length; b++)
                for (var i = 0; i < sizes[a]; i++)
                    for (var j = 0; j < sizes[b]; j++) open.Add((a, i, b, j));
        List<int[]> rows = [];
        var random = new Random(7);
        while (open.Count > 0)
        {
            var (a, i, b, j) = open.First();
            var row = Enumerable.Repeat(-1, sizes.Length).ToArray();
            (row[a], row[b]) = (i, j);
            foreach (var dimension in Enumerable.Range(0, sizes.Length).Where(dimension => row[dimension] < 0).OrderBy(_ => random.Next()).ToList())
            {
                row[dimension] = Enumerable.Range(0, sizes[dimension]).OrderBy(_ => random.Next())
                    .MaxBy(value => Enumerable.Range(0, sizes.Length).Count(other => row[other] >= 0 && open.Contains(Pair(dimension, value, other, row[other]))));
            }
            for (var one = 0; one < sizes.Length; one++)
                for (var other = one + 1; other < sizes.Length; other++) open.Remove((one, row[one], other, row[other]));
            rows.Add(row);
        }
        return rows;
    }

    private static (int, int, int, int) Pair(int a, int i, int b, int j) => a < b ? (a, i, b, j) : (b, j, a, i);
}
