using Gongkai.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gongkai.Web.Api;

/// <summary>How the API says no (RFC 9457): the same sentence a page would show, and the stable name of the reason.</summary>
internal static class ApiProblem
{
    public const string Root = "/api";

    public static bool IsApi(PathString path) => path.StartsWithSegments(Root, StringComparison.Ordinal);

    public static ProblemHttpResult Of(Refusal refusal, int status, IDictionary<string, object?>? more = null) => TypedResults.Problem(
        title: refusal.ToString(), statusCode: status, type: "about:blank",
        extensions: new Dictionary<string, object?>(more ?? new Dictionary<string, object?>()) { ["code"] = refusal.Code });
}
