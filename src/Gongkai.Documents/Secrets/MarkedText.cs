using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Documents.Secrets;

/// <summary>
/// Tells a marking (密级标志) from the mere words. A marking stands alone: with a star and a period, on a line of its own with nothing but
/// the copy number, the urgency and the like, in a field that is named for it, or between the separators of a file name. In running text
/// 国家秘密、商业秘密、机密性 are words.
/// </summary>
public static partial class MarkedText
{
    private const int LongestShortLine = 40;

    // Every marking has one of these; text without them is passed over at the speed of memory.
    private static readonly SearchValues<char> Hints = SearchValues.Create("密内內传傳");

    // In a line as long as a page only a star, a field's colon or a bracket can make a marking.
    private static readonly SearchValues<char> Stars = SearchValues.Create("★☆✩✪✫✬✭✮✯✰⭐⋆*＊:：【[（(");

    private const string Level = "(?:绝密|机密|秘密)";
    private const string Star = "[★☆✩✪✫✬✭✮✯✰⭐⋆]";
    private const string Period = "(?:\\d{1,2}年|\\d{1,2}个?月|[一二三四五]?十[一二三四五]?年|[一二三五]年|长期|永久|启用前|公布前|公开前|\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?(?:解密)?)";
    private const string Keep = "(?:请|须|应)?(?:注意保[存管密]|妥善保管|(?:不得|请勿|严禁|禁止|切勿|勿)(?:擅自)?(?:外传|公开|翻印|复制|扩散|转发|传播)|阅后(?:销毁|收回|归档|即焚|清退))";
    private const string Inner = "(?:内部(?:资料|文件|材料|使用|刊物|参考|情况|掌握|传阅|发行|电报|明电)|工作秘密|(?:仅供|仅限|只限|限)(?:于)?内部(?:使用|参考|传阅|掌握|交流)?)";

    /// <summary>The gravest marking in a text, or null.</summary>
    /// <param name="text">The text, line by line.</param>
    /// <param name="place">Where it stands.</param>
    public static SecretMark? Find(ReadOnlySpan<char> text, TextPlace place)
    {
        if (text.IndexOfAny(Hints) < 0) return null;
        SecretMark? found = null;
        string? alone = null;
        var before = ' ';
        foreach (var raw in text.EnumerateLines())
        {
            if (raw.IsEmpty || raw.IsWhiteSpace()) continue;
            // A character written under the other: 机 and 密 on two lines.
            var only = Single(raw);
            if (only == '密' && before is '绝' or '机' or '秘') return new SecretMark(MarkKind.Classified, "line");
            before = only;
            if (raw.IndexOfAny(Hints) < 0 || raw.Length > LongestShortLine * 10 && raw.IndexOfAny(Stars) < 0) continue;
            var line = Compact(raw);
            if (FindClassified(line, raw, place) is { } mark)
            {
                // Lines that are one level each may be a list of the levels; with more than one of them the reviewer looks.
                if (mark.Rule != "line") return mark;
                var level = LevelIn().Match(line).Value;
                if (alone is not null && alone != level) found = SecretMark.Graver(found, new SecretMark(MarkKind.WorkSecret, "levels"));
                alone ??= level;
                continue;
            }
            if (IsWorkSecret(line, raw, place)) found = SecretMark.Graver(found, new SecretMark(MarkKind.WorkSecret, "work-secret"));
        }
        return alone is not null && found?.Rule != "levels" ? new SecretMark(MarkKind.Classified, "line") : found;
    }

    private static SecretMark? FindClassified(string line, ReadOnlySpan<char> raw, TextPlace place)
    {
        if (!LevelIn().IsMatch(line)) return null;
        if (Starred().IsMatch(line)) return new SecretMark(MarkKind.Classified, "star");
        if (line.Length > LongestShortLine * 10) return Field().IsMatch(line) ? new SecretMark(MarkKind.Classified, "field") : null;
        var levels = LevelIn().Matches(line).Select(match => match.Value).Distinct().Count();
        if (levels > 1) return line.Length <= LongestShortLine * 2 && Ticked().IsMatch(line) ? new SecretMark(MarkKind.Classified, "ticked") : null;
        if (Field().IsMatch(line)) return new SecretMark(MarkKind.Classified, "field");
        if (line.Length <= LongestShortLine && Alone().IsMatch(Plain(line))) return new SecretMark(MarkKind.Classified, "line");
        return place != TextPlace.Body && Named().IsMatch(Spaced(raw)) ? new SecretMark(MarkKind.Classified, "name") : null;
    }

    private static bool IsWorkSecret(string line, ReadOnlySpan<char> raw, TextPlace place)
    {
        if (InnerField().IsMatch(line)) return true;
        if (line.Length <= LongestShortLine && InnerAlone().IsMatch(Plain(line))) return true;
        if (InnerBracketed().IsMatch(line)) return true;
        return place != TextPlace.Body && (InnerNamed().IsMatch(Spaced(raw)) || place == TextPlace.Margin && Plain(line) == "内部");
    }

