using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Secrets;
using Gongkai.Testing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Gongkai.Documents.Tests;

/// <summary>A marking is found wherever in a file it stands; what cannot be looked into is said to be so.</summary>
public sealed class SecretExaminationTests
{
    private const string Mark = "机密★10年";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string, byte[]> Marked() => new()
    {
        { "文本.txt", Encoding.UTF8.GetBytes($"关于某事\n{Mark}\n正文") },
        { "文本.txt", Gb18030.GetBytes($"关于某事\r\n{Mark}\r\n正文") },
        { "文本.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Mark)] },
        { "表.csv", Encoding.UTF8.GetBytes("序号,文件,密级\n1,某文件,密级：秘密\n") },
        { "页.html", Encoding.UTF8.GetBytes("<html><body><p><b>机</b>&nbsp;<span style='x'>密</span>★<i>10</i>年</p></body></html>") },
        { "页.html", Encoding.UTF8.GetBytes("<html><head><meta name=\"keywords\" content=\"密级：机密\"></head><body>正文</body></html>") },
        { "页.html", Encoding.UTF8.GetBytes("<html><body><!-- 秘密 -->正文</body></html>") },
        { "文.rtf", Encoding.ASCII.GetBytes(@"{\rtf1\ansi{\header \u26426?\u23494?\u9733?10\u24180?\par}\pard text\par}") },
        { "文.rtf", [.. @"{\rtf1\ansi\ansicpg936 "u8, .. Encoding.ASCII.GetBytes(string.Concat(Gb18030.GetBytes("秘密").Select(b => $"\\'{b:x2}"))), .. @"\par x}"u8] },
        { "正文.docx", Docx("<w:p><w:r><w:t>机</w:t></w:r><w:r><w:t>密★</w:t></w:r><w:r><w:t>10年</w:t></w:r></w:p>") },
        { "文本框.docx", Docx("<w:p><w:r><w:t>标题</w:t><w:pict><v:textbox xmlns:v='v'><w:txbxContent><w:p><w:r><w:t>秘密</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>") },
        { "页眉.docx", Docx("<w:p/>", ("word/header1.xml", "<w:hdr xmlns:w='w'><w:p><w:r><w:t>绝密 第2页</w:t></w:r></w:p></w:hdr>")) },
        { "水印.docx", Docx("<w:p/>", ("word/header1.xml", "<w:hdr xmlns:w='w' xmlns:v='v'><w:p><v:shape><v:textpath string='机密'/></v:shape></w:p></w:hdr>")) },
        { "属性.docx", Docx("<w:p/>", ("docProps/core.xml", "<c xmlns:dc='dc'><dc:title>某事</dc:title><dc:keywords>秘密</dc:keywords></c>")) },
        { "自定义属性.docx", Docx("<w:p/>", ("docProps/custom.xml", "<Properties><property name='密级'><lpwstr>机密</lpwstr></property></Properties>")) },
        { "批注.docx", Docx("<w:p/>", ("word/comments.xml", $"<w:comments xmlns:w='w'><w:comment><w:p><w:r><w:t>{Mark}</w:t></w:r></w:p></w:comment></w:comments>")) },
        { "单元格.xlsx", Package(("xl/workbook.xml", "<workbook/>"), ("xl/sharedStrings.xml", "<sst><si><t>编号</t></si><si><r><t>机</t></r><r><t>密</t></r></si></sst>")) },
        { "表页眉.xlsx", Package(("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", "<worksheet><headerFooter><oddHeader>&amp;L&amp;\"宋体\"秘密&amp;R第&amp;P页</oddHeader></headerFooter></worksheet>")) },
        { "表名.xlsx", Package(("xl/workbook.xml", "<workbook><sheets><sheet name='台账（机密）'/></sheets></workbook>")) },
        { "幻灯片.pptx", Package(("ppt/slides/slide1.xml", $"<p:sld xmlns:p='p' xmlns:a='a'><a:p><a:r><a:t>{Mark}</a:t></a:r></a:p></p:sld>")) },
        { "开放.odt", Package(("mimetype", "x"), ("content.xml", $"<o xmlns:text='t'><text:p>机 密<text:span>★5年</text:span></text:p></o>")) },
        { "嵌入.docx", Package(("[Content_Types].xml", "<x/>"), ("word/embeddings/x.xlsx", Package(("xl/sharedStrings.xml", $"<sst><si><t>{Mark}</t></si></sst>")))) },
        { "压缩包.zip", Zip(("甲/说明.txt", "正常"u8.ToArray()), ("乙/内.zip", Zip(("通知.txt", Encoding.UTF8.GetBytes(Mark))))) },
        { "压缩包.zip", Zip(("甲/通知（秘密）.txt", "正常"u8.ToArray())) },
        { "邮件.eml", Encoding.UTF8.GetBytes($"From: a@example.cn\r\nTo: b@example.cn\r\nSubject: =?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes("【机密】通知"))}?=\r\n\r\nx") },
        { "邮件.eml", Encoding.UTF8.GetBytes($"From: a@example.cn\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Gb18030.GetBytes(Mark))}\r\n") },
        { "旧.doc", Ole(Encoding.Unicode.GetBytes($"\r{Mark}\r正文")) },
        { "旧.xls", Ole([0x03, 0x00, 0x01, .. Encoding.Unicode.GetBytes("秘密"), 0x01]) },
        { "旧.wps", Ole(Gb18030.GetBytes($"\0{Mark}\0")) },
        { "图.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(Mark)] },
        { "机密-图.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 0, 0, 0, 0, 0] },
        { "通知.txt.gz", Gzip(Encoding.UTF8.GetBytes(Mark)) },
    };

    [Theory(DisplayName = "正文、页眉、水印、文本框、批注、属性、附件、文件名，哪里标了密级都查得出"), MemberData(nameof(Marked), DisableDiscoveryEnumeration = true)]
    public void A_marking_is_found_wherever_it_stands(string name, byte[] content) =>
        Assert.Equal(MarkKind.Classified, SecretExamination.Examine(name, content)?.Kind);

    public static TheoryData<string, byte[]> Unreadable() => new()
    {
        { "坏.zip", [(byte)'P', (byte)'K', 3, 4, 1, 2, 3, 4] },
        { "坏.pdf", "%PDF-1.7 乱七八糟"u8.ToArray() },
        { "加密.docx", Ole(Encoding.Unicode.GetBytes("EncryptedPackage")) },
        { "包.rar", [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 7, 1, 0, 0, 0, 0, 0, 3, 4, 5, 6] },
        { "包.7z", [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, 0, 4, 0, 0, 1, 0, 0, 3, 4, 5, 6, 0, 0, 0] },
        { "炸弹.zip", Zip(("零.txt", new byte[210 << 20])) },
        { "套娃.zip", Enumerable.Range(0, 12).Aggregate(Encoding.UTF8.GetBytes("底"), (inner, _) => Zip(("内.zip", inner))) },
        { "坏.docx", Docx("<w:p>") },
    };

    [Theory(DisplayName = "加密、损坏、认不出、大得异常的，说明无法检查，不放行"), MemberData(nameof(Unreadable), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_examined_is_said_to_be_so(string name, byte[] content) =>
        Assert.Equal(MarkKind.Unexaminable, SecretExamination.Examine(name, content)?.Kind);

    public static TheoryData<string, byte[]> Plain() => new()
    {
        { "说明.txt", "涉及国家秘密的除外。\n保密审查"u8.ToArray() },
        { "正文.docx", Docx("<w:p><w:r><w:t>1.属于国家秘密</w:t></w:r></w:p><w:p><w:r><w:t>商业秘密</w:t></w:r></w:p>") },
        { "表.xlsx", Package(("xl/sharedStrings.xml", "<sst><si><t>国家秘密</t></si><si><t>内部</t></si></sst>")) },
        { "图.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
        { "页.html", "<html><head><script>var x='机密';</script></head><body><a href='/'>保守国家秘密法</a></body></html>"u8.ToArray() },
        { "包.zip", Zip(("保密制度.txt", "内部控制"u8.ToArray())) },
        { "空.txt", [] },
        { "数.json", """{"a":"商业秘密"}"""u8.ToArray() },
    };

    [Theory(DisplayName = "寻常的文件照常收下"), MemberData(nameof(Plain), DisableDiscoveryEnumeration = true)]
    public void An_ordinary_file_passes(string name, byte[] content) => Assert.Null(SecretExamination.Examine(name, content));

    [Fact(DisplayName = "PDF 的文字层、属性里的密级查得出；没有标志的放行")]
    public void A_pdf_is_examined()
    {
        // The writer's built-in fonts have no Chinese; the reader's side is what counts here: properties, and that a page is walked.
        var builder = new PdfDocumentBuilder { DocumentInformation = { Title = "某事", Keywords = Mark } };
        builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        Assert.Equal(MarkKind.Classified, SecretExamination.Examine("一.pdf", builder.Build())?.Kind);

        var plain = new PdfDocumentBuilder();
        var page = plain.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        page.AddText("plain text", 12, new PdfPoint(50, 700), plain.AddStandard14Font(UglyToad.PdfPig.Fonts.Standard14Fonts.Standard14Font.Helvetica));
        Assert.Null(SecretExamination.Examine("二.pdf", plain.Build()));
        if (File.Exists(PdfFont))
        {
            var chinese = new PdfDocumentBuilder();
            var font = chinese.AddTrueTypeFont(File.ReadAllBytes(PdfFont));
            chinese.AddPage(UglyToad.PdfPig.Content.PageSize.A4).AddText("机密★10年", 12, new PdfPoint(50, 700), font);
            Assert.Equal(MarkKind.Classified, SecretExamination.Examine("三.pdf", chinese.Build())?.Kind);
        }
    }

    [Fact(DisplayName = "真实的年度报告，没有一份被误拦")]
    public void No_real_report_is_stopped()
    {
        Assert.SkipWhen(Corpus.Missing is not null, Corpus.Missing ?? "");
        var stopped = Directory.EnumerateFiles(Corpus.Files, "*", SearchOption.AllDirectories)
            .Select(file => (File: Path.GetFileName(file), Mark: SecretExamination.Examine(Path.GetFileName(file), File.ReadAllBytes(file))))
            .Where(examined => examined.Mark is not null);
        Assert.Empty(stopped);
    }

    private const string PdfFont = "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf";

    private static byte[] Docx(string body, params (string Name, string Xml)[] parts) => Package(
        [("[Content_Types].xml", "<Types/>"), ("word/document.xml", $"<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>"), .. parts]);

    private static byte[] Package(params (string Name, object Content)[] parts) =>
        Zip([("[Content_Types].xml", "<Types/>"u8.ToArray()), .. parts.Where(part => part.Name != "[Content_Types].xml")
            .Select(part => (part.Name, part.Content as byte[] ?? Encoding.UTF8.GetBytes((string)part.Content)))]);

    private static byte[] Package(params (string Name, string Content)[] parts) => Package([.. parts.Select(part => (part.Name, (object)part.Content))]);

    private static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var member = archive.CreateEntry(name).Open();
                member.Write(content);
            }
        }
        return bytes.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(content);
        return bytes.ToArray();
    }

    private static byte[] Ole(byte[] content) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. content, .. new byte[512]];
}
