using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.Web.Agencies;

/// <summary>A way to hand in a request as the guide shows it (怎样申请): what to do, where, and how to sign in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reach">Where; null while the agency has not said it.</param>
/// <param name="SignIn">How to sign in there, or null.</param>
/// <param name="Link">Address that the place opens, or null.</param>
/// <param name="Closed">True when the agency says that this way is not open.</param>
/// <param name="Unsaid">What to say while the place is not known: a basic way is open all the same.</param>
[Law("国办公开办函〔2017〕19号")]
public sealed record ChannelLine(string Name, string? Reach, string? SignIn, string? Link, bool Closed, string Unsaid)
{
    /// <summary>The channels of an agency, in the order of the guide.</summary>
    public static IReadOnlyList<ChannelLine> Of(Agency agency, IReadOnlyList<ChannelState> channels) =>
        [.. channels.Select(channel => Of(channel, channel.Reach ?? ByProfile(agency, channel)))];

    private static ChannelLine Of(ChannelState channel, string? reach) => new(
        KindWords.Of(channel.Channel), reach, channel.SignIn, GuideFact.Reachable(reach), channel.Open is false,
        ApplicationChannels.IsBasic(channel.Channel) ? "可以提交，地址尚未公布" : "尚未公布是否开通");

    // The two basic ways are open without a word: they lead to where the office is.
    private static string? ByProfile(Agency agency, ChannelState channel) => channel switch
    {
        { Channel: ApplicationChannel.Counter } when agency.Address?.Text is { } address =>
            agency.OfficeHours?.Text is { } hours ? $"{address}（{hours}）" : address,
        { Channel: ApplicationChannel.Post } when (agency.PostalAddress ?? agency.Address)?.Text is { } address =>
            $"{address}，{agency.OfficeName?.Text ?? agency.Name}{(agency.PostalCode?.Text is { } code ? $"，邮编 {code}" : "")}，请在信封上注明“政府信息公开申请”",
        { Channel: ApplicationChannel.Email, Open: not false } => agency.ApplicationEmail?.Text,
        _ => null,
    };
}
