using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Agencies;

/// <summary>What an agency says of a channel (申请渠道).</summary>
/// <param name="Channel">Which.</param>
/// <param name="Open">True to open it.</param>
/// <param name="Reach">Address, number or page, or null.</param>
/// <param name="SignIn">Where and how to sign in there, or null.</param>
public sealed record ChannelAnnouncement(ApplicationChannel Channel, bool Open, string? Reach, string? SignIn);

/// <summary>How a channel stands (申请渠道的现状).</summary>
/// <param name="Channel">Which.</param>
/// <param name="Open">Open, closed, or null while nothing was said of it.</param>
/// <param name="Reach">Address, number or page, or null.</param>
/// <param name="SignIn">Where and how to sign in there, or null.</param>
public sealed record ChannelState(ApplicationChannel Channel, bool? Open, string? Reach, string? SignIn);

/// <summary>Where an agency publishes (发布在哪里).</summary>
/// <param name="Place">Here, elsewhere or both.</param>
/// <param name="Site">Name of the other site.</param>
/// <param name="Column">Address of the column there.</param>
/// <param name="Keeper">Who keeps the account there.</param>
public sealed record PublicationPlan(PublicationPlace Place, string? Site, string? Column, string? Keeper)
{
    /// <summary>What holds until something else is said.</summary>
    public static PublicationPlan OnlyHere { get; } = new(PublicationPlace.Here, null, null, null);

    /// <summary>Why it cannot be settled so, or null.</summary>
    public Refusal? Forbids()
    {
        if (Place == PublicationPlace.Here)
            return (Site ?? Column ?? Keeper) is null ? null : new Refusal("place.here", "只在本平台发布的，不填其他网站。请改选“其他网站”或“本平台和其他网站”。");
        if (Site is null) return new Refusal("place.site", "请填写其他网站的名称。");
        if (Column is null) return new Refusal("place.column", "请填写栏目网址，公众和检查都从这里找到本机关发布的内容。");
        if (PageAddress.Parse(Column) is { IsRefused: true } wrong) return wrong.Refusal;
        return Keeper is null ? new Refusal("place.keeper", "请填写账号保管人的姓名（口令不在本平台保存）。") : null;
    }
}

/// <summary>A review organ or court (复议机关、法院).</summary>
/// <param name="Body">Which of the two.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its address, or null.</param>
/// <param name="Note">A remark, or null.</param>
public sealed record Remedy(RemedyBody Body, string Name, string? Address, string? Note);
