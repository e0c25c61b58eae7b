using System.Globalization;
using Gongkai.App.Data;
using Gongkai.Domain.Publishing;
using Gongkai.Web.Instruments;

namespace Gongkai.Web;

/// <summary>The addresses of public pages. They stay: other sites link to them.</summary>
public static class PublicUrls
{
    /// <summary>首页.</summary>
    public const string Home = "/";

    /// <summary>各机关.</summary>
    public const string Agencies = "/agencies";

    /// <summary>年度报告.</summary>
    public const string Reports = "/reports";

    /// <summary>规章和行政规范性文件.</summary>
    public const string Instruments = "/instruments";

    /// <summary>Reports of all agencies for one year.</summary>
    public static string ReportsOf(int year) => $"{Reports}/{Text(year)}";

    /// <summary>An agency.</summary>
    public static string Agency(string code) => $"{Agencies}/{Uri.EscapeDataString(code)}";

    /// <summary>An annual report.</summary>
    public static string Report(string code, int year) => $"{Agency(code)}/reports/{Text(year)}";

    /// <summary>An annual report as a file.</summary>
    public static string ReportFile(string code, int year, string extension) => $"{Report(code, year)}.{extension}";

    /// <summary>The regulations and normative documents of an agency, or of all, that fit a filter.</summary>
    public static string InstrumentsOf(string? code, InstrumentFilter filter) =>
        (code is null ? Instruments : $"{Agency(code)}/instruments") + filter.ToQuery();

    /// <summary>One regulation or normative document. Its number may hold a stroke, which stays one in the address.</summary>
    public static string Instrument(string code, string number) =>
        $"{Agency(code)}/instruments/{string.Join('/', number.Split('/').Select(Uri.EscapeDataString))}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
