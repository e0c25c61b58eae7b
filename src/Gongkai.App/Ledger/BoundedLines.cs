namespace Gongkai.App.Ledger;

/// <summary>Reads a stream line by line in bounded memory; a line that is too long ends the reading.</summary>
/// <param name="input">The stream.</param>
/// <param name="longest">Length of the longest line in bytes.</param>
internal sealed class BoundedLines(Stream input, int longest)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Number of the line that was read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>True when the reading ended at a line that is too long.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The next line without its break, valid until the next call; null at the end.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellation)
    {
        var searched = 0;
        while (true)
        {
            var index = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (index >= 0) return Take(searched + index, 1);
            searched = _end - _start;
            if (searched > longest)
            {
                Number++;
                IsTooLong = true;
                return null;
            }
            MakeRoom();
            var read = await input.ReadAsync(_buffer.AsMemory(_end), cancellation);
            if (read == 0)
            {
                if (searched > 0) return Take(searched, 0);
                return null;
            }
            _end += read;
        }
    }

    private ReadOnlyMemory<byte> Take(int length, int lineBreak)
    {
        var line = _buffer.AsMemory(_start, length);
        _start += length + lineBreak;
        Number++;
        return line.Length > 0 && line.Span[^1] == (byte)'\r' ? line[..^1] : line;
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length) return;
        var kept = _end - _start;
        var room = kept > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        Buffer.BlockCopy(_buffer, _start, room, 0, kept);
        (_buffer, _start, _end) = (room, 0, kept);
    }
}
