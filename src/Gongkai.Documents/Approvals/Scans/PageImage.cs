using Gongkai.Domain;
using SkiaSharp;

namespace Gongkai.Documents.Approvals.Scans;

/// <summary>A page as a picture in shades of grey (页面图像).</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Grey">A byte a pixel, row by row.</param>
internal sealed record PageImage(int Width, int Height, byte[] Grey)
{
    /// <summary>Longest side that is looked at: 200 dots an inch on A4, and some more.</summary>
    public const int LongestSide = 2400;

    private const long MostPixels = 100_000_000;

    /// <summary>A photograph or scan that is a picture itself.</summary>
    public static Outcome<PageImage> Read(byte[] file)
    {
        using var codec = SKCodec.Create(new SKMemoryStream(file));
        if (codec is null || (long)codec.Info.Width * codec.Info.Height is 0 or > MostPixels) return NoPicture;
        using var picture = SKBitmap.Decode(codec, new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        if (picture is null) return NoPicture;
        var scale = Math.Min(1f, (float)LongestSide / Math.Max(picture.Width, picture.Height));
        var size = new SKImageInfo(
            Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)), SKColorType.Gray8, SKAlphaType.Opaque);
        using var grey = new SKBitmap(size);
        using (var canvas = new SKCanvas(grey))
        {
            using var image = SKImage.FromBitmap(picture);
            canvas.DrawImage(image, new SKRect(0, 0, size.Width, size.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }
        return new PageImage(size.Width, size.Height, Rows(grey));
    }

    /// <summary>Half as wide and half as high: what a speckled scan is read better from.</summary>
    public PageImage Halved()
    {
        var (width, height) = (Width / 2, Height / 2);
        var grey = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = y * 2 * Width + x * 2;
                grey[y * width + x] = (byte)((Grey[at] + Grey[at + 1] + Grey[at + Width] + Grey[at + Width + 1]) / 4);
            }
        }
        return new PageImage(width, height, grey);
    }

    private static Refusal NoPicture { get; } = new("scan.no-picture", "这个文件不是能识别的图片。请扫描为 PDF，或者存为 JPG、PNG 后再传。");

    private static byte[] Rows(SKBitmap bitmap)
    {
        var rows = new byte[bitmap.Width * bitmap.Height];
        var pixels = bitmap.GetPixelSpan();
        for (var y = 0; y < bitmap.Height; y++) pixels.Slice(y * bitmap.RowBytes, bitmap.Width).CopyTo(rows.AsSpan(y * bitmap.Width));
        return rows;
    }
}
