using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Search;

/// <summary>The passages that match a term, downwards from the newest (逐段读取), read in portions as they are wanted.</summary>
/// <param name="matches">Their numbers.</param>
internal sealed class PassageStream(IQueryable<long> matches)
{
    private const int Least = 128;
    private const int Most = 4096;

    private List<long> _portion = [];
    private int _at;
    private int _size = Least;
    private bool _isLast;
    private long _read = long.MaxValue;

    /// <summary>The document it stands at.</summary>
    public long Document => PassageNumber.DocumentOf(_portion[_at]);

    /// <summary>Goes down to the newest document that is not newer than the one given.</summary>
    /// <returns>The document, or null at the end.</returns>
    public async Task<long?> FindAsync(long document, CancellationToken cancellation)
    {
        while (true)
        {
            while (_at < _portion.Count && Document > document) _at++;
            if (_at < _portion.Count) return Document;
            if (_isLast) return null;
            var end = document >= PassageNumber.DocumentOf(long.MaxValue) ? long.MaxValue : PassageNumber.EndOf(document);
            // Who reads on wants more at a time; who leaps wants little.
            _size = end < _read ? Least : Math.Min(Most, 2 * _size);
            await ReadAsync(Math.Min(end, _read), cancellation);
        }
    }

    /// <summary>All passages of the document it stands at; afterwards it stands below.</summary>
    public async Task<IReadOnlyList<long>> TakeAsync(CancellationToken cancellation)
    {
        var document = Document;
        List<long> passages = [];
        while (true)
        {
            for (; _at < _portion.Count && Document == document; _at++) passages.Add(_portion[_at]);
            if (_at < _portion.Count || _isLast) return passages;
            await ReadAsync(_read, cancellation);
        }
    }

    private async Task ReadAsync(long below, CancellationToken cancellation)
    {
        (_portion, _at) = (await matches.Where(id => id < below).OrderByDescending(id => id).Take(_size).ToListAsync(cancellation), 0);
        _isLast = _portion.Count < _size;
        _read = _portion is [.., var last] ? last : below;
    }
}
