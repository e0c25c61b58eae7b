using System.Security.Cryptography;
using Gongkai.App.Data;
using Gongkai.Documents.Secrets;
using Gongkai.Domain;

namespace Gongkai.App.Files;

/// <summary>
/// Looks at a file in memory before a byte of it is stored, and refuses it or not. This is where marked secrets are stopped: what is
/// refused here was never written anywhere.
/// </summary>
/// <param name="name">The name it came with.</param>
/// <param name="content">All of its bytes.</param>
public delegate Refusal? FileExamination(string name, ReadOnlyMemory<byte> content);

/// <summary>
/// Files by content: <c>files/ab/cd/&lt;sha256&gt;</c>. A file is stored whole before the transaction that refers to it, so a crash can
/// leave a file without a reference, never a reference without its file.
/// </summary>
/// <param name="folder">The files folder.</param>
/// <param name="clock">Clock of the house.</param>
public sealed class FileStore(string folder, TimeProvider clock)
{
    /// <summary>Largest file that is taken, in bytes.</summary>
    public const long MaxSize = 100L * 1024 * 1024;

    private const string AsideSuffix = ".part";

    private readonly List<FileExamination> _examinations = [];

    /// <summary>Adds an examination that every file must pass; set up once, when the house is opened.</summary>
    public void Examine(FileExamination examination) => _examinations.Add(examination);

    /// <summary>
    /// Takes a file. The row that comes back is not saved: <see cref="Acts.ActSession.AttachAsync"/> saves it with the act that needs it.
    /// </summary>
    /// <param name="name">The name it came with; only its last part is kept.</param>
    /// <param name="content">Its bytes, from here to their end.</param>
    /// <param name="cancellation">Gives up; nothing is stored then.</param>
    public Task<Outcome<StoredFile>> PutAsync(string name, Stream content, CancellationToken cancellation) => PutAsync(name, content, false, cancellation);

    /// <inheritdoc cref="PutAsync(string, Stream, CancellationToken)"/>
    public Task<Outcome<StoredFile>> PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => PutAsync(name, bytes, false, cancellation);

    internal async Task<Outcome<StoredFile>> PutAsync(string name, Stream content, bool isCleared, CancellationToken cancellation)
    {
        if (await ReadAsync(content, cancellation) is not { } bytes)
            return new Refusal("file.too-large", $"“{name}”超过 {MaxSize / 1024 / 1024} MB，没有保存。请压缩图片或拆分后再传。");
        return await PutAsync(name, bytes, isCleared, cancellation);
    }

    // The secrecy reviewer's word lets pass what waits for it, and nothing else.
    private async Task<Outcome<StoredFile>> PutAsync(string name, ReadOnlyMemory<byte> bytes, bool isCleared, CancellationToken cancellation)
    {
        if (bytes.IsEmpty) return new Refusal("file.empty", $"“{name}”是空文件。请检查它是否完整。");
        if (bytes.Length > MaxSize)
            return new Refusal("file.too-large", $"“{name}”超过 {MaxSize / 1024 / 1024} MB，没有保存。请压缩图片或拆分后再传。");
        foreach (var examination in _examinations)
            if (examination(name, bytes) is { } refusal && !(isCleared && SecretGuard.KindOf(refusal) == MarkKind.WorkSecret)) return refusal;

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        await WriteAsync(PlaceOf(hash), bytes, cancellation);
        return new StoredFile
        {
            Hash = hash,
            Size = bytes.Length,
            MediaType = MediaTypes.Sniff(bytes.Span),
            OriginalName = Path.GetFileName(name.Replace('\\', '/')),
            StoredAt = Instant.Now(clock),
        };
    }

    /// <summary>Reads a file back, and only when its bytes still are what was stored.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<byte[]>> ReadAsync(string hash, CancellationToken cancellation)
    {
        var place = PlaceOf(hash);
        if (!File.Exists(place))
            return new Refusal("file.missing", $"文件 {hash[..12]}… 不在数据文件夹里。如果不是按规定清除的，请从备份恢复 files 文件夹。");
        var bytes = await File.ReadAllBytesAsync(place, cancellation);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == hash
            ? bytes
            : new Refusal("file.damaged", $"文件 {hash[..12]}… 的内容与入库时不一致，不能使用。请从备份恢复它。");
    }

    /// <summary>True when a file is there. Says nothing of its bytes: <see cref="ReadAsync(string, CancellationToken)"/> does.</summary>
    public bool Has(string hash) => File.Exists(PlaceOf(hash));

    /// <summary>Overwrites a file's bytes and removes it for good.</summary>
    /// <returns>True when it was there.</returns>
    internal bool Purge(string hash)
    {
        var place = PlaceOf(hash);
        if (!File.Exists(place)) return false;
        using (var file = new FileStream(place, FileMode.Open, FileAccess.Write, FileShare.None))
        {
            var zeros = new byte[81920];
            for (var left = file.Length; left > 0; left -= zeros.Length) file.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
            file.Flush(flushToDisk: true);
        }
        File.Delete(place);
        return true;
    }

    /// <summary>Removes what nothing refers to and has not been touched since a moment, and what a crash left half written.</summary>
    /// <param name="referenced">Hashes that rows refer to.</param>
    /// <param name="untouchedSince">Files touched at or after this instant stay, UTC.</param>
    /// <returns>How many files were removed.</returns>
    internal int Sweep(IReadOnlySet<string> referenced, DateTime untouchedSince)
    {
        var removed = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true }))
        {
            var name = Path.GetFileName(file);
            var ours = name.EndsWith(AsideSuffix, StringComparison.Ordinal) || IsHash(name);
            if (!ours || referenced.Contains(name) || File.GetLastWriteTimeUtc(file) >= untouchedSince) continue;
            File.Delete(file);
            removed++;
        }
        return removed;
    }

    private async Task WriteAsync(string place, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        // A file that is there already starts its day of grace again, so that the sweep leaves it to the act that is about to need it.
        if (File.Exists(place))
        {
            File.SetLastWriteTimeUtc(place, clock.GetUtcNow().UtcDateTime);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var aside = $"{place}.{Guid.NewGuid():N}{AsideSuffix}";
        try
        {
            await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(bytes, cancellation);
                file.Flush(flushToDisk: true);
            }
            File.SetLastWriteTimeUtc(aside, clock.GetUtcNow().UtcDateTime);
            // Whoever else moved the same content here a moment ago moved the same bytes.
            File.Move(aside, place, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    private static async Task<byte[]?> ReadAsync(Stream content, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var block = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(block, cancellation)) > 0)
        {
            if (bytes.Length + read > MaxSize) return null;
            bytes.Write(block, 0, read);
        }
        return bytes.ToArray();
    }

    private string PlaceOf(string hash) => IsHash(hash)
        ? Path.Combine(folder, hash[..2], hash[2..4], hash)
        : throw new ArgumentException($"'{hash}' is no hash of a file.", nameof(hash));

    private static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