    private static char Single(ReadOnlySpan<char> raw)
    {
        var trimmed = raw.Trim();
        return trimmed.Length == 1 ? trimmed[0] : ' ';
    }

    // Without blanks, full-width forms, invisible characters and old forms: 機　密 is 机密.
    private static string Compact(ReadOnlySpan<char> raw)
    {
        var compact = new StringBuilder(raw.Length);
        foreach (var letter in Spaced(raw))
            if (!char.IsWhiteSpace(letter)) compact.Append(letter);
        return compact.ToString();
    }

    private static string Spaced(ReadOnlySpan<char> raw)
    {
        var kept = new StringBuilder(raw.Length);
        foreach (var letter in raw)
            if (letter == '\t' || CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.Surrogate)) kept.Append(letter);
        return kept.Replace('絕', '绝').Replace('機', '机').Replace('祕', '秘').Replace('級', '级').Replace('內', '内').Replace('傳', '传')
            .ToString().Normalize(NormalizationForm.FormKC);
    }

    private static string Plain(string line) => Decoration().Replace(line, "");

    [GeneratedRegex(Level)]
    private static partial Regex LevelIn();

    // Quoted, or spoken of as a mark, it is an example; a placeholder for the period is a form.
    [GeneratedRegex($"(?<![“\"‘'「『《〈]|工作){Level}级?(?:{Star}(?![×XxＸ?？_○〇])|\\*(?={Period}))(?!{Period}?(?:字样|标志|标识|标记|的(?:标|形式|字)|等(?:字|标)))")]
    private static partial Regex Starred();

    [GeneratedRegex($"[☑☒■√✓✔●◉]{Level}|{Level}[☑√✓✔]")]
    private static partial Regex Ticked();

    [GeneratedRegex($"(?:密级|保密等级|秘密等级|涉密等级|涉密级别|保密级别|密级[和及与](?:保密)?期限)[:：=|]?[【\\[（(\"]?{Level}级?(?=$|[★☆,，;；。.)）\\]】\"|/\\d]|{Period}|保密期限|紧急|份号|发文)")]
    private static partial Regex Field();

    [GeneratedRegex($"^(?:特急|加急|急件|特提|平急|限时|紧急程度|密级|保密期限|期限|份号|编号|(?:第|№|NO\\.?|No\\.?|no\\.?)?\\d{{3,}}[号份]?|第\\d+页|共\\d+页|{Star}|{Period})*{Level}[级件]?(?:文件|材料|资料)?(?:特急|加急|急件|特提|平急|限时|紧急程度|密级|保密期限|保密期|期限|份号|编号|(?:第|№|NO\\.?|No\\.?|no\\.?)?\\d{{3,}}[号份]?|第\\d+[页份号]|共\\d+[页份]|{Star}|{Period}|{Keep}|存档|归档)*$")]
    private static partial Regex Alone();

    [GeneratedRegex($"(?:^|[\\s\\-_—–.,，、·+&|:：\\[\\]【】()（）\"“])(?<level>{Level})(?:[级件]|文件|材料|资料)?(?=$|[\\s\\-_—–.,，、·+&|:：\\[\\]【】()（）\"”\\d])")]
    private static partial Regex Named();

    [GeneratedRegex("(?:密级|保密等级|秘密等级|涉密等级|涉密级别|保密级别)[:：=|]?[【\\[（(\"]?(?:内部|工作秘密|敏感)")]
    private static partial Regex InnerField();

    [GeneratedRegex($"^(?:{Star}|{Keep})*(?:{Inner}(?:{Star}|{Period}|{Keep}|第?\\d{{3,}}号?|免费交流)*|内部{Star}(?:{Period})?(?:{Keep})*|内部(?:{Keep})+|(?:本?(?:文件|材料|资料|件))?(?:请|须)?(?:不得|请勿|严禁|禁止|切勿|勿)外传)$")]
    private static partial Regex InnerAlone();

    [GeneratedRegex($"[【\\[（(](?:{Inner}(?:[,，]?{Keep})*|内部(?:[,，]?{Keep})+|(?:不得|请勿|严禁|禁止|切勿)外传)[】\\]）)]")]
    private static partial Regex InnerBracketed();

    [GeneratedRegex($"(?:^|[\\s\\-_—–.,，、·+&|:：\\[\\]【】()（）])(?:{Inner}|(?:不得|请勿|严禁|切勿)外传)(?=$|[\\s\\-_—–.,，、·+&|:：\\[\\]【】()（）\\d])|[\\[【(（]内部[\\]】)）]")]
    private static partial Regex InnerNamed();

    [GeneratedRegex("[\\s\\-_—–=~.,，、·+&|:：;；。!！\\[\\]【】()（）<>《》〈〉*#■□◆●/\\\\]")]
    private static partial Regex Decoration();
}
