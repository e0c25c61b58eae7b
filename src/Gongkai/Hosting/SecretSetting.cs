using Gongkai.Domain;

namespace Gongkai.Hosting;

/// <summary>A secret the operator hands over (口令、密钥设置): in the environment, or in a file that the environment names; never on the command line, where every user of the machine reads it.</summary>
internal static class SecretSetting
{
    /// <summary>Reads the secret called <paramref name="name"/>, or from the file that <c>NAME_FILE</c> names; null where neither is set.</summary>
    public static Outcome<string?> Read(string name)
    {
        if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value) return value;
        if (Environment.GetEnvironmentVariable($"{name}_FILE") is not { Length: > 0 } file) return (string?)null;
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal("setting.secret", $"读不到 {name}_FILE 指定的文件 {file}。请检查路径和权限。");
        }
    }
}
