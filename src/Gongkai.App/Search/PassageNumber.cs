namespace Gongkai.App.Search;

/// <summary>
/// The number of a passage (段落编号): day, serial of the document, place in it. Both databases walk such numbers downwards quickly, so
/// that "newest first" costs no sorting and is the same order on both.
/// </summary>
internal static class PassageNumber
{
    /// <summary>The most passages of a document; what comes after them is not found.</summary>
    public const int MostPassages = 1 << PlaceBits;

    /// <summary>Bits of the place in the document. The title is place 0.</summary>
    public const int PlaceBits = 12;

    /// <summary>The greatest serial of a document.</summary>
    public const long GreatestSerial = (1L << SerialBits) - 1;

    private const int SerialBits = 28;

    /// <summary>The number of the title; those of the other passages follow it.</summary>
    public static long Of(DateOnly publishedOn, long serial)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, GreatestSerial, nameof(serial));
        return (((long)publishedOn.DayNumber << SerialBits) | serial) << PlaceBits;
    }

    /// <summary>The document of a passage, as day and serial in one number.</summary>
    public static long DocumentOf(long passage) => passage >> PlaceBits;

    /// <summary>After the greatest number that a passage of a document can have.</summary>
    public static long EndOf(long document) => (document + 1) << PlaceBits;

    /// <summary>The serial of its document.</summary>
    public static long SerialOf(long passage) => DocumentOf(passage) & GreatestSerial;

    /// <summary>True for the passage that is the title.</summary>
    public static bool IsTitle(long passage) => (passage & (MostPassages - 1)) == 0;
}
