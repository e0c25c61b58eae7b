using System.ComponentModel.DataAnnotations;
using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Agencies.Settings;

/// <summary>申请渠道：which ways to apply are open, where they lead and how one signs in there.</summary>
public sealed class ChannelsModel(GongkaiDb db, AgencyProfile profile) : DeskPage
{
    /// <summary>True for who may change them.</summary>
    public bool MayChange => Who.Caller.May(DeskRight.ManageAgency, Agency.Id);

    /// <summary>All channels as they stand.</summary>
    public IReadOnlyList<ChannelState> Channels { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Channels = await AgencyState.ChannelsAsync(db, Agency.Id, cancellation);

    /// <summary>Announces or closes one.</summary>
    public async Task<IActionResult> OnPostAsync(
        [MaxLength(20)] string? channel, [MaxLength(10)] string? open, [MaxLength(500)] string? reach, [MaxLength(500)] string? signIn, CancellationToken cancellation)
    {
        if (!EnumCode<ApplicationChannel>.TryParse(channel, out var which)) return await AgainAsync("", new Refusal("channel.unknown", "没有这个渠道。"), cancellation);
        var said = new ChannelAnnouncement(which, open != "no", Blank(reach), Blank(signIn));
        var announced = await profile.AnnounceAsync(Who.Caller, Agency.Id, said, cancellation);
        return announced.IsRefused
            ? await AgainAsync($"{channel}-reach", announced.Refusal, cancellation)
            : Go(DeskUrls.Of(Agency.Code, "channels"), announced.Value ? $"{KindWords.Of(which)}已保存，公开指南已经更新。" : "没有改动。");
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private async Task<IActionResult> AgainAsync(string field, Refusal refusal, CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        return Again(field, refusal);
    }
}
