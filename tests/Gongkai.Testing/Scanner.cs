using SkiaSharp;

namespace Gongkai.Testing;

/// <summary>An office scanner: puts pages into one PDF as they lie on the glass, straight or not, the way the paper happens to be turned.</summary>
public static class Scanner
{
    private const float DotsPerInch = 200;
    private const float PointsPerInch = 72;

    /// <summary>Scans a stack into one PDF.</summary>
    /// <param name="pages">Each page as a picture, with the degrees it is turned by.</param>
    public static byte[] Scan(IEnumerable<(byte[] Picture, float Degrees)> pages)
    {
        using var pdf = new MemoryStream();
        using (var document = SKDocument.CreatePdf(pdf))
        {
            foreach (var (picture, degrees) in pages)
            {
                using var image = Turn(picture, degrees);
                var (width, height) = (image.Width * PointsPerInch / DotsPerInch, image.Height * PointsPerInch / DotsPerInch);
                using var canvas = document.BeginPage(width, height);
                canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear));
                document.EndPage();
            }
            document.Close();
        }
        return pdf.ToArray();
    }

    /// <summary>Lays something white over a part of a page.</summary>
    public static byte[] Cover(byte[] picture, Func<int, int, SKRect> part)
    {
        using var bitmap = SKBitmap.Decode(picture);
        using (var canvas = new SKCanvas(bitmap))
        {
            using var white = new SKPaint { Color = SKColors.White };
            canvas.DrawRect(part(bitmap.Width, bitmap.Height), white);
        }
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static SKImage Turn(byte[] picture, float degrees)
    {
        using var page = SKImage.FromEncodedData(picture);
        var turn = SKMatrix.CreateRotationDegrees(degrees);
        var bounds = turn.MapRect(new SKRect(0, 0, page.Width, page.Height));
        using var surface = SKSurface.Create(new SKImageInfo((int)bounds.Width, (int)bounds.Height));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Translate(-bounds.Left, -bounds.Top);
        surface.Canvas.Concat(turn);
        surface.Canvas.DrawImage(page, 0, 0, new SKSamplingOptions(SKFilterMode.Linear));
        return surface.Snapshot();
    }
}
