using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Reading;
using Gongkai.Documents.Tests.Reading.Generated;

namespace Gongkai.Documents.Tests.Reading;

/// <summary>What is no report is refused in one sentence that says what it is and what to do, in bounded time and memory.</summary>
public sealed class BadInputTests
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    public static TheoryData<string, string> Files => new()
    {
        { "empty", "report.empty-file" },
        { "blank text", "report.empty-file" },
        { "pdf", "report.pdf" },
        { "rtf", "report.rtf" },
        { "old word", "report.old-word" },
        { "encrypted", "report.encrypted" },
        { "old excel", "report.workbook" },
        { "png", "report.picture" },
        { "jpeg", "report.picture" },
        { "gif", "report.picture" },
        { "webp", "report.picture" },
        { "tiff", "report.picture" },
        { "gzip", "report.archive" },
        { "plain zip", "report.archive" },
        { "xlsx", "report.workbook" },
        { "pptx", "report.slides" },
        { "odt", "report.open-document" },
        { "ofd", "report.ofd" },
        { "truncated docx", "report.damaged" },
        { "docx without document", "report.damaged" },
        { "docx with broken xml", "report.damaged" },
        { "docx with entities", "report.damaged" },
        { "docx with deep tables", "report.too-deep" },
        { "bomb", "report.bomb" },
        { "many entries", "report.bomb" },
        { "noise", "report.binary" },
        { "laughs", "report.xml" },
        { "web archive", "report.web-archive" },
        { "deep html", "report.too-deep" },
        { "deep formula", "report.no-report" },
        { "unclosed fonts", "report.too-deep" },
        { "many fonts", "report.no-report" },
        { "long text", "report.too-long" },
        { "many rows", "report.too-deep" },
        { "many tables", "report.too-deep" },
        { "program", "report.program" },
        { "media", "report.media" },
        { "poem", "report.no-report" },
        { "other page", "report.no-report" },
        { "other docx", "report.no-report" },
    };

    [Theory(DisplayName = "不是年度报告的文件：一句话说明是什么、该怎么办")]
    [MemberData(nameof(Files))]
    public void Is_refused_in_one_sentence(string name, string code)
    {
        var bytes = Make(name);
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var outcome = AnnualReportReader.Read(bytes);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(code, outcome.Refusal?.Code);
        Assert.Matches("^[^。]{8,90}。$", outcome.Refusal!.Message);
        Assert.True(clock.Elapsed < Soon, $"{clock.Elapsed}");
        Assert.True(allocated < 1L << 30, $"{allocated >> 20} MB");
    }

    [Fact(DisplayName = "超过 100 MB 的文件不读")]
    public void A_huge_file_is_not_read()
    {
        using var endless = new Endless(101L << 20);
        Assert.Equal("report.too-large", AnnualReportReader.Read(endless).Refusal?.Code);
        Assert.Equal("report.too-large", AnnualReportReader.Read(new byte[(100 << 20) + 1]).Refusal?.Code);
    }

    [Fact(DisplayName = "只有表格图片的年报也是年报：章节在，数字未印")]
    public void A_report_with_pictures_for_tables_is_a_report()
    {
        var html = "<h1>示范区教育局2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>做好工作。</p><p>二、主动公开政府信息情况</p><img src='1.png'>";
        var report = AnnualReportReader.Read(Encoding.UTF8.GetBytes(html)).Value.Report;
        Assert.Equal(("示范区教育局", 2023, 0), (report.Agency, report.Year, report.Cells.Count));
    }

    [Theory(DisplayName = "GB18030、UTF-16、带标记的文本和网页照样读")]
    [InlineData(nameof(Encoded.Gb18030))]
    [InlineData(nameof(Encoded.Utf16))]
    [InlineData(nameof(Encoded.Utf8Mark))]
    public void Other_encodings_are_simply_read(string name)
    {
        var writing = Enum.Parse<Encoded>(name);
        const string text = "示范区教育局2023年政府信息公开工作年度报告\n一、总体情况\n做好工作。\n二、主动公开政府信息情况\n行政许可\n14\n";
        Assert.Equal("示范区教育局", AnnualReportReader.Read(TextBytes.Of(text, writing)).Value.Report.Agency);
        Assert.Equal("示范区教育局", AnnualReportReader.Read(TextBytes.Of($"<p>{text.ReplaceLineEndings("</p><p>")}</p>", writing)).Value.Report.Agency);
    }

    private static byte[] Make(string name) => name switch
    {
        "empty" => [],
        "blank text" => "  \r\n \t\r\n"u8.ToArray(),
        "pdf" => "%PDF-1.7\n%\xE2\xE3\n1 0 obj"u8.ToArray(),
        "rtf" => @"{\rtf1\ansi 年度报告}"u8.ToArray(),
        "old word" => Ole("WordDocument"),
        "encrypted" => Ole("EncryptedPackage"),
        "old excel" => Ole("Workbook"),
        "png" => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13],
        "jpeg" => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F'],
        "gif" => "GIF89a........"u8.ToArray(),
        "webp" => "RIFF....WEBPVP8 "u8.ToArray(),
        "tiff" => [(byte)'I', (byte)'I', 0x2A, 0, 8, 0, 0, 0],
        "gzip" => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0],
        "plain zip" => Zip(("readme.txt", "说明")),
        "xlsx" => Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")),
        "pptx" => Zip(("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", "<p/>")),
        "odt" => Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<c/>")),
        "ofd" => Zip(("OFD.xml", "<OFD/>")),
        "truncated docx" => Zip(("word/document.xml", $"<w:document xmlns:w=\"{Word}\"/>"))[..60],
        "docx without document" => Zip(("word/styles.xml", "<s/>"), ("[Content_Types].xml", "<Types/>")),
        "docx with broken xml" => Zip(("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body><w:p>")),
        "docx with entities" => Zip(("word/document.xml", Laughs)),
        "docx with deep tables" => Zip(("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 50_000))}")),
        "bomb" => Zip(("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body><w:p>{new string(' ', 100 << 20)}</w:p></w:body></w:document>")),
        "many entries" => Zip([.. Enumerable.Range(0, 12_000).Select(i => ($"{i}", "")), ("word/document.xml", "<d/>")]),
        "noise" => Noise(),
        "laughs" => Encoding.UTF8.GetBytes(Laughs),
        "web archive" => Encoding.ASCII.GetBytes("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>"),
        "deep html" => Encoding.ASCII.GetBytes($"<html><body>{string.Concat(Enumerable.Repeat("<div>", 100_000))}1"),
        "deep formula" => Encoding.ASCII.GetBytes($"<html><body><math>{string.Concat(Enumerable.Repeat("<tr>", 100_000))}1"),
        "unclosed fonts" => Encoding.ASCII.GetBytes($"<html><body>{string.Concat(Enumerable.Range(0, 500).Select(i => $"<font color={i}>"))}{string.Concat(Enumerable.Repeat("<p>1", 100_000))}"),
        "many fonts" => Encoding.ASCII.GetBytes($"<html><body>{string.Concat(Enumerable.Range(0, 60).Select(i => $"<p><font color={i}>"))}{string.Concat(Enumerable.Repeat("<p>1</p>", 15_000))}"),
        "long text" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("行政许可\n14\n", 400_000))),
        "many rows" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("\t行政许可\n\t\n\n", 120_000))),
        "many tables" => DocxPrinter.Package($"<w:document xmlns:w=\"{Word}\"><w:body>{string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc><w:tc/></w:tr></w:tbl>", 60_000))}</w:body></w:document>"),
        "program" => [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0],
        "media" => [0, 0, 0, 24, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'m', (byte)'p', (byte)'4', (byte)'2', 0],
        "poem" => "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n"u8.ToArray(),
        "other page" => "<html><body><h1>天气预报</h1><table><tr><td>北京</td><td>3</td></tr><tr><td>上海</td><td>9</td></tr></table></body></html>"u8.ToArray(),
        "other docx" => DocxPrinter.Package($"<w:document xmlns:w=\"{Word}\"><w:body><w:p><w:r><w:t>会议通知</w:t></w:r></w:p></w:body></w:document>"),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private const string Laughs = """
        <?xml version="1.0"?>
        <!DOCTYPE lolz [<!ENTITY a "哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
        <lolz>&c;</lolz>
        """;

    private static byte[] Ole(string stream) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes(stream), .. new byte[64]];

    private static byte[] Noise()
    {
        var bytes = new byte[200_000];
        new Random(3).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }

    /// <summary>A stream that never says how long it is.</summary>
    private sealed class Endless(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            _left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
