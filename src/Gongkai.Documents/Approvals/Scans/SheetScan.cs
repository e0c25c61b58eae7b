using System.ComponentModel;
using Gongkai.Domain;
using Gongkai.Domain.Approvals;
using ZXing;

namespace Gongkai.Documents.Approvals.Scans;

/// <summary>A page of a scan (扫描页) and the code on it.</summary>
/// <param name="Number">Page, from 1.</param>
/// <param name="Code">The code, or why there is none.</param>
public sealed record ScannedPage(int Number, Outcome<SheetCode> Code);

/// <summary>
/// Reads the codes of scanned approval sheets (呈批单识别): pages of a PDF or a photograph, in any order, turned any way.
/// </summary>
public static class SheetScan
{
    /// <summary>Reads every page.</summary>
    /// <param name="file">The scan: PDF, JPEG or PNG.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The pages, or why the file cannot be read at all.</returns>
    public static async Task<Outcome<IReadOnlyList<ScannedPage>>> ReadAsync(byte[] file, CancellationToken cancellation)
    {
        if (!file.AsSpan().StartsWith("%PDF-"u8)) return PageImage.Read(file).Then<IReadOnlyList<ScannedPage>>(image => (List<ScannedPage>)[Read(1, image)]);
        List<ScannedPage> pages = [];
        try
        {
            await foreach (var image in PdfPages.ReadAsync(file, cancellation)) pages.Add(Read(pages.Count + 1, image));
        }
        catch (Win32Exception)
        {
            return new Refusal("scan.no-tool", "本机没有安装 pdftoppm（poppler-utils），读不了 PDF 扫描件。请安装后再试，或者改传 JPG、PNG 图片。");
        }
        catch (InvalidDataException)
        {
            return new Refusal("scan.no-pdf", "这个 PDF 打不开：文件已损坏，或者加了密码。请重新扫描。");
        }
        return pages;
    }

    private static ScannedPage Read(int number, PageImage image)
    {
        var codes = Find(image);
        if (codes.Count == 0) codes = Find(image.Halved());
        return new ScannedPage(number, codes switch
        {
            [] => new Refusal("scan.no-code", $"第 {number} 页没有识别到内容码。请重新扫描，或者照单上的字母手工输入内容码归卷。"),
            [var code] => SheetCode.Read(code),
            _ => new Refusal("scan.two-codes", $"第 {number} 页上有不止一张呈批单的内容码。请一页扫描一张。"),
        });
    }

    private static List<string> Find(PageImage image)
    {
        var reader = new BarcodeReaderGeneric { AutoRotate = false };
        reader.Options.PossibleFormats = [BarcodeFormat.QR_CODE];
        reader.Options.TryHarder = true;
        var source = new RGBLuminanceSource(image.Grey, image.Width, image.Height, RGBLuminanceSource.BitmapFormat.Gray8);
        // The one finds every code of a page, the other finds a code that is hard to see.
        var found = reader.DecodeMultiple(source) is { Length: > 0 } several ? several : [reader.Decode(source)];
        return [.. found.Select(code => code?.Text).Where(text => text?.StartsWith(SheetPicture.Mark, StringComparison.Ordinal) == true)
            .Select(text => text![SheetPicture.Mark.Length..]).Distinct()];
    }
}
