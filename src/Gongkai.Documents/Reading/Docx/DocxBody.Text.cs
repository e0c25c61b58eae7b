using System.Text;
using Gongkai.Documents.Reading.Model;

namespace Gongkai.Documents.Reading.Docx;

/// <summary>Paragraphs and runs: what is printed of them.</summary>
internal sealed partial class DocxBody
{
    private readonly StringBuilder _text = new(1024);

    // One flag for each open field: false while its code is being spelled, true in its result.
    private readonly Stack<bool> _fields = new();

    private void ReadParagraph(List<Block> into)
    {
        // Text boxes float: what they hold follows the paragraph they hang on, whose place is kept until its text is whole.
        var (start, place) = (_text.Length, into.Count);
        into.Add(Paragraph.Empty);
        ReadInline(into);
        into[place] = Paragraph.Behind(start, _text);
        _text.Length = start;
    }

    private void ReadInline(List<Block> floating)
    {
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            switch (name)
            {
                case "r": ReadRun(floating); break;
                case "ins" or "moveTo": Inserted(); ReadInline(floating); break;
                case "hyperlink" or "smartTag" or "customXml" or "fldSimple" or "oMath" or "oMathPara" or "dir" or "bdo": ReadInline(floating); break;
                case "sdt": ReadControl(ReadInline, floating); break;
                case "AlternateContent": ReadFirstChoice(ReadInline, floating); break;
                default: Pass(name); break;
            }
        }
    }

    private void ReadRun(List<Block> floating)
    {
        bool hidden = false, raised = false;
        var start = _text.Length;
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            switch (name)
            {
                case "rPr": (hidden, raised) = ReadRunProperties(); break;
                case "t" when IsPrinting: _xml.Text(_text); break;
                case "tab" or "ptab": Append("\t"); _xml.Skip(); break;
                case "br" or "cr": Append("\n"); _xml.Skip(); break;
                case "noBreakHyphen": Append("-"); _xml.Skip(); break;
                case "fldChar": ReadFieldMark(); _xml.Skip(); break;
                case "ruby": ReadRubyBase(floating); break;
                case "AlternateContent": ReadFirstChoice(ReadDrawing, floating); break;
                case "drawing" or "pict" or "object": ReadDrawing(floating); break;
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

    private bool IsPrinting => _fields.Count == 0 || !_fields.Contains(false);

    private void Append(string text)
    {
        if (IsPrinting) _text.Append(text);
    }

    private void ReadRubyBase(List<Block> floating)
    {
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            if (name == "rubyBase") ReadInline(floating);
            else _xml.Skip();
        }
    }

    private void ReadDrawing(List<Block> floating)
    {
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            if (name == "txbxContent") ReadBlocks(floating);
            else if (name == "AlternateContent") ReadFirstChoice(ReadDrawing, floating);
            else ReadDrawing(floating);
        }
    }
}
