using System.Globalization;
using System.Xml.Linq;

namespace Gongkai.Documents.Writing.Sheets;

/// <summary>The vocabulary of SpreadsheetML (ISO/IEC 29500-1 §18).</summary>
internal static class SheetXml
{
    public static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The root of a part.</summary>
    public static XElement Root(string name, params object?[] content) => new(
        S + name, new XAttribute(XNamespace.Xmlns + "r", OfficePackage.Relations), content);

    public static XElement Element(string name, params object?[] content) => new(S + name, content);

    /// <summary>An address such as C7, from row and column that count from 0.</summary>
    public static string Address(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Column(column)}{row + 1}");

    /// <summary>A column's letters.</summary>
    public static string Column(int column) => column < 26 ? $"{(char)('A' + column)}" : Column(column / 26 - 1) + Column(column % 26);
}
