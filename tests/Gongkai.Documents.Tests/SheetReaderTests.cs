using System.IO.Compression;
using System.Text;
using CsCheck;
using Gongkai.Documents.Sheets;

namespace Gongkai.Documents.Tests;

/// <summary>Import files are hostile input too: refused in one sentence, whatever they are.</summary>
public sealed class SheetReaderTests
{
    private static readonly string[] Columns = ["类别", "编号", "日期"];

    private static readonly byte[] Workbook = SheetWriter.Workbook("台账", Columns, [["收到申请", "2026-0001", "2026-03-02"]]);

    public static TheoryData<string, byte[]> NoTables => new()
    {
        { "空文件", [] },
        { "旧版 .xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "图片", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 1, 2, 3] },
        { "截断的 XLSX", Workbook[..(Workbook.Length / 2)] },
        { "压缩炸弹", Bomb() },
        { "坏的 JSON", Encoding.UTF8.GetBytes("{\"act\":\n") },
        { "半个字的 JSON", Encoding.UTF8.GetBytes("""{"number":"\ud800"}""") },
        { "表头重复", Encoding.UTF8.GetBytes("类别,类别\n收到申请,x\n") },
        { "坏字节", [.. Encoding.UTF8.GetBytes("类别,编号\n收到申请,号"), 0xFF, 0xC0, .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("好", 500)))] },
    };

    [Theory(DisplayName = "不是表格的文件：一句话说明，不读半张")]
    [MemberData(nameof(NoTables))]
    public void Is_refused_in_one_sentence(string name, byte[] bytes)
    {
        var refusal = SheetReader.Read(bytes).Refusal;
        Assert.True(refusal is { Code: "sheet.unreadable" }, name);
        Assert.EndsWith("。", refusal.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "改坏任何字节，都不会出异常")]
    public void Damage_never_throws() => Gen.Select(Gen.Int[0, Workbook.Length - 1], Gen.Byte).Sample(damage =>
    {
        var bytes = (byte[])Workbook.Clone();
        bytes[damage.Item1] = damage.Item2;
        SheetReader.Read(bytes);
    }, iter: 500);

    [Fact(DisplayName = "CSV、XLSX、JSON Lines 读出同一张表")]
    public void Three_formats_are_one_table()
    {
        IReadOnlyList<string>[] rows = [["收到申请", "2026-0001", "2026-03-02"], ["收到申请", "00012", ""]];
        var csv = SheetReader.Read(SheetWriter.Csv(Columns, rows)).Value.Rows.Select(row => row.Values);
        Assert.Equal(csv, SheetReader.Read(SheetWriter.Workbook("台账", Columns, rows)).Value.Rows.Select(row => row.Values));
        Assert.Equal(csv, SheetReader.Read(SheetWriter.JsonLines(Columns, rows)).Value.Rows.Select(row => row.Values));
    }

    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/workbook.xml", CompressionLevel.Optimal).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 520; i++) part.Write(zeros);
        }
        return bytes.ToArray();
    }
}
