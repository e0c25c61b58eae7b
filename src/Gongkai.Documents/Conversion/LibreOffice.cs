using System.ComponentModel;
using System.Diagnostics;
using Gongkai.Domain;

namespace Gongkai.Documents.Conversion;

/// <summary>
/// Makes PDFs of documents by LibreOffice, a named tool outside (文档转 PDF): many in one process, since starting it costs more than a document.
/// It gets a profile and a folder of its own and goes with everything it started when its time is over.
/// </summary>
/// <param name="program">The program <c>soffice</c>.</param>
/// <param name="limit">How long one call may take.</param>
public sealed class LibreOffice(string program, TimeSpan limit)
{
    /// <summary>Environment variable that names the program where it is not found by itself.</summary>
    public const string Variable = "GONGKAI_SOFFICE";

    /// <summary>How long one call may take.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromMinutes(3);

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The one of this machine, or the sentence that says how to get one.</summary>
    public static Outcome<LibreOffice> Find() => Locate() is { } program
        ? new LibreOffice(program, Limit)
        : new Refusal("pdf.no-libreoffice",
            $"这台服务器没有安装 LibreOffice，不能转成 PDF。可以先下载 Word 文件打印或另存；安装 LibreOffice Writer（或用环境变量 {Variable} 指明 soffice 的位置）以后再试。");

    /// <summary>Converts Word documents.</summary>
    /// <param name="folder">A folder that does not exist yet; it is made for this call and removed with everything in it.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A PDF for each, null where the tool made none; or why there is nothing at all.</returns>
    public async Task<Outcome<IReadOnlyList<byte[]?>>> ToPdfAsync(string folder, IReadOnlyList<byte[]> documents, CancellationToken cancellation)
    {
        try
        {
            // What lies here for a moment is as confidential as the house's own files.
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, OwnerOnly);
            var files = documents.Select((_, index) => Path.Combine(folder, $"{index}.docx")).ToList();
            for (var index = 0; index < files.Count; index++) await File.WriteAllBytesAsync(files[index], documents[index], cancellation);
            if (await RunAsync(folder, files, cancellation) is { } refusal) return refusal;
            var made = new List<byte[]?>();
            foreach (var pdf in files.Select(file => Path.ChangeExtension(file, ".pdf")))
                made.Add(File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancellation) : null);
            return made;
        }
        catch (Win32Exception)
        {
            return new Refusal("pdf.not-started", $"LibreOffice（{program}）没有启动。请检查它是否安装完整、本程序的用户能不能运行它。");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal("pdf.folder", $"“{folder}”不能读写，没有转换：{error.Message}");
        }
        finally
        {
            if (Directory.Exists(folder)) Remove(folder);
        }
    }

    private async Task<Refusal?> RunAsync(string folder, IEnumerable<string> files, CancellationToken cancellation)
    {
        var profile = new Uri(Path.Combine(Path.GetFullPath(folder), "profile"));
        var start = new ProcessStartInfo(
            program, [$"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", Path.GetFullPath(folder), .. files.Select(Path.GetFullPath)])
        {
            WorkingDirectory = Path.GetFullPath(folder),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(limit);
        try
        {
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token), process.WaitForExitAsync(patience.Token));
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Refusal("pdf.too-slow", $"LibreOffice 在 {limit.TotalSeconds:0} 秒内没有转完，已经停止。文档可能太大或有损坏。");
        }
        finally
        {
            // soffice is a script that starts a loader that starts the office: all of them go.
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    // A killed office may hold a file for a moment on Windows; what stays is removed with the next call's folder by nobody, so it is tried twice.
    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Locate()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) return File.Exists(named) ? named : null;
        var name = OperatingSystem.IsWindows() ? "soffice.exe" : "soffice";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append(OperatingSystem.IsWindows() ? @"C:\Program Files\LibreOffice\program" : "/opt/libreoffice/program")
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
