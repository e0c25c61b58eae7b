using System.IO.Compression;
using Gongkai.Documents.Writing;

namespace Gongkai.Benchmarks;

/// <summary>Writing a report, against packing the same XML when it is there already.</summary>
internal static class WritingBenchmark
{
    public static void Run()
    {
        var document = SampleReport.Document;
        var docx = Parts(DocxWriter.Write(document));
        var xlsx = Parts(XlsxWriter.Write(document));
        new Comparison("Write an annual report as docx")
            .With("bare: deflate the same parts into a zip", () => Pack(docx))
            .With("DocxWriter", () => DocxWriter.Write(document))
            .Print();
        new Comparison("Write an annual report as xlsx", seconds: 3)
            .With("bare: deflate the same parts into a zip", () => Pack(xlsx))
            .With("XlsxWriter", () => XlsxWriter.Write(document))
            .Print();
    }

    private static List<(string Name, byte[] Bytes)> Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return [.. zip.Entries.Select(entry =>
        {
            using var bytes = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(bytes);
            return (entry.FullName, bytes.ToArray());
        })];
    }

    private static byte[] Pack(List<(string Name, byte[] Bytes)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                stream.Write(content);
            }
        }
        return bytes.ToArray();
    }
}
