using Gongkai.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Pages;

/// <summary>What is shown instead of a page that cannot be: what happened, and what to do. It needs no database and tells nothing of the inside.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ProblemModel : PageModel
{
    /// <summary>What happened.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>What to do.</summary>
    public string Advice { get; private set; } = "";

    /// <summary>Number under which the operator finds the failure in the log; null when nothing failed.</summary>
    public string? RequestId { get; private set; }

    // Not a handler: a request of any method may end here.
    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!failed && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null) Response.StatusCode = StatusCodes.Status404NotFound;
        Response.Headers.CacheControl = "no-store";
        RequestId = failed ? HttpContext.TraceIdentifier : null;
        (Heading, Advice) = Words(Response.StatusCode);
        if (ApiProblem.IsApi(Asked)) context.Result = ForMachine(failed);
    }

    private PathString Asked => HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? PathString.Empty;

    private JsonResult ForMachine(bool failed) => new(new ProblemDetails
    {
        Type = "about:blank",
        Title = $"{Heading}。{(Response.StatusCode == StatusCodes.Status429TooManyRequests ? Advice : "")}",
        Status = Response.StatusCode,
        Extensions = { ["requestId"] = failed ? RequestId : null },
    })
    {
        ContentType = "application/problem+json",
        StatusCode = Response.StatusCode,
    };

    private static (string Heading, string Advice) Words(int status) => status switch
    {
        StatusCodes.Status404NotFound =>
            ("没有找到这个页面", "地址可能输错了，或者内容已经移走。请核对地址，或者从下面的栏目重新查找。"),
        StatusCodes.Status403Forbidden =>
            ("没有执行这个操作", "您的账号没有这个权限，或者这个操作不是从本站页面发出的。请回到本站页面；需要权限的，请找本机关的管理员。"),
        StatusCodes.Status400BadRequest =>
            ("没有执行这个操作", "页面打开的时间过长，或者不是从本站页面提交的。请回到本站页面，刷新后再试一次。"),
        StatusCodes.Status429TooManyRequests =>
            ("操作太频繁", "请过一分钟再试。"),
        StatusCodes.Status405MethodNotAllowed =>
            ("这个地址不能这样使用", "请回到本站页面，从页面上的链接或按钮进入。"),
        StatusCodes.Status413PayloadTooLarge =>
            ("提交的内容太大", "请减少内容后再试。"),
        >= StatusCodes.Status500InternalServerError =>
            ("页面出错了，不是您的操作问题", "请过几分钟再试。如果仍然这样，请把下面的编号告诉网站管理员，便于查找原因。"),
        _ => ("这个请求无法处理", "请回到本站页面再试一次。"),
    };
}
