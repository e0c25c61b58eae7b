using System.Xml;
using Gongkai.Documents.Reading.Model;

namespace Gongkai.Documents.Reading.Docx;

/// <summary>
/// Walks the main part of a .docx once and yields its paragraphs and tables as a reader of the printed page sees them: insertions
/// that nobody has accepted yet are read, deletions are not, field codes and hidden text are not.
/// </summary>
internal sealed partial class DocxBody(XmlReader reader)
{
    private readonly XmlCursor _xml = new(reader);
    private readonly Residue _residue = new();

    /// <summary>Reads the whole part.</summary>
    /// <exception cref="XmlException">It is no well-formed XML.</exception>
    /// <exception cref="TooDeepException">It is nested absurdly.</exception>
    public SourceDocument Read()
    {
        List<Block> blocks = [];
        _xml.MoveToRoot();
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            if (name == "body") ReadBlocks(blocks);
            else _xml.Skip();
        }
        return new SourceDocument(SourceFormat.Docx, blocks, null, _residue.Found);
    }

    private void ReadBlocks(List<Block> into)
    {
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            switch (name)
            {
                case "p": ReadParagraph(into); break;
                case "tbl": ReadTable(into); break;
                case "sdt": ReadControl(ReadBlocks, into); break;
                case "ins" or "moveTo": Inserted(); ReadBlocks(into); break;
                case "customXml" or "smartTag": ReadBlocks(into); break;
                case "AlternateContent": ReadFirstChoice(ReadBlocks, into); break;
                default: Pass(name); break;
            }
        }
    }

    // A content control that still shows its prompt holds nothing.
    private void ReadControl<T>(Action<T> readContent, T into)
    {
        var prompting = false;
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            if (name == "sdtPr")
            {
                for (var properties = _xml.Enter(); _xml.Next(properties) is { } property;)
                {
                    prompting |= property == "showingPlcHdr";
                    _xml.Skip();
                }
            }
            else if (name == "sdtContent" && !prompting)
            {
                readContent(into);
            }
            else
            {
                if (name == "sdtContent") _residue.Placeholder();
                _xml.Skip();
            }
        }
    }

    // Choice and Fallback say the same thing twice, for newer and for older programs.
    private void ReadFirstChoice<T>(Action<T> readContent, T into)
    {
        var taken = false;
        for (var inside = _xml.Enter(); _xml.Next(inside) is not null;)
        {
            if (taken) _xml.Skip();
            else readContent(into);
            taken = true;
        }
    }

    private void Inserted() => _residue.TrackedChange();

    private void Pass(string name)
    {
        if (name is "del" or "moveFrom") _residue.TrackedChange();
        else if (name == "commentRangeStart") _residue.Comment();
        _xml.Skip();
    }
}
