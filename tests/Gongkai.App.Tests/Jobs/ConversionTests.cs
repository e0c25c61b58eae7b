using System.Diagnostics;
using System.Globalization;
using Gongkai.App.Conversions;
using Gongkai.App.Data;
using Gongkai.App.Jobs;
using Gongkai.Documents.Data;
using Gongkai.Documents.Writing;
using Gongkai.Domain;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;
using Office = Gongkai.Documents.Conversion.LibreOffice;

namespace Gongkai.App.Tests.Jobs;

/// <summary>Word to PDF: in one call, each document once, and never a failure of the house.</summary>
public sealed class ConversionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static byte[] Document(int year)
    {
        var report = ReportBuilder.AReport(year).WithRequests(3).WithSections().Build();
        return DocxWriter.Write(new ReportDocument(report, BuiltInForms.Form2021));
    }

    [Fact(DisplayName = "真的 LibreOffice：两份一次转好，内容在，同一份再要就是现成的；坏的一份不带累别的")]
    public async Task Documents_become_pdfs()
    {
        LibreOffice.Require();
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = (await house.RegisterAgencyAsync()).Id;
        var queue = new PdfQueue(house.House, house.Recorder);
        List<JobKind> left = [];
        house.House.WorkLeft += (_, job) => left.Add(job);
        List<Conversion> asked = [];
        foreach (var year in (int[])[2024, 2025]) asked.Add((await queue.AskAsync(agency, $"年报-{year}", Document(year), Cancellation)).Value);
        Assert.Equal(asked[0].Id, (await queue.AskAsync(agency, "年报-2024", Document(2024), Cancellation)).Value.Id);
        Assert.Equal(JobKind.Conversion, left.Distinct().Single());
        Assert.Equal("pdf.not-yet", (await queue.ReadAsync(asked[0], Cancellation)).Refusal?.Code);

        var result = await new ConversionSweep(house.House, house.Recorder).RunAsync(Instant.Now(house.Clock), Cancellation);

        Assert.Equal(new SweepResult(2, 0, "转换 2 份"), result);
        await using var db = house.House.Open(AgencyScope.All);
        foreach (var row in await db.Conversions.AsNoTracking().ToListAsync(Cancellation))
        {
            using var pdf = PdfDocument.Open((await queue.ReadAsync(row, Cancellation)).Value);
            var text = string.Concat(pdf.GetPages().Select(page => page.Text)).Replace(" ", "", StringComparison.Ordinal);
            Assert.Contains(row.Name[^4..], text, StringComparison.Ordinal);
        }
        Assert.Equal(ConversionState.Done, (await queue.AskAsync(agency, "年报-2024", Document(2024), Cancellation)).Value.State);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(house.House.Address.Folder, "converting")));
    }

    [Fact(DisplayName = "没有 LibreOffice：一句话说怎么办，房子好好的；装好以后再试就成")]
    public async Task Without_the_tool_there_is_a_sentence()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var agency = (await house.RegisterAgencyAsync()).Id;
        var queue = new PdfQueue(house.House, house.Recorder);
        var asked = (await queue.AskAsync(agency, "年报", Document(2025), Cancellation)).Value;
        var missing = new ConversionSweep(house.House, house.Recorder, () => new Refusal("pdf.no-libreoffice", "这台服务器没有安装 LibreOffice。"));
        Assert.Equal((0, 1), (await missing.RunAsync(Instant.Now(house.Clock), Cancellation)) is var result ? (result.Done, result.Failed) : default);
        var failed = await FindAsync(house, asked.Id);
        Assert.Equal((ConversionState.Failed, "这台服务器没有安装 LibreOffice。"), (failed.State, failed.Reason));
        Assert.Equal(ConversionState.Waiting, (await queue.AskAgainAsync(failed, Cancellation)).Value.State);

        // A tool that makes a PDF of everything stands for the one that was installed meanwhile.
        var installed = await ToolAsync("""for file; do case $file in *.docx) cp "$file" "${file%.docx}.pdf";; esac; done""");
        Assert.Equal(1, (await new ConversionSweep(house.House, house.Recorder, () => new Office(installed, Office.Limit)).RunAsync(Instant.Now(house.Clock), Cancellation)).Done);
    }

    [Theory(DisplayName = "转不完的：到时间连它起的程序一起停掉，试三次后放弃；同来的别的文档照样转好"), BothDatabases]
    public async Task An_overrun_is_stopped_with_all_it_started(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = (await house.RegisterAgencyAsync()).Id;
        var queue = new PdfQueue(house.House, house.Recorder);
        var bad = (await queue.AskAsync(agency, "坏的", Document(2023), Cancellation)).Value;
        var good = (await queue.AskAsync(agency, "好的", Document(2024), Cancellation)).Value;
        var marker = Path.Combine(TestHouse.NewFolder(), "child");
        Directory.CreateDirectory(Path.GetDirectoryName(marker)!);
        var size = Document(2023).Length;
        // Hangs on the one document, in a child as the real one does.
        var tool = await ToolAsync($"""
            for file; do case $file in *.docx) if [ $(stat -c %s "$file") = {size.ToString(CultureInfo.InvariantCulture)} ] && cmp -s "$file" "{await KeepAsync(Document(2023))}"; then sh -c 'echo $$ >>"{marker}"; sleep 600' ; fi; cp "$file" "$(echo "$file" | sed s/docx$/pdf/)";; esac; done
            """);
        var sweep = new ConversionSweep(house.House, house.Recorder, () => new Office(tool, TimeSpan.FromSeconds(0.7)));

        var result = await sweep.RunAsync(Instant.Now(house.Clock), Cancellation);

        Assert.Equal(ConversionState.Done, (await FindAsync(house, good.Id)).State);
        var failed = await FindAsync(house, bad.Id);
        Assert.Equal((ConversionState.Failed, ConversionSweep.MostAttempts), (failed.State, failed.Attempts));
        Assert.Contains("没有转完", failed.Reason, StringComparison.Ordinal);
        Assert.All(await File.ReadAllLinesAsync(marker, Cancellation), id => Assert.False(IsRunning(int.Parse(id, CultureInfo.InvariantCulture))));
        Assert.Equal(1, result.Done);
    }

    private static async Task<Conversion> FindAsync(TestHouse house, Guid id)
    {
        await using var db = house.House.Open(AgencyScope.All);
        return await db.Conversions.AsNoTracking().SingleAsync(row => row.Id == id, Cancellation);
    }

    private static async Task<string> KeepAsync(byte[] bytes)
    {
        var file = TestHouse.NewFolder();
        await File.WriteAllBytesAsync(file, bytes, Cancellation);
        return file;
    }

    private static async Task<string> ToolAsync(string script)
    {
        var file = TestHouse.NewFolder();
        await File.WriteAllTextAsync(file, $"#!/bin/sh\n{script}\n", Cancellation);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return file;
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is ArgumentException or IOException)
        {
            return false;
        }
    }
}
