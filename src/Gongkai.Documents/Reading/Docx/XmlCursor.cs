using System.Text;
using System.Xml;

namespace Gongkai.Documents.Reading.Docx;

/// <summary>
/// Walks child elements without building anything. <c>for (var inside = cursor.Enter(); cursor.Next(inside) is { } name;)</c>: each
/// turn must consume its element, by entering it to the end, by <see cref="Skip"/> or by <see cref="Text"/>.
/// </summary>
internal sealed class XmlCursor(XmlReader xml)
{
    private const int MaxDepth = 256;

    private readonly char[] _chunk = new char[256];

    /// <summary>Moves to the root element.</summary>
    public void MoveToRoot()
    {
        while (xml.Read() && xml.NodeType != XmlNodeType.Element)
        {
        }
    }

    /// <summary>Steps into the current element; returns the depth of its children.</summary>
    /// <exception cref="TooDeepException">Nested absurdly.</exception>
    public int Enter()
    {
        var depth = xml.Depth + 1;
        if (depth > MaxDepth) throw new TooDeepException();
        var isEmpty = xml.IsEmptyElement;
        xml.Read();
        return isEmpty ? -1 : depth;
    }

    /// <summary>Moves to the next child at a depth and returns its local name; behind the parent's end returns null.</summary>
    public string? Next(int depth)
    {
        if (depth < 0) return null;
        while (true)
        {
            if (xml.NodeType == XmlNodeType.Element) return xml.LocalName;
            if (xml.NodeType == XmlNodeType.EndElement)
            {
                xml.Read();
                return null;
            }
            if (!xml.Read()) return null;
        }
    }

    /// <summary>Passes over the current element.</summary>
    public void Skip() => xml.Skip();

    /// <summary>Appends the text of the current element, consumed.</summary>
    /// <exception cref="XmlException">It holds elements.</exception>
    public void Text(StringBuilder into)
    {
        var isEmpty = xml.IsEmptyElement;
        xml.Read();
        if (isEmpty) return;
        for (; xml.NodeType != XmlNodeType.EndElement; xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element || xml.EOF) throw new XmlException("Text without elements was expected.");
            for (int count; (count = xml.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0;) into.Append(_chunk, 0, count);
        }
        xml.Read();
    }

    /// <summary>An attribute by its local name: transitional and strict files differ in the namespace only.</summary>
    public string? Attribute(string name)
    {
        string? value = null;
        if (!xml.MoveToFirstAttribute()) return null;
        do
        {
            if (xml.LocalName == name) value = xml.Value;
        }
        while (value is null && xml.MoveToNextAttribute());
        xml.MoveToElement();
        return value;
    }

    /// <summary>The attribute <c>val</c>.</summary>
    public string? Value() => Attribute("val");

    /// <summary>The attribute <c>val</c> as a number of grid columns.</summary>
    public int Number() => int.TryParse(Value(), out var number) ? Math.Clamp(number, 0, 1000) : 1;
}
