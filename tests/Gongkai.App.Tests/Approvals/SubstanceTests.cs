using System.Text;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.Domain.Approvals;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Approvals;

public sealed class SubstanceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "签发之后编号、写日期、编索引号、用印、送达，审批仍然有效，可以放行"), BothDatabases]
    public async Task Number_date_and_seal_leave_an_approval_valid(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var key = await office.SignedOffAsync();
        foreach (var (field, value) in ((ReservedField, string)[])[
            (ReservedField.DocumentNumber, "示范公开〔2026〕1号"), (ReservedField.DatedOn, "2026-03-02"), (ReservedField.IndexNumber, "TEST/2026-00001"),
            (ReservedField.SealedOn, "2026-03-02"), (ReservedField.ServedOn, "2026-03-02")])
            Assert.False((await office.Desk.FillAsync(key, field, value, office.Officer, Cancellation)).IsRefused);

        var view = await office.ReadAsync(key);
        Assert.Equal((ApprovalState.Approved, "示范公开〔2026〕1号"), (view.Standing.State, view.Draft.DocumentNumber));
        var released = await office.Releases.ReleaseAsync(key, office.Officer, Cancellation);
        Assert.Equal(ApprovalState.Released, released.Value.State);
        Assert.True((await office.VerifyAsync()).IsWhole);
    }

    [Theory(DisplayName = "签发之后在系统里再改一个字，审批作废，不能放行；重新送审后才行"), BothDatabases]
    public async Task One_more_character_voids_in_the_service(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var key = await office.SignedOffAsync();
        var version = (await office.ReadAsync(key)).Draft.Version;

        await office.Drafts.EditAsync(key, version, AnOffice.Content("经检索，本机关予以公开。。"), [], office.Officer, Cancellation);

        var refusal = (await office.Releases.ReleaseAsync(key, office.Officer, Cancellation)).Refusal;
        Assert.Equal(("approval.voided", "内容在2026年3月2日签发（张某）之后改动，此前的审批全部作废，须重新送审。"), (refusal?.Code, refusal?.Message));
        Assert.Equal("approval.voided", (await office.Desk.FillAsync(key, ReservedField.DocumentNumber, "1", office.Officer, Cancellation)).Refusal?.Code);
        Assert.Equal(2, (await office.SubmitAsync(key)).Round);
    }

    [Theory(DisplayName = "绕过系统改数据库里的任何一个内容栏，审批作废，不能放行"), BothDatabases]
    public async Task Any_column_of_the_substance_changed_by_sql_voids(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        foreach (var change in (FormattableString[])[
            $"""UPDATE "Drafts" SET "Body" = "Body" || '。' """, $"""UPDATE "Drafts" SET "Title" = "Title" || '稿' """, $"""UPDATE "Drafts" SET "Grounds" = '' """,
            $"""UPDATE "Drafts" SET "Attribute" = 'withheld' """, $"""UPDATE "Drafts" SET "Form" = 'publication' """,
            $"""UPDATE "DraftAttachments" SET "Name" = '附件2' """, $"""DELETE FROM "DraftAttachments" """])
        {
            var key = await office.SignedOffAsync(attachment: "附件内容", form: "document");
            await office.ExecuteAsync(change);
            Assert.Equal(ApprovalState.Voided, (await office.ReadAsync(key)).Standing.State);
            Assert.Equal("approval.voided", (await office.Releases.ReleaseAsync(key, office.Officer, Cancellation)).Refusal?.Code);
        }
    }

    [Theory(DisplayName = "给申请人的答复里有姓名：正文和依据在库里是密文，办理时照常看；换一份密文或另写明文，审批作废"), BothDatabases]
    public async Task The_text_of_a_reply_is_sealed(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var earlier = await office.BeginAsync();
        foreach (var change in (FormattableString[])[
            $"""UPDATE "Drafts" SET "Body" = '另写的一句' """, $"""UPDATE "Drafts" SET "SealedText" = NULL, "Body" = '换掉的正文' """,
            $"""UPDATE "Drafts" SET "SealedText" = (SELECT other."SealedText" FROM "Drafts" other WHERE other."Id" = {earlier.Id}) """])
        {
            var key = await office.SignedOffAsync();
            Assert.Equal(AnOffice.Content().Body, (await office.ReadAsync(key)).Text.Body);
            await using (var db = office.House.House.Open(AgencyScope.All))
            {
                var row = await db.Drafts.AsNoTracking().SingleAsync(draft => draft.Id == key.Id, Cancellation);
                Assert.Equal(("", "", ""), (row.Body, row.Grounds, row.SealedText!.Mask));
            }
            await office.ExecuteAsync(change);
            Assert.Equal(ApprovalState.Voided, (await office.ReadAsync(key)).Standing.State);
            Assert.NotNull((await office.Releases.ReleaseAsync(key, office.Officer, Cancellation)).Refusal);
        }
    }

    [Theory(DisplayName = "把状态栏改成已签发，不能放行：状态从台账推算，不看标志"), BothDatabases]
    public async Task A_flag_approves_nothing(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var key = await office.BeginAsync();
        await office.SubmitAsync(key);
        await office.ExecuteAsync($"""UPDATE "Drafts" SET "State" = 'approved', "WaitingStep" = NULL""");
        Assert.Equal("approval.not-approved", (await office.Releases.ReleaseAsync(key, office.Officer, Cancellation)).Refusal?.Code);
    }

    [Theory(DisplayName = "磁盘上的附件改了一个字节，审批作废，说出是哪个附件"), BothDatabases]
    public async Task One_byte_of_an_attachment_voids(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var key = await office.SignedOffAsync(attachment: "附件内容");
        var hash = (await office.ReadAsync(key)).Attachments[0].FileHash;
        var place = Directory.EnumerateFiles(office.House.House.Address.FilesFolder, hash, SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(place, Cancellation);
        bytes[0] ^= 1;
        await File.WriteAllBytesAsync(place, bytes, Cancellation);

        var view = await office.ReadAsync(key);
        Assert.Equal((ApprovalState.Voided, "file.damaged"), (view.Standing.State, view.Damage?.Code));
        var refusal = (await office.Releases.ReleaseAsync(key, office.Officer, Cancellation)).Refusal;
        Assert.Equal("file.damaged", refusal?.Code);
        Assert.Contains("附件1", refusal!.Message, StringComparison.Ordinal);
    }

    [Theory(DisplayName = "用印之后改了文号栏，放行时发现与登记的不一致"), BothDatabases]
    public async Task A_number_changed_by_sql_is_found(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var key = await office.SignedOffAsync();
        await office.Desk.FillAsync(key, ReservedField.DocumentNumber, "示范公开〔2026〕1号", office.Officer, Cancellation);
        await office.ExecuteAsync($"""UPDATE "Drafts" SET "DocumentNumber" = '示范公开〔2026〕2号'""");
        Assert.Equal("reserved.changed", (await office.Releases.ReleaseAsync(key, office.Officer, Cancellation)).Refusal?.Code);
    }

    [Theory(DisplayName = "内容没有变，只是浏览器把换行写成两个字符，保存后审批仍然有效"), BothDatabases]
    public async Task Line_breaks_of_a_browser_are_no_change(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var key = await office.SignedOffAsync();
        var before = await office.ReadAsync(key);
        await office.Drafts.EditAsync(key, before.Draft.Version, AnOffice.Content("第一行\n第二行"), [], office.Officer, Cancellation);
        var changed = await office.ReadAsync(key);
        await office.Drafts.EditAsync(key, changed.Draft.Version, AnOffice.Content("第一行\r\n第二行"), [], office.Officer, Cancellation);
        Assert.Equal(changed.Standing.Manifest, (await office.ReadAsync(key)).Standing.Manifest);
        await office.Drafts.EditAsync(key, changed.Draft.Version + 1, AnOffice.Content(), [], office.Officer, Cancellation);
        Assert.Equal((ApprovalState.Approved, before.Standing.Manifest), ((await office.ReadAsync(key)).Standing.State, (await office.ReadAsync(key)).Standing.Manifest));
    }

    [Theory(DisplayName = "别人改过的稿不用旧的盖掉；同一个文号不编两次；没有岗位的不能放行"), BothDatabases]
    public async Task What_collides_is_told(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var (one, two) = (await office.SignedOffAsync(), await office.SignedOffAsync());
        var version = (await office.ReadAsync(one)).Draft.Version;
        Assert.False((await office.Desk.FillAsync(one, ReservedField.DocumentNumber, "示范公开〔2026〕1号", office.Officer, Cancellation)).IsRefused);
        var again = await office.Desk.FillAsync(two, ReservedField.DocumentNumber, "示范公开〔2026〕1号", office.Officer, Cancellation);
        Assert.Contains("示范公开〔2026〕1号", again.Refusal?.Message, StringComparison.Ordinal);
        Assert.Equal("act.concurrent", (await office.Drafts.EditAsync(one, version, AnOffice.Content(), [], office.Officer, Cancellation)).Refusal?.Code);
        Assert.Equal("release.no-post", (await office.Releases.ReleaseAsync(one, office.Reviewer, Cancellation)).Refusal?.Code);
    }

    [Theory(DisplayName = "不是拟稿人不能改；别人的文件不能当附件；不成字的字符不保存"), BothDatabases]
    public async Task Only_drafters_change_a_draft(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var key = await office.BeginAsync();
        var other = (await office.House.House.Files.PutAsync("别人的.txt", "别人的"u8.ToArray(), Cancellation)).Value;
        Assert.Equal("draft.only-drafters", (await EditAsync(AnOffice.Content(), office.Leader)).Refusal?.Code);
        Assert.Equal("draft.file-unknown", (await EditAsync(AnOffice.Content("正文", new DraftFile("附件", other.Hash)), office.Officer)).Refusal?.Code);
        Assert.Equal("draft.not-text", (await EditAsync(AnOffice.Content("\ud800"), office.Officer)).Refusal?.Code);

        await office.Drafts.JoinAsync(key, office.Leader, Cancellation);
        Assert.False((await EditAsync(AnOffice.Content("改过的正文"), office.Leader)).IsRefused);
        await office.SubmitAsync(key);
        await office.GiveAsync(key, office.Reviewer);
        await office.GiveAsync(key, office.Reviewer);
        Assert.Equal("approval.own-draft", (await office.GiveAsync(key, office.Leader)).Refusal?.Code);

        async Task<Gongkai.Domain.Outcome<Draft>> EditAsync(DraftContent content, Gongkai.Domain.Approvals.Approver who) =>
            await office.Drafts.EditAsync(key, (await office.ReadAsync(key)).Draft.Version, content, [], who, Cancellation);
    }

    [Theory(DisplayName = "没有送审过的草稿可以删除，送审过的留着"), BothDatabases]
    public async Task Only_an_unsubmitted_draft_is_removed(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var (one, two) = (await office.BeginAsync(attachment: "附件"), await office.BeginAsync());
        await office.SubmitAsync(two);
        Assert.False((await office.Drafts.DiscardAsync(one, office.Officer, Cancellation)).IsRefused);
        Assert.Equal("draft.was-submitted", (await office.Drafts.DiscardAsync(two, office.Officer, Cancellation)).Refusal?.Code);
        await using var db = office.House.House.Open(AgencyScope.All);
        Assert.Equal(two.Id, await db.Drafts.Select(draft => draft.Id).SingleAsync(Cancellation));
    }
}
