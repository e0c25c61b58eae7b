using System.Globalization;
using System.Text;
using Gongkai.Domain.Approvals;
using SkiaSharp;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;
using ZXing.QrCode.Internal;

namespace Gongkai.Documents.Approvals;

/// <summary>A sheet's code as a picture (二维码): a QR code that a quarter of may be lost.</summary>
internal sealed class SheetPicture
{
    /// <summary>What our codes begin with, so that another QR code on the page is not taken for one.</summary>
    public const string Mark = "GONGKAI:";

    private const int Quiet = 4;
    private const int PixelsPerModule = 10;

    private readonly BitMatrix _modules;

    private SheetPicture(BitMatrix modules) => _modules = modules;

    /// <summary>Modules along a side, the quiet zone included.</summary>
    public int Side => _modules.Width;

    public static SheetPicture Of(SheetCode code) => new(new QRCodeWriter().encode(
        Mark + code.ToString().Replace("-", "", StringComparison.Ordinal), BarcodeFormat.QR_CODE, 0, 0, new Dictionary<EncodeHintType, object>
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
