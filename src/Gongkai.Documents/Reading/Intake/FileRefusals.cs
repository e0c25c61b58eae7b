using Gongkai.Domain;

namespace Gongkai.Documents.Reading.Intake;

/// <summary>Every way to refuse a file, each one sentence: what it is, and what to do.</summary>
internal static class FileRefusals
{
    public static Refusal Empty { get; } = new("report.empty-file", "这是空文件，没有任何内容；请重新导出或请对方重新发送。");

    public static Refusal TooLarge { get; } = new("report.too-large", "文件超过100 MB的上限，没有读取；请删去其中的图片和附件，只保留年度报告正文后再试。");

    public static Refusal TooLong { get; } = new("report.too-long", "文字太多，不像一份年度报告，没有读取；请确认选对了文件，或只保留报告正文后再试。");

    public static Refusal Pdf { get; } = new("report.pdf", "这是PDF文件，目前还不能读取PDF；请改用生成它的Word文档（.docx）或网页（.html），或等待支持PDF的版本。");

    public static Refusal OldWord { get; } = new("report.old-word", "这是旧版Word文档（.doc）；请用Word或WPS打开，另存为.docx后再试。");

    public static Refusal Encrypted { get; } = new("report.encrypted", "文件设有打开密码，内容已加密；请用Word或WPS打开，取消密码并另存后再试。");

    public static Refusal Rtf { get; } = new("report.rtf", "这是RTF文档；请用Word或WPS打开，另存为.docx后再试。");

    public static Refusal Workbook { get; } = new("report.workbook", "这是Excel工作簿，不是年度报告正文；请提供报告的Word文档（.docx）或网页（.html）。");

    public static Refusal Slides { get; } = new("report.slides", "这是演示文稿，不是年度报告正文；请提供报告的Word文档（.docx）或网页（.html）。");

    public static Refusal OpenDocument { get; } = new("report.open-document", "这是OpenDocument文档；请用WPS或LibreOffice打开，另存为.docx后再试。");

    public static Refusal Ofd { get; } = new("report.ofd", "这是OFD版式文件，目前还不能读取；请改用生成它的Word文档（.docx）。");

    public static Refusal Archive { get; } = new("report.archive", "这是压缩包，不是文档；请先解压，再选择其中的年度报告文件。");

    public static Refusal WebArchive { get; } = new("report.web-archive", "这是单个文件网页（.mht）；请用浏览器打开，另存为“仅HTML”格式后再试。");

    public static Refusal Xml { get; } = new("report.xml", "这是XML数据文件，不是年度报告正文；请用Word或WPS打开并另存为.docx，或提供网页（.html）。");

    public static Refusal Damaged { get; } = new("report.damaged", "文档不完整或已损坏，无法打开；请用Word或WPS打开后重新保存，或请对方重新发送。");

    public static Refusal Bomb { get; } = new("report.bomb", "文档解压后大得异常，为安全起见没有读取；请用Word或WPS打开，另存为新的.docx后再试。");

    public static Refusal TooDeep { get; } = new("report.too-deep", "文档的层数或表格数量异常，为安全起见没有读取；请打开后只复制年度报告正文，另存为新文件再试。");

    public static Refusal Binary { get; } = new("report.binary", "文件内容不是文字（可能已损坏，或是程序数据）；请确认选对了年度报告文件。");

    public static Refusal NoReport { get; } = new("report.no-report", "文件里没有找到政府信息公开年度报告的表格和章节；请确认选对了文件。");

    public static Refusal Picture(string format) =>
        new("report.picture", $"这是{format}图片，不是文档（改扩展名不能改变内容）；请提供年度报告的Word文档（.docx）或网页（.html）。");

    public static Refusal Media { get; } = new("report.media", "这是音频或视频文件，不是文档；请提供年度报告的Word文档（.docx）或网页（.html）。");

    public static Refusal Program { get; } = new("report.program", "这是可执行程序，不是文档；请勿打开，并确认文件来源。");
}
