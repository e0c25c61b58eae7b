using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Domain;

namespace Gongkai.App.Personal;

/// <summary>What a key is for.</summary>
public enum KeyPurpose
{
    /// <summary>Encrypts values, AES-256-GCM.</summary>
    Encryption,

    /// <summary>Makes fingerprints, HMAC-SHA256.</summary>
    Fingerprint,
}

/// <summary>One key of the ring.</summary>
internal sealed record RingKey(KeyPurpose Purpose, int Number, DateTime MadeAt, byte[] Key)
{
    private const int Length = 32;

    public static RingKey Make(KeyPurpose purpose, int number, DateTime now) => new(purpose, number, now, RandomNumberGenerator.GetBytes(Length));

    [JsonIgnore]
    public bool IsUsable => Key.Length == Length && Number > 0;

    /// <summary>What only this key gives, and what gives nothing of it away.</summary>
    public string Check() => Convert.ToHexStringLower(HMACSHA256.HashData(Key, "gongkai key check"u8))[..16];
}

/// <summary>The ring in its written form, as it lies in <c>keys/ring.json</c> or in a mounted secret.</summary>
internal sealed record RingFile(string Schema, IReadOnlyList<RingKey> Keys)
{
    public const string CurrentSchema = "gongkai.keys/1";

    public static RingFile? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var ring = JsonSerializer.Deserialize(json, RingJson.Default.RingFile);
            return ring is { Schema: CurrentSchema } && ring.Keys.All(key => key.IsUsable)
                && Enum.GetValues<KeyPurpose>().All(purpose => ring.Keys.Any(key => key.Purpose == purpose)) ? ring : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, RingJson.Default.RingFile);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RingFile))]
internal sealed partial class RingJson : JsonSerializerContext;

/// <summary>Where a ring comes from: the house's folder, a mounted file, or the environment.</summary>
internal sealed record RingSource(string Name, string? File, string? Content, bool CanChange)
{
    /// <summary>Environment variable that holds the ring itself.</summary>
    public const string ContentVariable = "GONGKAI_KEYS";

    /// <summary>Environment variable that names a mounted file with the ring.</summary>
    public const string FileVariable = "GONGKAI_KEYS_FILE";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static RingSource InFolder(string folder) => new($"“{folder}”", Path.Combine(folder, "ring.json"), null, true);

    public static RingSource MountedAt(string file) => new($"“{file}”", file, null, false);

    public static RingSource FromEnvironment(string content) => new($"环境变量 {ContentVariable}", null, content, false);

    /// <summary>What the environment names, and otherwise the house's folder.</summary>
    public static RingSource Choose(string folder) =>
        Environment.GetEnvironmentVariable(ContentVariable) is { Length: > 0 } content ? FromEnvironment(content)
        : Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } file ? MountedAt(file)
        : InFolder(folder);

    /// <summary>Tells whether the file may have changed since; nothing for a ring of the environment.</summary>
    public (DateTime, long) Stamp() => File is { } file && new FileInfo(file) is { Exists: true } info ? (info.LastWriteTimeUtc, info.Length) : default;

    /// <summary>The ring, or null when there is none yet.</summary>
    public async Task<Outcome<RingFile?>> ReadAsync(CancellationToken cancellation)
    {
        if (File is { } path && !System.IO.File.Exists(path)) return (RingFile?)null;
        try
        {
            var json = File is { } file ? await System.IO.File.ReadAllBytesAsync(file, cancellation) : System.Text.Encoding.UTF8.GetBytes(Content!);
            return RingFile.Parse(json) is { } ring ? ring : new Refusal("keys.damaged", $"{Name}里的密钥读不出来，可能已损坏。请从单独保存的密钥备份恢复，不要新建。");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal("keys.unreachable", $"{Name}里的密钥打不开。请检查路径和权限：运行本程序的用户要能读它。");
        }
    }

    /// <summary>Writes the ring whole or not at all; whoever reads at the same moment reads the old one.</summary>
    public async Task WriteAsync(RingFile ring, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        var aside = $"{File}.{Guid.NewGuid():N}.part";
        try
        {
            await using (var stream = new FileStream(aside, options))
            {
                await stream.WriteAsync(ring.Write(), cancellation);
                stream.Flush(flushToDisk: true);
            }
            System.IO.File.Move(aside, File!, overwrite: true);
        }
        finally
        {
            System.IO.File.Delete(aside);
        }
    }

    /// <summary>Keeps other programs from changing the ring until it is disposed. The system drops it when a program is killed.</summary>
    public async Task<IDisposable> LockAsync(CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(File)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else
        {
            const UnixFileMode ownerOnly = OwnerOnly | UnixFileMode.UserExecute;
            Directory.CreateDirectory(folder, ownerOnly);
            System.IO.File.SetUnixFileMode(folder, ownerOnly);
        }
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException error) when (error is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
            {
                await Task.Delay(20, cancellation);
            }
        }
    }
}
