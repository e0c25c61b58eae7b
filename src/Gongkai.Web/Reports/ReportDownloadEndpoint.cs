using Gongkai.App.Data;
using Gongkai.Web.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Web.Reports;

/// <summary>Published reports as files, each at an address that stays: <c>/agencies/{code}/reports/2025.json</c>.</summary>
internal static class ReportDownloadEndpoint
{
    public static void MapReportDownloads(this IEndpointRouteBuilder routes) =>
        routes.MapMethods($"{PublicUrls.Agencies}/{{code}}/reports/{{year:int}}.{{extension}}", [HttpMethods.Get, HttpMethods.Head], SendAsync)
            .WithMetadata(new PublicPageAttribute());

    private static async Task<IResult> SendAsync(
        string code, int year, string extension, GongkaiDb db, HouseSign sign, IReadOnlyList<ReportDownload> downloads, HttpResponse response,
        CancellationToken cancellation)
    {
        var download = downloads.FirstOrDefault(download => download.Extension == extension);
        if (download is null || await PublishedReports.FindAsync(db, code, year, cancellation) is not (var row, var agency)) return TypedResults.NotFound();

        var report = new ReportToWrite(row, PublishedReports.Read(row.Json), agency.Name, sign.IsDemo);
        if (download.IsFile) response.Headers.ContentSecurityPolicy = SecurityHeaders.FilePolicy;
        return TypedResults.Bytes(
            download.Write(report), download.MediaType, download.IsFile ? $"{report.Title}.{download.Extension}" : null);
    }
}
