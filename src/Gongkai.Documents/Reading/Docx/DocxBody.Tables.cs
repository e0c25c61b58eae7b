using Gongkai.Documents.Reading.Model;

namespace Gongkai.Documents.Reading.Docx;

/// <summary>Tables: rows, cells, their spans, and the wrappers Word puts around each.</summary>
internal sealed partial class DocxBody
{
    private void ReadTable(List<Block> into)
    {
        var grid = new GridBuilder();
        ReadRows(grid);
        grid.Finish(into);
    }

    private void ReadRows(GridBuilder grid)
    {
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            switch (name)
            {
                case "tr": ReadRow(grid); break;
                case "sdt": ReadControl(ReadRows, grid); break;
                case "customXml" or "ins" or "moveTo": ReadRows(grid); break;
                default: Pass(name); break;
            }
        }
    }

    private void ReadRow(GridBuilder grid)
    {
        bool started = false, deleted = false;
        var before = 0;
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            if (name == "trPr")
            {
                (deleted, before) = ReadRowProperties();
            }
            else if (deleted)
            {
                _xml.Skip();
            }
            else
            {
                if (!started && name is "tc" or "sdt" or "customXml")
                {
                    grid.StartRow();
                    grid.Skip(before);
                    started = true;
                }
                ReadCell(name, grid);
            }
        }
    }

    private (bool Deleted, int Before) ReadRowProperties()
    {
        var deleted = false;
        var before = 0;
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            if (name is "del" or "ins") _residue.TrackedChange();
            if (name == "del") deleted = true;
            else if (name == "gridBefore") before = _xml.Number();
            _xml.Skip();
        }
        return (deleted, before);
    }

    private void ReadCell(string name, GridBuilder grid)
    {
        switch (name)
        {
            case "tc": ReadCell(grid); break;
            case "sdt": ReadControl(ReadCells, grid); break;
            case "customXml": ReadCells(grid); break;
            default: Pass(name); break;
        }
    }

    private void ReadCells(GridBuilder grid)
    {
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;) ReadCell(name, grid);
    }

    private void ReadCell(GridBuilder grid)
    {
        var content = grid.Content;
        var span = 1;
        var continues = false;
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            switch (name)
            {
                case "tcPr": (span, continues) = ReadCellProperties(); break;
                case "p": ReadParagraph(content); break;
                case "tbl": ReadTable(content); break;
                case "sdt": ReadControl(ReadBlocks, content); break;
                case "AlternateContent": ReadFirstChoice(ReadBlocks, content); break;
                case "customXml" or "ins" or "moveTo": ReadBlocks(content); break;
                default: Pass(name); break;
            }
        }
        if (continues) grid.ContinueAbove(span);
        else grid.Add(span, 1);
    }

    private (int Span, bool Continues) ReadCellProperties()
    {
        var span = 1;
        var continues = false;
        for (var inside = _xml.Enter(); _xml.Next(inside) is { } name;)
        {
            if (name == "gridSpan") span = _xml.Number();
            else if (name == "vMerge") continues = _xml.Value() is null or "continue";
            _xml.Skip();
        }
        return (span, continues);
    }
}
