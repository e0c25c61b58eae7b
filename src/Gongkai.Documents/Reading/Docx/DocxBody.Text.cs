using System.Text;
using Gongkai.Documents.Reading.Model;

namespace Gongkai.Documents.Reading.Docx;

/// <summary>Paragraphs and runs: what is printed of them.</summary>
internal sealed partial class DocxBody
{
    private readonly StringBuilder _text = new();

    // One flag for each open field: false while its code is being spelled, true in its result.
    private readonly Stack<bool> _fields = new();

    private void ReadParagraph(List<Block> into)
    {
        var start = _text.Length;
        List<Block> boxes = [];
        ReadInline(boxes);
        into.Add(new Paragraph(_text.ToString(start, _text.Length - start)));
        _text.Length = start;
        into.AddRange(boxes);
    }

    private void ReadInline(List<Block> boxes)
    {
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            switch (name)
            {
                case "r": ReadRun(boxes); break;
                case "ins" or "moveTo": Inserted(); ReadInline(boxes); break;
                case "hyperlink" or "smartTag" or "customXml" or "fldSimple" or "oMath" or "oMathPara" or "dir" or "bdo": ReadInline(boxes); break;
                case "sdt": ReadControl(ReadInline, boxes); break;
                case "AlternateContent": ReadFirstChoice(ReadInline, boxes); break;
                default: Pass(name); break;
            }
        }
    }

    private void ReadRun(List<Block> boxes)
    {
        bool hidden = false, raised = false;
        var start = _text.Length;
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            switch (name)
            {
                case "rPr": (hidden, raised) = ReadRunProperties(); break;
                case "t": Append(_xml.Text()); break;
                case "tab" or "ptab": Append("\t"); _xml.Skip(); break;
                case "br" or "cr": Append("\n"); _xml.Skip(); break;
                case "noBreakHyphen": Append("-"); _xml.Skip(); break;
                case "fldChar": ReadFieldMark(); _xml.Skip(); break;
                case "ruby": ReadRubyBase(boxes); break;
                case "AlternateContent": ReadFirstChoice(ReadDrawing, boxes); break;
                case "drawing" or "pict" or "object": ReadDrawing(boxes); break;
                default: Pass(name); break;
            }
        }
        if (_text.Length == start) return;
        if (hidden)
        {
            _residue.HiddenText(_text.ToString(start, _text.Length - start));
            _text.Length = start;
        }
        else if (raised)
        {
            // A raised 1 behind 22 is a footnote mark and must not become 221.
            _text.Insert(start, '[').Append(']');
        }
    }

    private (bool Hidden, bool Raised) ReadRunProperties()
    {
        bool hidden = false, raised = false;
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            if (name == "vanish") hidden = _xml.Value() is not ("0" or "false" or "off");
            else if (name == "vertAlign") raised = _xml.Value() == "superscript";
            _xml.Skip();
        }
        return (hidden, raised);
    }

    private void ReadFieldMark()
    {
        var mark = _xml.Attribute("fldCharType");
        if (mark == "begin")
        {
            _fields.Push(false);
        }
        else if (_fields.TryPop(out _) && mark == "separate")
        {
            _fields.Push(true);
        }
    }

    private void Append(string text)
    {
        if (!_fields.Contains(false)) _text.Append(text);
    }

    private void ReadRubyBase(List<Block> boxes)
    {
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            if (name == "rubyBase") ReadInline(boxes);
            else _xml.Skip();
        }
    }

    // Text boxes float: what they hold follows the paragraph they hang on.
    private void ReadDrawing(List<Block> boxes)
    {
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            if (name == "txbxContent") ReadBlocks(boxes);
            else if (name == "AlternateContent") ReadFirstChoice(ReadDrawing, boxes);
            else ReadDrawing(boxes);
        }
    }
}
