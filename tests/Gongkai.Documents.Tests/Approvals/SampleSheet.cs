using Gongkai.Documents.Approvals;
using Gongkai.Domain.Approvals;

namespace Gongkai.Documents.Tests.Approvals;

/// <summary>A made-up sheet, half way through its chain.</summary>
internal static class SampleSheet
{
    public static SheetCode Code { get; } = new("K7M39QX2PA", "8F4TR1ZC0V9H2B3D");

    public static ApprovalSheet Of(string body = "经检索，本机关予以公开。") => new(
        "示范区测试局", "依申请公开办理审批表", Code, new DateOnly(2026, 3, 5),
        [
            new SheetLine("标题", "关于示范申请的答复"), new SheetLine("拟稿", "王某　2026年3月2日送审"), new SheetLine("拟公开属性", "依申请公开"),
            new SheetLine("依据和理由", "《中华人民共和国政府信息公开条例》第三十六条第（二）项"),
        ],
        body, ["1. 示范文件.pdf（校验码 0123456789ab）"],
        [
            new SheetStep("核稿", "核稿人、工作机构负责人", [new SheetOpinion("同意。", "李某", new DateOnly(2026, 3, 3), "网上审批")], null),
            new SheetStep("合法性审核", "合法性审核人", [new SheetOpinion("合法（电话，王某代录）", "赵某", new DateOnly(2026, 3, 4), "代录，待本人确认")], null),
            new SheetStep("会签", "", [], "经张某决定跳过：不涉及其他科室"),
            new SheetStep("签发", "分管负责人、主要负责人", [], null),
        ],
        ["2026年3月2日　李某退回（核稿）：请补充依据"], IsDemo: true);
}
