namespace Gongkai.Commands.Reports;

/// <summary>Tells on standard error how far a long run is, when somebody is looking.</summary>
internal sealed class Progress(string doing, int total) : IDisposable
{
    private const int WorthTelling = 20;

    private readonly bool _shown = total >= WorthTelling && !Console.IsErrorRedirected;
    private int _done;

    public void Step()
    {
        _done++;
        if (_shown) Console.Error.Write($"\r{doing} {_done}/{total}");
    }

    /// <summary>Wipes the line, so that a sentence can stand there.</summary>
    public void Clear()
    {
        if (_shown) Console.Error.Write("\r" + new string(' ', 40) + "\r");
    }

    public void Dispose() => Clear();
}
