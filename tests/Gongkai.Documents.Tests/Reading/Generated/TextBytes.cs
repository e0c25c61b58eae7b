using System.Text;

namespace Gongkai.Documents.Tests.Reading.Generated;

/// <summary>Characters into bytes.</summary>
internal static class TextBytes
{
    public static byte[] Of(string text, Encoded writing) => writing switch
    {
        Encoded.Gb18030 => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text),
        Encoded.Utf8Mark => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        Encoded.Utf16 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        _ => Encoding.UTF8.GetBytes(text),
    };
}
