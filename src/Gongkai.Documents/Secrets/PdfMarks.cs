using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace Gongkai.Documents.Secrets;

/// <summary>Markings in a PDF: text layer, properties, annotations, attached files. A scanned page has no text; its file name has.</summary>
internal static class PdfMarks
{
    private const int MostPages = 5_000;

    public static SecretMark? Find(ReadOnlyMemory<byte> content, SecretExamination examination, int depth)
    {
        try
        {
            using var document = PdfDocument.Open(content.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            var information = document.Information;
            var properties = string.Join('\n', information.Title, information.Subject, information.Keywords, information.Author);
            var found = MarkedText.Find(properties, TextPlace.Property);
            if (document.NumberOfPages > MostPages) return SecretMark.Graver(found, SecretExamination.Unexaminable("too-large"));
            for (var page = 1; page <= document.NumberOfPages && found?.Kind != MarkKind.Classified; page++)
            {
                if (examination.IsTooSlow) return SecretMark.Graver(found, SecretExamination.Unexaminable("too-large"));
                found = SecretMark.Graver(found, Find(document.GetPage(page)));
            }
            if (found?.Kind == MarkKind.Classified || !document.Advanced.TryGetEmbeddedFiles(out var files)) return found;
            foreach (var file in files) found = SecretMark.Graver(found, examination.Examine(file.Name, file.Memory, depth + 1));
            return found;
        }
        catch (PdfDocumentEncryptedException)
        {
            return SecretExamination.Unexaminable("encrypted");
        }
#pragma warning disable CA1031 // The reader throws whatever it stumbles over; a PDF that cannot be read cannot be examined.
        catch (Exception)
#pragma warning restore CA1031
        {
            return SecretExamination.Unexaminable("damaged");
        }
    }

    private static SecretMark? Find(Page page)
    {
        var found = MarkedText.Find(Lines(page), TextPlace.Body);
        foreach (var note in page.GetAnnotations())
            if (note.Content is { Length: > 0 } text) found = SecretMark.Graver(found, MarkedText.Find(text, TextPlace.Margin));
        return found;
    }

    // Letters in the order in which they are drawn; a new line begins where the next one stands elsewhere.
    private static string Lines(Page page)
    {
        var text = new StringBuilder();
        Letter? before = null;
        foreach (var letter in page.Letters)
        {
            if (before is not null)
            {
                var size = Math.Max(1, before.PointSize);
                var gap = letter.StartBaseLine.X - before.EndBaseLine.X;
                if (Math.Abs(letter.StartBaseLine.Y - before.StartBaseLine.Y) > size / 2 || gap < -size) text.Append('\n');
                else if (gap > size / 2) text.Append(' ');
            }
            text.Append(letter.Value);
            before = letter;
        }
        return text.ToString();
    }
}
