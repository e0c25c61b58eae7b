namespace Gongkai.Documents.Tests.Reading.Generated;

internal enum Rows { Of2021, SingleOther, Of2019 }

internal enum Blanks { None, EmptyZeros, SlashZeros, StrokeZeros, WordZeros, EmptyOrganisations, EmptyTotals }

internal enum Numbers { Plain, Commas, Spaces, FullWidth, Units, Remarks, Footnotes }

internal enum ProactiveCut { One, Four }

internal enum RequestsCut { None, WithoutHead, WithHead }

internal enum DisputesCut { One, ThreeByHead, ThreeByParagraph, GroupsAsRows }

internal enum Heads { Merged, Filled, Flat, Wrapped, Broken, Shortened }

internal enum RowHeads { Merged, Flat, Unmerged, SplitGroup, Numbered, Remarked }

internal enum Labels { Exact, HalfWidth, Variants, MissingCharacters, Radicals, Residue, Spaced }

internal enum Frame { Bare, Layout, Furniture, Edited }

internal enum Encoded { Utf8, Utf8Mark, Gb18030, Utf16 }

internal enum TextShape { TabCells, TrimmedTabs, BlankLines, Bars, TabRows }

/// <summary>One way to print a report.</summary>
internal sealed record Quirks(
    Rows Rows, Blanks Blanks, Numbers Numbers, ProactiveCut Proactive, RequestsCut Requests, DisputesCut Disputes, Heads Heads, RowHeads RowHeads,
    Labels Labels, Frame Frame, Encoded Encoded, TextShape Text, bool HasErrors)
{
    private static readonly int[] Sizes = [3, 7, 7, 2, 3, 4, 6, 6, 7, 4, 4, 5, 2];

    /// <summary>Every value with every other.</summary>
    public static IReadOnlyList<Quirks> Pairs { get; } = [.. Pairwise.Cover(Sizes).Select(row => new Quirks(
        (Rows)row[0], (Blanks)row[1], (Numbers)row[2], (ProactiveCut)row[3], (RequestsCut)row[4], (DisputesCut)row[5], (Heads)row[6], (RowHeads)row[7],
        (Labels)row[8], (Frame)row[9], (Encoded)row[10], (TextShape)row[11], row[12] == 1))];
}
