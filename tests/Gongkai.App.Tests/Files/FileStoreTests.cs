using System.Text;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.Domain;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>Files by content: whole before anything refers to them, checked whenever they are read, swept when nothing needs them.</summary>
public sealed class FileStoreTests
{
    private static readonly byte[] Pdf = APdf();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "存进去的与读出来的一个字节不差；被改动的不交出"), BothDatabases]
    public async Task A_file_comes_back_as_it_was_or_not_at_all(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        var stored = (await house.House.Files.PutAsync(@"C:\桌面\年报.pdf", new MemoryStream(Pdf), Cancellation)).Value;
        await AttachAsync(house, agency, stored);
        await AttachAsync(house, agency, (await house.House.Files.PutAsync("又一份.pdf", Pdf, Cancellation)).Value);

        await using var db = house.House.Open(AgencyScope.None);
        var row = await db.Files.SingleAsync(Cancellation);
        Assert.Equal(("年报.pdf", "application/pdf", (long)Pdf.Length), (row.OriginalName, row.MediaType, row.Size));
        Assert.Equal(Pdf, (await house.House.Files.ReadAsync(row.Hash, Cancellation)).Value);

        var place = Path.Combine(house.House.Address.FilesFolder, row.Hash[..2], row.Hash[2..4], row.Hash);
        await File.WriteAllBytesAsync(place, [.. Pdf[..^1], 0], Cancellation);
        Assert.Equal("file.damaged", (await house.House.Files.ReadAsync(row.Hash, Cancellation)).Refusal?.Code);
        File.Delete(place);
        Assert.Equal("file.missing", (await house.House.Files.ReadAsync(row.Hash, Cancellation)).Refusal?.Code);
    }

    [Fact(DisplayName = "检查不通过的文件，在写入之前就拦下，磁盘上一个字节也没有")]
    public async Task What_an_examination_refuses_is_never_stored()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        house.House.Files.Examine((_, content) =>
            Encoding.UTF8.GetString(content.Span).Contains("不许", StringComparison.Ordinal) ? new Refusal("file.test", "不许存。") : null);

        var refused = await house.House.Files.PutAsync("a.txt", "不许存"u8.ToArray(), Cancellation);

        Assert.Equal("file.test", refused.Refusal?.Code);
        Assert.Equal([".house"], FilesOf(house).Select(Path.GetFileName));
    }

    [Fact(DisplayName = "空文件和过大的文件不收，也不占内存")]
    public async Task Empty_and_oversized_files_are_refused()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        Assert.Equal("file.empty", (await house.House.Files.PutAsync("空.txt", Stream.Null, Cancellation)).Refusal?.Code);
        Assert.Equal("file.too-large", (await house.House.Files.PutAsync("大.bin", new EndlessStream(), Cancellation)).Refusal?.Code);
        Assert.Equal([".house"], FilesOf(house).Select(Path.GetFileName));
    }

    [Theory(DisplayName = "没有引用的文件过一天才清走，有引用的永远留着"), BothDatabases]
    public async Task Only_unreferenced_files_of_yesterday_are_swept(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        var kept = (await house.House.Files.PutAsync("留.pdf", Pdf, Cancellation)).Value;
        await AttachAsync(house, agency, kept);
        var dropped = (await house.House.Files.PutAsync("弃.txt", "弃"u8.ToArray(), Cancellation)).Value;
        var sweep = new FileSweep(house.House);

        house.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, await sweep.RunAsync(Instant.Now(house.Clock), Cancellation));
        house.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await sweep.RunAsync(Instant.Now(house.Clock), Cancellation));
        Assert.Equal(0, await sweep.RunAsync(Instant.Now(house.Clock), Cancellation));

        Assert.True(house.House.Files.Has(kept.Hash));
        Assert.False(house.House.Files.Has(dropped.Hash));
        var late = await house.Recorder.RecordAsync<int>(agency.Id, async (acts, cancellation) =>
        {
            await acts.AttachAsync(dropped, cancellation);
            return 0;
        }, Cancellation);
        Assert.Equal("file.missing", late.Refusal?.Code);
    }

    [Theory(DisplayName = "文件类型看内容，不看名字")]
    [InlineData("%PDF-1.4", "application/pdf")]
    [InlineData("<!DOCTYPE html><title>年报</title>", "text/html")]
    [InlineData("\uFEFF  <html>", "text/html")]
    [InlineData("{\"a\":1}", "application/json")]
    [InlineData("<?xml version=\"1.0\"?>", "application/xml")]
    [InlineData("一、总体情况", "text/plain")]
    [InlineData("\0\u0001\u0002", "application/octet-stream")]
    [InlineData("PK\u0003\u0004......word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("PK\u0003\u0004......xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("PK\u0003\u0004......", "application/zip")]
    public void The_type_is_sniffed(string text, string type) => Assert.Equal(type, MediaTypes.Sniff(Encoding.UTF8.GetBytes(text)));

    private static Task<Outcome<int>> AttachAsync(TestHouse house, Agency agency, StoredFile file) =>
        house.Recorder.RecordAsync<int>(agency.Id, async (acts, cancellation) =>
        {
            await acts.AttachAsync(file, cancellation);
            return 0;
        }, Cancellation);

    private static IEnumerable<string> FilesOf(TestHouse house) =>
        Directory.EnumerateFiles(house.House.Address.FilesFolder, "*", SearchOption.AllDirectories);

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'x');
            return new(buffer.Length);
        }
    }

    private static byte[] APdf()
    {
        var builder = new UglyToad.PdfPig.Writer.PdfDocumentBuilder();
        builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        return builder.Build();
    }
}
