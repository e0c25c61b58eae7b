using Gongkai.Domain.Agencies;

namespace Gongkai.App.Agencies.Imports;

/// <summary>The columns of the one table a district is set up by (机关导入表), in their order.</summary>
internal static class AgencyColumn
{
    public const string Line = "行类";
    public const string Code = "机关代码";
    public const string Name = "机关名称";
    public const string Parent = "上级机关代码";
    public const string Authority = "主管部门代码";
    public const string Place = "发布位置";
    public const string Site = "其他网站名称";
    public const string Column = "栏目网址";
    public const string Keeper = "账号保管人";
    public const string RegionName = "区划名称";
    public const string PersonName = "姓名";
    public const string Login = "用户名";
    public const string Role = "岗位";
    public const string Substitute = "B 角";
    public const string From = "起始日";
    public const string PersonPhone = "本人电话";
    public const string PersonEmail = "本人邮箱";

    public static IReadOnlyList<string> All { get; } =
    [
        Line, Code, Name, Parent, Authority,
        .. ProfileFields.All.Select(item => item.Name),
        RegionName,
        .. Enum.GetValues<ApplicationChannel>().SelectMany(channel => (string[])[Open(channel), Reach(channel), SignIn(channel)]),
        Place, Site, Column, Keeper,
        .. Enum.GetValues<AgencyModule>().Select(Module),
        .. Enum.GetValues<RemedyBody>().SelectMany(body => (string[])[RemedyName(body), RemedyAddress(body), RemedyNote(body)]),
        PersonName, Login, Role, Substitute, From, PersonPhone, PersonEmail,
    ];

    public static string Open(ApplicationChannel channel) => $"{KindWords.Of(channel)}·开通";

    public static string Reach(ApplicationChannel channel) => $"{KindWords.Of(channel)}·去处";

    public static string SignIn(ApplicationChannel channel) => $"{KindWords.Of(channel)}·登录方式";

    public static string Module(AgencyModule module) => $"模块·{KindWords.Of(module)}";

    public static string RemedyName(RemedyBody body) => KindWords.Of(body);

    public static string RemedyAddress(RemedyBody body) => $"{KindWords.Of(body)}·地址";

    public static string RemedyNote(RemedyBody body) => $"{KindWords.Of(body)}·说明";
}
