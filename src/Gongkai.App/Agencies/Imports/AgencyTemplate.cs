using Gongkai.Documents.Sheets;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Agencies.Imports;

/// <summary>The template of the table (机关导入模板): every column, and a line of each sort that can be copied and changed.</summary>
public static class AgencyTemplate
{
    private static readonly Dictionary<string, string>[] Examples =
    [
        new() { [AgencyColumn.Line] = AgencyLine.Region, ["行政区划代码"] = "110199", [AgencyColumn.RegionName] = "示范区" },
        new()
        {
            [AgencyColumn.Line] = AgencyLine.Agency, [AgencyColumn.Code] = "shifan-zhengfu", [AgencyColumn.Name] = "示范区人民政府办公室",
            ["行政区划代码"] = "110199", ["机关类别"] = "县级以上人民政府部门",
        },
        new()
        {
            [AgencyColumn.Line] = AgencyLine.Agency, [AgencyColumn.Code] = "shifan-shuiwu", [AgencyColumn.Name] = "示范区水务局",
            [AgencyColumn.Parent] = "shifan-zhengfu", [AgencyColumn.Authority] = "shifan-zhengfu",
            ["机关类别"] = "县级以上人民政府部门", ["统一社会信用代码"] = "11990100MB0000002X", ["行政区划代码"] = "110199",
            ["工作机构名称"] = "示范区水务局办公室", ["办公地址"] = "示范区清河路 4 号", ["办公时间"] = "工作日 8:30–12:00，14:00–17:30",
            ["联系电话"] = "0000-0000005", ["传真号码"] = "无", ["互联网联系方式"] = "shuiwu@example.gov.cn", ["邮政编码"] = "000000",
            [AgencyColumn.Open(ApplicationChannel.Web)] = "开通", [AgencyColumn.Reach(ApplicationChannel.Web)] = "https://www.shifanqu.example/shenqing",
            [AgencyColumn.SignIn(ApplicationChannel.Web)] = "点右上角“个人登录”，用手机号注册后登录",
            [AgencyColumn.Open(ApplicationChannel.Fax)] = "关闭",
            [AgencyColumn.Place] = "其他网站", [AgencyColumn.Site] = "示范区人民政府网站", [AgencyColumn.Column] = "https://www.shifanqu.example/shuiwu", [AgencyColumn.Keeper] = "钱某",
            [AgencyColumn.RemedyName(RemedyBody.ReviewOrgan)] = "示范区人民政府", [AgencyColumn.RemedyName(RemedyBody.Court)] = "示范区人民法院",
        },
        new()
        {
            [AgencyColumn.Line] = AgencyLine.Person, [AgencyColumn.Code] = "shifan-shuiwu", [AgencyColumn.PersonName] = "钱某", [AgencyColumn.Login] = "qian",
            [AgencyColumn.Role] = "承办人", [AgencyColumn.Substitute] = "否", [AgencyColumn.From] = "2026-01-04",
            [AgencyColumn.PersonPhone] = "", [AgencyColumn.PersonEmail] = "qian@example.gov.cn",
        },
    ];

    /// <summary>CSV, for WPS and Excel.</summary>
    public static byte[] Csv() => SheetWriter.Csv(AgencyColumn.All, Rows);

    /// <summary>A workbook.</summary>
    public static byte[] Workbook() => SheetWriter.Workbook("机关", AgencyColumn.All, Rows);

    private static IEnumerable<IReadOnlyList<string>> Rows =>
        Examples.Select(example => (IReadOnlyList<string>)[.. AgencyColumn.All.Select(column => example.GetValueOrDefault(column, ""))]);
}
