using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Gongkai.Documents.Approvals.Scans;

/// <summary>
/// The pages of a PDF as pictures, one after the other, by poppler's <c>pdftoppm</c>. Nothing is written to disk: the file goes in by a pipe
/// and the pages come out by one. Every page is drawn to the same longest side, so that no page size can ask for all the memory.
/// </summary>
internal static class PdfPages
{
    /// <summary>The tool, and the package it comes in on Debian: poppler-utils.</summary>
    public const string Tool = "pdftoppm";

    /// <summary>More pages than this are no stack of approval sheets.</summary>
    public const int MostPages = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Draws the pages.</summary>
    /// <exception cref="Win32Exception">The tool is not installed.</exception>
    /// <exception cref="InvalidDataException">The tool cannot read the file, or did not end in time.</exception>
    public static async IAsyncEnumerable<PageImage> ReadAsync(byte[] file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(
            Tool, ["-gray", "-scale-to", PageImage.LongestSide.ToString(CultureInfo.InvariantCulture), "-l", MostPages.ToString(CultureInfo.InvariantCulture), "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var feeding = FeedAsync(process, file, patience.Token);
            var complaints = process.StandardError.ReadToEndAsync(patience.Token);
            var pages = process.StandardOutput.BaseStream;
            while (await ReadPageAsync(pages, patience.Token) is { } page) yield return page;
            await Task.WhenAll(feeding, complaints, process.WaitForExitAsync(patience.Token));
            if (process.ExitCode != 0) throw new InvalidDataException(await complaints);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static async Task FeedAsync(Process process, byte[] file, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(file, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The tool gave up before the end; its exit code tells why.
        }
    }

    // P5, width, height, 255, one blank, then the grey bytes (Netpbm).
    private static async Task<PageImage?> ReadPageAsync(Stream stream, CancellationToken cancellation)
    {
        if (await ReadWordAsync(stream, cancellation) is not { Length: > 0 } magic) return null;
        var width = await ReadNumberAsync(stream, cancellation);
        var height = await ReadNumberAsync(stream, cancellation);
        if (magic != "P5" || await ReadNumberAsync(stream, cancellation) != 255) throw new InvalidDataException("no grey picture");
        var grey = new byte[width * height];
        await stream.ReadExactlyAsync(grey, cancellation);
        return new PageImage(width, height, grey);
    }

    private static async Task<int> ReadNumberAsync(Stream stream, CancellationToken cancellation) =>
        int.TryParse(await ReadWordAsync(stream, cancellation), CultureInfo.InvariantCulture, out var number) && number is > 0 and <= PageImage.LongestSide
            ? number
            : throw new InvalidDataException("no size of a picture");

    private static async Task<string> ReadWordAsync(Stream stream, CancellationToken cancellation)
    {
        var word = new StringBuilder();
        var letter = new byte[1];
        while (await stream.ReadAsync(letter, cancellation) == 1)
        {
            if (char.IsWhiteSpace((char)letter[0])) break;
            if (word.Append((char)letter[0]).Length > 8) throw new InvalidDataException("no head of a picture");
        }
        return word.ToString();
    }
}
