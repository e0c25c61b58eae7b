using System.Text.RegularExpressions;
using MimeKit;

namespace Gongkai.Documents.Secrets;

/// <summary>Markings in a stored mail or web archive (.eml, .mht): subject, texts, attachments.</summary>
internal static partial class MailMarks
{
    public static bool IsMail(string name, string text) =>
        name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".mht", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".mhtml", StringComparison.OrdinalIgnoreCase) || Heading().IsMatch(text);

    public static SecretMark? Find(ReadOnlyMemory<byte> content, SecretExamination examination, int depth)
    {
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var message = MimeMessage.Load(stream);
            var found = MarkedText.Find(string.Join('\n', message.Headers.Select(header => header.Value)), TextPlace.Property);
            foreach (var part in message.BodyParts.OfType<MimePart>())
            {
                if (found?.Kind == MarkKind.Classified) return found;
                found = SecretMark.Graver(found, Find(part, examination, depth));
            }
            return found;
        }
        catch (Exception damaged) when (damaged is FormatException or IOException or InvalidDataException)
        {
            return SecretExamination.Unexaminable("damaged");
        }
    }

    private static SecretMark? Find(MimePart part, SecretExamination examination, int depth)
    {
        if (part is TextPart { IsAttachment: false } text) return MarkedText.Find(MarkupText.Of(text.Text), TextPlace.Body);
        if (part.Content is null) return null;
        using var decoded = part.Content.Open();
        return examination.Inflate(decoded) is { } bytes ? examination.Examine(part.FileName ?? "", bytes, depth + 1) : SecretExamination.Unexaminable("too-large");
    }

    [GeneratedRegex("\\A(?:[A-Za-z][A-Za-z0-9-]{1,60}: [^\\n]*\\r?\\n(?:[ \\t][^\\n]*\\r?\\n)*){3,}")]
    private static partial Regex Heading();
}
