using System.Net;
using System.Text;

namespace Gongkai.Documents.Tests.Reading.Generated;

/// <summary>Writes a printed report as a web page, with the mess that such pages carry.</summary>
internal static class HtmlPrinter
{
    public static byte[] Write(List<Piece> pieces, Quirks quirks)
    {
        var body = string.Concat(pieces.Select(piece => piece is Words words
            ? $"<p style='text-align:center'>{Inline(words.Text, quirks)}<o:p></o:p></p>\n"
            : Table((Table)piece, quirks)));
        body = quirks.Frame switch
        {
            Frame.Layout => $"<table width='100%'><tr><td width='20%'><table><tr><td>首页</td><td>政务公开</td></tr></table></td><td><table><tr><td>\n{body}</td></tr></table></td></tr></table>",
            Frame.Furniture => $"""
                <div class="nav"><a href="/">首页</a> 当前位置：政府信息公开年报</div><script>var total = 12345;</script>
                <table class="meta"><tr><td>名称</td><td colspan="3">年度报告</td></tr><tr><td>索引号</td><td>014/2024-2</td><td>公开日期</td><td>2024-01-17</td></tr></table>
                <div style="display: none">规章 99 98 97</div>
                {body}
                <div class="foot">浏览次数：<span>128</span> <a href="#">打印</a></div>
                """,
            _ => body,
        };
        var encoding = quirks.Encoded switch { Encoded.Gb18030 => "gb2312", Encoded.Utf16 => "utf-16", _ => "utf-8" };
        return TextBytes.Of($"<!DOCTYPE html><html><head><meta charset=\"{encoding}\"><title>政府信息公开</title><style>td{{border:1px}}</style></head><body>\n{body}</body></html>", quirks.Encoded);
    }

    private static string Table(Table table, Quirks quirks)
    {
        var html = new StringBuilder("<table border=\"1\" style=\"border-collapse: collapse\"><tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
            {
                html.Append("<td");
                if (cell.ColumnSpan > 1) html.Append(" colspan=\"").Append(cell.ColumnSpan).Append('"');
                if (cell.RowSpan > 1) html.Append(" rowspan='").Append(cell.RowSpan).Append('\'');
                html.Append(">\n  <p>").Append(cell.Text.Length == 0 ? "<span><o:p>&nbsp;</o:p></span>" : Inline(cell.Text, quirks)).Append("</p>\n</td>");
            }
            html.Append("</tr>\n");
        }
        return html.Append("</tbody></table>\n").ToString();
    }

    private static string Inline(string text, Quirks quirks)
    {
        if (quirks.Frame != Frame.Edited || text.Length < 2 || text.Length > 20) return WebUtility.HtmlEncode(text).Replace("\n", "<br />", StringComparison.Ordinal);
        var half = text.Length / 2;
        return $"<span style='font-size:12pt'>{WebUtility.HtmlEncode(text[..half])}</span><font>{WebUtility.HtmlEncode(text[half..])}</font>".Replace("\n", "<br>", StringComparison.Ordinal);
    }
}
