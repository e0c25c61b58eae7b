using System.Diagnostics;
using System.IO.Compression;
using System.Xml;
using Gongkai.Documents.Data;
using Gongkai.Documents.Reading;
using Gongkai.Documents.Writing;
using Gongkai.Domain.AnnualReports.Checks;

namespace Gongkai.Benchmarks;

/// <summary>What it costs to look into a docx at all, and what the tools cost that are otherwise put to it, where they are installed.</summary>
internal static class ReadingBenchmark
{
    public static void Run()
    {
        var docx = DocxWriter.Write(SampleReport.Document);
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "report.docx");
            File.WriteAllBytes(file, docx);
            new Comparison("Read an annual report from docx")
                .With("bare: unzip and walk the XML", () => Walk(docx))
                .With("read and check", () => ReadAndCheck(docx), goal: 2)
                .Print();
            new Comparison("The same file, by other programs", seconds: 6)
                .With("bare: unzip and walk the XML", () => Walk(docx))
                .WithProgram("pandoc docx → html", "pandoc", file, "-o", Path.Combine(folder.FullName, "report.html"))
                .WithProgram(
                    "LibreOffice docx → txt", "soffice",
                    $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder.FullName, file)
                .Print();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Walk(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx, writable: false));
        using var stream = zip.GetEntry("word/document.xml")!.Open();
        using var reader = XmlReader.Create(stream);
        var nodes = 0;
        while (reader.Read()) nodes++;
        return nodes;
    }

    private static void ReadAndCheck(byte[] docx)
    {
        var report = AnnualReportReader.Read(docx).Value.Report;
        ReportCheck.Run(report, BuiltInForms.WithCode(report.Form), BuiltInCheckWords.Words);
    }

    private static Comparison WithProgram(this Comparison comparison, string name, string program, params string[] arguments)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, program))))
        {
            Console.WriteLine($"({program} is not installed: left out)");
            return comparison;
        }
        return comparison.With(name, () =>
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0) throw new InvalidOperationException($"{program}: exit code {process.ExitCode}");
        });
    }
}
