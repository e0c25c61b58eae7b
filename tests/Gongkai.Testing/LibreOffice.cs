using System.Diagnostics;
using Xunit;

namespace Gongkai.Testing;

/// <summary>Another reader of what we write. Missing it is a failure in CI and a skipped test elsewhere.</summary>
public static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static bool IsInstalled { get; } = Locate("soffice") is not null && Locate("pdftotext") is not null;

    /// <summary>Ends the test when it is missing.</summary>
    public static void Require()
    {
        if (IsInstalled) return;
        const string reason = "缺少 soffice 或 pdftotext：apt-get install libreoffice-writer libreoffice-calc poppler-utils";
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
        Assert.Skip(reason);
    }

    /// <summary>Converts files in one process, beside themselves.</summary>
    public static Task ConvertAsync(string folder, string format, IEnumerable<string> files) => RunAsync(
        folder, "soffice", [$"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--convert-to", format, .. files]);

    /// <summary>The text of a PDF, laid out as on the page.</summary>
    public static async Task<string> TextOfPdfAsync(string folder, string file)
    {
        await RunAsync(folder, "pdftotext", ["-layout", file, "text.txt"]);
        return await File.ReadAllTextAsync(Path.Combine(folder, "text.txt"));
    }

    /// <summary>The first page of a PDF as PNG, at the resolution of an office scanner.</summary>
    public static async Task<byte[]> PictureOfPdfAsync(string folder, string file)
    {
        var picture = Path.GetFileNameWithoutExtension(file);
        await RunAsync(folder, "pdftoppm", ["-r", "200", "-png", "-singlefile", file, picture]);
        return await File.ReadAllBytesAsync(Path.Combine(folder, $"{picture}.png"));
    }

    private static async Task RunAsync(string folder, string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(patience.Token),
                process.StandardError.ReadToEndAsync(patience.Token),
                process.WaitForExitAsync(patience.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} 在 {Patience.TotalMinutes} 分钟内没有完成。");
        }
    }

    private static string? Locate(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
