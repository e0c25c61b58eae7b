using System.IO.Compression;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.Documents.Approvals;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace Gongkai.App.Tests.Approvals;

public sealed class PaperTests
{
    private static readonly float[] Turns = [0, 90, 180, 270, 3, -4, 95, 184, 266, 5];

    private static readonly DateOnly Today = new(2026, 3, 2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(DisplayName = "20 张呈批单打印、转向、打乱、扫成一个 PDF：凭码归入各自的件；另印的、遮坏的、改动前印的，拒收并说明理由")]
    public async Task Twenty_sheets_are_filed_by_code_alone()
    {
        LibreOffice.Require();
        await using var office = await AnOffice.OpenAsync(DatabaseEngine.Sqlite);
        var sheets = Sheets(office);
        List<(DraftKey Key, ApprovalSheet Sheet)> printed = [];
        for (var number = 0; number < 24; number++)
        {
            var key = await office.BeginAsync();
            await office.SubmitAsync(key);
            printed.Add((key, (await sheets.PrintAsync(key, AgencyScope.Of(office.Agency), Cancellation)).Value));
        }
        // 20: printed with the code of another content. 21: its picture is destroyed. 22: the text was changed after printing. 23: of another house.
        printed[20] = printed[20] with { Sheet = printed[20].Sheet with { Code = printed[20].Sheet.Code with { Content = printed[5].Sheet.Code.Content[..15] + "0" } } };
        await office.Drafts.EditAsync(
            printed[22].Key, (await office.ReadAsync(printed[22].Key)).Draft.Version, AnOffice.Content("打印之后改了。"), [], office.Officer, Cancellation);
        await office.SubmitAsync(printed[22].Key);
        printed[23] = printed[23] with { Sheet = printed[23].Sheet with { Code = new SheetCode("ZZZZZZZZZZ", printed[23].Sheet.Code.Content) } };
        var pictures = await PictureAsync(printed.Select(page => page.Sheet));
        pictures[21] = Scanner.Cover(pictures[21], (width, height) => new SKRect(width * 0.6f, 0, width * 0.9f, height * 0.12f));
        var order = Enumerable.Range(0, printed.Count).OrderBy(number => number * 7 % 24).ThenBy(number => number).ToList();
        var pdf = Scanner.Scan(order.Select((number, place) => (pictures[number], Turns[place % Turns.Length])));

        var scan = (await office.House.House.Files.PutAsync("扫描件.pdf", pdf, Cancellation)).Value;
        var filed = (await sheets.FileAsync(office.Agency, scan, office.Officer, Cancellation)).Value;

        Assert.Equal(printed.Count, filed.Count);
        foreach (var (page, number) in filed.Zip(order))
        {
            if (number < 20) Assert.Equal(printed[number].Key.Id, page.Sheet.Value.DraftId);
            else Assert.Equal(new[] { "sheet.other-content", "scan.no-code", "sheet.outdated", "sheet.unknown-matter" }[number - 20], page.Sheet.Refusal?.Code);
        }
        Assert.True((await office.VerifyAsync()).IsWhole);

        // The one whose picture is destroyed is filed by the letters beside it.
        var damaged = order.IndexOf(21) + 1;
        var typed = await sheets.FilePageAsync(
            office.Agency, scan, damaged, printed[21].Sheet.Code.ToString().ToLowerInvariant(), office.Officer, Cancellation);
        Assert.Equal(printed[21].Key.Id, typed.Value.DraftId);
    }

    [Theory(DisplayName = "纸上签的意见凭归卷的单子登记：记明是纸质、何日、谁签、谁录、哪张扫描件；走完可以放行"), BothDatabases]
    public async Task What_was_signed_is_recorded(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var sheets = Sheets(office);
        var key = await office.BeginAsync();
        var early = await FileAsync(office, sheets, key);
        Assert.Equal("sheet.not-submitted", early.Refusal?.Code);
        await office.SubmitAsync(key);
        Assert.Equal("sheet.unknown", (await RecordAsync(Guid.CreateVersion7(), "check", office.Reviewer)).Refusal?.Code);
        var sheet = (await FileAsync(office, sheets, key)).Value;
        Assert.Equal(sheet.Id, (await FileAsync(office, sheets, key)).Value.Id);
        office.House.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal("approval.own-draft", (await RecordAsync(sheet.Id, "check", office.Officer, office.Leader)).Refusal?.Code);
        foreach (var (step, who) in ((string, Approver)[])[("check", office.Reviewer), ("legality", office.Reviewer), ("sign", office.Leader)])
            Assert.False((await RecordAsync(sheet.Id, step, who)).IsRefused);

        var view = await office.ReadAsync(key);
        var signed = view.Standing.Steps[^1].Opinions.Single();
        Assert.Equal((Today, "张某"), (signed.On, signed.Who));
        var opinion = ((ApprovalGiven)signed.Act).Opinion;
        Assert.Equal((ApprovalMeans.Paper, office.Officer.Person, sheet.FileHash), (opinion.Means, opinion.RecordedBy, opinion.Proof));
        Assert.Empty(view.Standing.Unconfirmed);
        Assert.False((await office.Releases.ReleaseAsync(key, office.Officer, Cancellation)).IsRefused);

        Task<Outcome<ApprovalStanding>> RecordAsync(Guid sheet, string step, Approver decider, Approver? recorder = null) =>
            sheets.RecordAsync(key, sheet, step, recorder ?? office.Officer, decider, true, Today, "同意", Cancellation);
    }

