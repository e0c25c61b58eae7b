using Gongkai.Domain;

namespace Gongkai.App.Houses;

/// <summary>A marker in the files folder with the house's identity: a node that mounts the wrong folder is told so at start.</summary>
internal static class FilesFolderMark
{
    private const string FileName = ".house";

    public static async Task<Refusal?> CheckAsync(HouseAddress address, Guid houseId, CancellationToken cancellation)
    {
        var file = Path.Combine(address.FilesFolder, FileName);
        var mark = houseId.ToString("D");
        if (!File.Exists(file)) await WriteAsync(file, mark, cancellation);
        var found = await File.ReadAllTextAsync(file, cancellation);
        return found == mark ? null : new Refusal("house.foreign-files",
            $"“{address.FilesFolder}”存的是另一个数据库的文件，不能与这个数据库一起使用。请检查 --data 和 --db 是否配套。");
    }

    // Written aside and moved, so that a program starting at the same moment never reads half a marker.
    private static async Task WriteAsync(string file, string mark, CancellationToken cancellation)
    {
        var aside = $"{file}.{Guid.NewGuid():N}";
        await File.WriteAllTextAsync(aside, mark, cancellation);
        try
        {
            File.Move(aside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(aside);
        }
    }
}
