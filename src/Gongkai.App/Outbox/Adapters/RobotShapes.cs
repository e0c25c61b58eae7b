using System.Text.Json;
using Gongkai.Documents.Data;
using Gongkai.Domain;

namespace Gongkai.App.Outbox.Adapters;

/// <summary>What a kind of group robot understands (群机器人的报文格式).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Host">The host its robots are on.</param>
/// <param name="Body">JSON with <c>{text}</c> in it.</param>
/// <param name="Success">When its answer means that it was taken.</param>
/// <param name="Hint">How to get its address.</param>
public sealed record RobotShape(string Code, string Name, string Host, string Body, SuccessTest Success, string Hint);

/// <summary>The shapes that come with the program, from <c>data/outbox/robots.json</c>.</summary>
public static class RobotShapes
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<RobotShape> All { get; } = Load();

    /// <summary>The one with a code, or null.</summary>
    public static RobotShape? Find(string? code) => All.FirstOrDefault(shape => shape.Code == code);

    /// <summary>
    /// Whether a robot may be at an address. An agency's administrator types it, and the house's own machine calls it: only the known hosts, by
    /// HTTPS, and those the house's settings name, so that it opens no way into the network behind.
    /// </summary>
    public static Refusal? Forbids(RobotShape shape, string address, OutboxSettings settings)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var robot) || robot.Scheme is not ("https" or "http") || robot.UserInfo.Length > 0)
            return new Refusal("robot.address", "这不是机器人的 Webhook 地址。请从群设置里完整复制，以 https:// 开头。");
        if (robot.Scheme == "https" && robot.IsDefaultPort && robot.Host == shape.Host) return null;
        return settings.RobotHosts.Contains(robot.Authority) ? null
            : new Refusal("robot.host", $"{shape.Name}的地址应以 https://{shape.Host}/ 开头。部署在本地的，请系统管理员先在 outbox.json 的 robotHosts 里登记“{robot.Authority}”。");
    }

    private static List<RobotShape> Load()
    {
        using var stream = BuiltInData.Open("outbox/robots.json");
        using var document = JsonDocument.Parse(stream);
        return
        [
            .. document.RootElement.EnumerateArray().Select(shape => new RobotShape(
                Text(shape, "code"), Text(shape, "name"), Text(shape, "host"), shape.GetProperty("body").GetRawText(),
                new SuccessTest(null, Text(shape.GetProperty("success"), "field"), Text(shape.GetProperty("success"), "equals")), Text(shape, "hint"))),
        ];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