    [Theory(DisplayName = "归卷之后内容改了，单子不能再证明审批"), BothDatabases]
    public async Task A_sheet_proves_only_its_content(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var sheets = Sheets(office);
        var key = await office.BeginAsync();
        await office.SubmitAsync(key);
        var sheet = (await FileAsync(office, sheets, key)).Value;
        await office.Drafts.EditAsync(key, (await office.ReadAsync(key)).Draft.Version, AnOffice.Content("改过"), [], office.Officer, Cancellation);
        await office.SubmitAsync(key);
        var refusal = (await sheets.RecordAsync(key, sheet.Id, "check", office.Officer, office.Reviewer, true, Today, "同意", Cancellation)).Refusal;
        Assert.Equal("approval.content-moved", refusal?.Code);

        await office.ExecuteAsync($"""UPDATE "FiledSheets" SET "Manifest" = {(await office.ReadAsync(key)).Standing.Manifest}""");
        Assert.Equal(
            "sheet.unknown", (await sheets.RecordAsync(key, sheet.Id, "check", office.Officer, office.Reviewer, true, Today, "同意", Cancellation)).Refusal?.Code);
    }

    [Theory(DisplayName = "审批经过印成本机关的审批表：每步的意见、方式、日期，退回、紧急办理和代录都照实印"), BothDatabases]
    public async Task The_history_prints_as_the_form(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var key = await office.BeginAsync();
        await office.SubmitAsync(key);
        await office.Desk.SendBackAsync(key, await office.SeeAsync(key), office.Reviewer, "请补充依据", Cancellation);
        await office.SubmitAsync(key);
        await office.Desk.TakeUrgentPathAsync(key, office.Leader, "明日到期", Cancellation);
        await office.Proxies.RecordAsync(
            key, await office.SeeAsync(key), office.Officer, office.Reviewer, true, Today, "电话", "合法", null, Cancellation);
        await office.GiveAsync(key, office.Leader);
        await office.Desk.FillAsync(key, ReservedField.DocumentNumber, "示范公开〔2026〕1号", office.Officer, Cancellation);

        var sheet = (await Sheets(office).PrintAsync(key, AgencyScope.Of(office.Agency), Cancellation)).Value;

        Assert.Equal(("示范区测试局", "依申请公开办理审批表"), (sheet.Agency, sheet.Form));
        Assert.Contains(new SheetLine("文号", "示范公开〔2026〕1号"), sheet.Lines);
        Assert.Equal(["核稿", "合法性审核", "签发"], sheet.Steps.Select(step => step.Name).Where(name => name != "会签"));
        Assert.Equal("紧急办理，未经核稿。", sheet.Steps[0].Remark);
        Assert.Equal(new SheetOpinion("合法（电话，王某代录）", "李某", Today, "代录，待本人确认"), sheet.Steps[1].Opinions.Single());
        Assert.Equal(new SheetOpinion("同意", "张某", Today, "网上审批"), sheet.Steps[^1].Opinions.Single());
        Assert.Contains("2026年3月2日　李某退回（核稿）：请补充依据", sheet.Remarks);
        Assert.Contains("2026年3月2日　张某决定紧急办理：明日到期", sheet.Remarks);
        Assert.True(sheet.Code.IsOf((await office.ReadAsync(key)).Standing.Manifest));
    }

    private static ApprovalSheets Sheets(AnOffice office) =>
        new(office.House.House, office.House.Recorder, office.Desk, new ApprovalReading(office.House.House));

    /// <summary>The sheet is printed and its code photographed.</summary>
    private static async Task<Outcome<FiledSheet>> FileAsync(AnOffice office, ApprovalSheets sheets, DraftKey key)
    {
        var sheet = (await sheets.PrintAsync(key, AgencyScope.Of(office.Agency), Cancellation)).Value;
        await using var package = new ZipArchive(new MemoryStream(ApprovalSheetDocx.Write(sheet)));
        await using var code = await package.GetEntry("word/media/code.png")!.OpenAsync(Cancellation);
        var photograph = (await office.House.House.Files.PutAsync("照片.png", code, Cancellation)).Value;
        return (await sheets.FileAsync(office.Agency, photograph, office.Officer, Cancellation)).Then(pages => Assert.Single(pages).Sheet);
    }

    private static async Task<List<byte[]>> PictureAsync(IEnumerable<ApprovalSheet> sheets)
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-sheets-").FullName;
        try
        {
            List<string> files = [];
            foreach (var sheet in sheets)
            {
                files.Add($"{files.Count:D2}.docx");
                await File.WriteAllBytesAsync(Path.Combine(folder, files[^1]), ApprovalSheetDocx.Write(sheet), Cancellation);
            }
            await LibreOffice.ConvertAsync(folder, "pdf", files);
            List<byte[]> pictures = [];
            foreach (var file in files) pictures.Add(await LibreOffice.PictureOfPdfAsync(folder, Path.ChangeExtension(file, "pdf")));
            return pictures;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
