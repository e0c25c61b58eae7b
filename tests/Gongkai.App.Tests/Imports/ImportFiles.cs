using System.Text;
using Gongkai.App.Audit;
using Gongkai.App.Files;
using Gongkai.App.Imports;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;

namespace Gongkai.App.Tests.Imports;

/// <summary>Import files as an office would write them, and their way into a house.</summary>
internal static class ImportFiles
{
    /// <summary>A year of a bureau that had nothing but two returns: what the first report this project was made for says.</summary>
    public const string TwoReturnsAndSignedZeros = """
        类别,编号,日期,科室,报数期,单元格,数值,签字人,备注
        科室报数单,报2021-许可,2022-01-05,行政审批科,2021,行政许可,14,王某,
        科室报数单,报2021-处罚,2022-01-05,执法大队,2021,行政处罚,6,李某,
        科室报数单,报2021-强制,2022-01-05,执法大队,2021,行政强制,0,李某,
        科室报数单,报2021-收费,2022-01-05,财务科,2021,行政事业性收费,0,赵某,
        科室报数单,报2021-文件,2022-01-06,法规科,2021,规章 · 本年制发件数,0,孙某,
        科室报数单,报2021-文件,2022-01-06,法规科,2021,规章 · 本年废止件数,0,孙某,
        科室报数单,报2021-文件,2022-01-06,法规科,2021,规章 · 现行有效件数,0,孙某,
        科室报数单,报2021-文件,2022-01-06,法规科,2021,行政规范性文件 · 本年制发件数,0,孙某,
        科室报数单,报2021-文件,2022-01-06,法规科,2021,行政规范性文件 · 本年废止件数,0,孙某,
        科室报数单,报2021-文件,2022-01-06,法规科,2021,行政规范性文件 · 现行有效件数,0,孙某,
        科室报数单,报2021-申请,2022-01-06,办公室,2021,表三全部,0,陈某,登记簿空、无邮件、无来信
        科室报数单,报2021-复议诉讼,2022-01-06,办公室,2021,表四全部,0,陈某,登记簿空、无来信
        """;

    public static Bringer From { get; } = new(null, null, AuditEvent.CommandLine);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static async Task<ImportResult> ImportAsync(this TestHouse house, AgencyId agency, byte[] bytes, string name = "台账.csv") =>
        (await new LedgerImport(house.House, house.Recorder, house.Intake).ImportAsync(agency, name, bytes, From, "测试员", TestContext.Current.CancellationToken)).Value;

    public static Task<ImportResult> ImportAsync(this TestHouse house, AgencyId agency, string csv) => house.ImportAsync(agency, Utf8(csv));
}
