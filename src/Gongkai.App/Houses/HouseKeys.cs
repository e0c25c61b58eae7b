using Gongkai.App.Personal;
using Gongkai.Domain;

namespace Gongkai.App.Houses;

/// <summary>The ring of an open house, taken out with its first use and kept while the house is open.</summary>
/// <param name="house">The house.</param>
internal sealed class HouseKeys(House house)
{
    private volatile KeyRing? _ring;

    /// <summary>To write: the ring is made where the house has never sealed anything.</summary>
    public Task<Outcome<KeyRing>> OpenAsync(CancellationToken cancellation) => TakeAsync(KeyRing.OpenAsync, cancellation);

    /// <summary>To read: the ring that is there, or why there is none.</summary>
    public Task<Outcome<KeyRing>> FindAsync(CancellationToken cancellation) => TakeAsync(KeyRing.FindAsync, cancellation);

    private async Task<Outcome<KeyRing>> TakeAsync(Func<House, CancellationToken, Task<Outcome<KeyRing>>> take, CancellationToken cancellation)
    {
        if (_ring is { } known) return known;
        var taken = await take(house, cancellation);
        return taken.IsRefused ? taken.Refusal : _ring = taken.Value;
    }
}
