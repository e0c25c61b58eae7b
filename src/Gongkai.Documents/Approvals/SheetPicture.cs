using Gongkai.Documents.Pictures;
using Gongkai.Domain.Approvals;

namespace Gongkai.Documents.Approvals;

/// <summary>A sheet's code as a picture (二维码).</summary>
internal static class SheetPicture
{
    /// <summary>What our codes begin with, so that another QR code on the page is not taken for one.</summary>
    public const string Mark = "GONGKAI:";

    public static QrPicture Of(SheetCode code) => QrPicture.Of(Mark + code.ToString().Replace("-", "", StringComparison.Ordinal));
}
