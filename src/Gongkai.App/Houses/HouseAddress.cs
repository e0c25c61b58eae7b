namespace Gongkai.App.Houses;

/// <summary>Where a house is: one folder of data, and its database in that folder or in PostgreSQL.</summary>
/// <param name="Folder">The data folder with <c>files/</c>, <c>keys/</c> and, unless PostgreSQL is named, <c>gongkai.db</c>.</param>
/// <param name="Postgres">Connection string of a PostgreSQL database, or null for the embedded one.</param>
public sealed record HouseAddress(string Folder, string? Postgres = null)
{
    /// <summary>The embedded database.</summary>
    public string DatabaseFile => Path.Combine(Folder, "gongkai.db");

    /// <summary>Stored files, by content.</summary>
    public string FilesFolder => Path.Combine(Folder, "files");

    /// <summary>Keys; never part of a plain backup.</summary>
    public string KeysFolder => Path.Combine(Folder, "keys");
}

/// <summary>What a house is founded as; it stays that for good.</summary>
public enum HouseKind
{
    /// <summary>A real office's house.</summary>
    Real,

    /// <summary>A demonstration house: every page and document says 演示数据.</summary>
    Demo,
}
