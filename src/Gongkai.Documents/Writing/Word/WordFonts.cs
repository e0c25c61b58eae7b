using System.Xml.Linq;
using static Gongkai.Documents.Writing.Word.WordXml;

namespace Gongkai.Documents.Writing.Word;

/// <summary>
/// The customary faces of official documents (公文字体), named as offices have them installed, each with the face to fall back to. No
/// theme: a theme's fonts win over names on some machines.
/// </summary>
internal static class WordFonts
{
    public const string Title = "方正小标宋简体";
    public const string Body = "仿宋_GB2312";
    public const string Heading = "黑体";
    public const string Lead = "楷体_GB2312";
    public const string PageNumber = "宋体";
    public const string Latin = "Times New Roman";

    /// <summary>The font table part.</summary>
    public static XElement Table() => Root(
        "fonts",
        Font(Title, "宋体", "roman", "variable", "86"),
        Font(Body, "仿宋", "modern", "fixed", "86"),
        Font(Heading, "SimHei", "swiss", "fixed", "86"),
        Font(Lead, "楷体", "modern", "fixed", "86"),
        Font(PageNumber, "SimSun", "auto", "variable", "86"),
        Font(Latin, "Liberation Serif", "roman", "variable", "00"));

    /// <summary>Run properties that set a face.</summary>
    public static XElement Face(string eastAsian, string latin = Latin) => Element(
        "rFonts", Attribute("ascii", latin), Attribute("eastAsia", eastAsian), Attribute("hAnsi", latin), Attribute("cs", Latin));

    private static XElement Font(string name, string fallback, string family, string pitch, string charset) => Element(
        "font", Attribute("name", name), Value("altName", fallback), Value("charset", charset), Value("family", family), Value("pitch", pitch));
}
