namespace Gongkai.Documents.Tests.Reading.Generated;

/// <summary>A cell as it is set: text, and how far it reaches.</summary>
internal sealed record SetCell(string Text, int ColumnSpan = 1, int RowSpan = 1);

/// <summary>A piece of a printed report.</summary>
internal abstract record Piece;

internal sealed record Words(string Text) : Piece;

internal sealed record Table(List<List<SetCell>> Rows) : Piece;

/// <summary>A planned report laid out: headings, prose, tables with their quirks. The printers only have to write it down.</summary>
internal static class PrintedReport
{
    public static List<Piece> Of(PlannedReport report)
    {
        var tables = new PrintedTables(report);
        return
        [
            new Words($"{report.Agency}{report.Year}年政府信息公开工作年度报告"),
            new Words($"本报告根据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自{report.Year}年1月1日至12月31日。"),
            new Words("一、总体情况"),
            new Words($"{report.Year}年，我局收到申请3件，答复2件，主动公开信息14条，发布规范性文件2件。"),
            new Words("（一）主动公开情况。行政许可公开7件，行政处罚公开5件。"),
            new Words("二、主动公开政府信息情况"),
            .. tables.Proactive(),
            new Words("三、收到和处理政府信息公开申请情况"),
            .. tables.Requests(),
            new Words("四、政府信息公开行政复议、行政诉讼情况"),
            .. tables.Disputes(),
            new Words("五、存在的主要问题及改进情况"),
            new Words("存在的问题是解读形式不够丰富，下一步将加以改进。"),
            new Words("六、其他需要报告的事项"),
            new Words("本年度收取信息处理费0元。"),
        ];
    }
}
