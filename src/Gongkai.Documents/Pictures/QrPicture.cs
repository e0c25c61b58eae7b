using System.Globalization;
using System.Text;
using SkiaSharp;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;
using ZXing.QrCode.Internal;

namespace Gongkai.Documents.Pictures;

/// <summary>A QR code (二维码) that a quarter of may be lost.</summary>
public sealed class QrPicture
{
    private const int Quiet = 4;
    private const int PixelsPerModule = 10;

    private readonly BitMatrix _modules;

    private QrPicture(BitMatrix modules) => _modules = modules;

    /// <summary>Modules along a side, the quiet zone included.</summary>
    public int Side => _modules.Width;

    /// <summary>Writes a text as a code.</summary>
    public static QrPicture Of(string text) => new(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, new Dictionary<EncodeHintType, object>
    {
        [EncodeHintType.ERROR_CORRECTION] = ErrorCorrectionLevel.Q,
        [EncodeHintType.MARGIN] = Quiet,
    }));

    /// <summary>The dark modules as the path of an SVG whose view box is <see cref="Side"/> wide.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
                if (_modules[x, y]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        }
        return path.ToString();
    }

    /// <summary>The picture as PNG.</summary>
    public byte[] Png()
    {
        using var bitmap = new SKBitmap(Side * PixelsPerModule, Side * PixelsPerModule, SKColorType.Gray8, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = false };
            for (var y = 0; y < Side; y++)
            {
                for (var x = 0; x < Side; x++)
                    if (_modules[x, y]) canvas.DrawRect(x * PixelsPerModule, y * PixelsPerModule, PixelsPerModule, PixelsPerModule, ink);
            }
        }
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
