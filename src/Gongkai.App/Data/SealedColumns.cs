using System.Data.Common;
using System.Reflection;
using Gongkai.App.Personal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.App.Data;

/// <summary>A column of sealed values, with the fingerprint made from it, if there is one. All that is needed to give it a new key.</summary>
internal sealed record SealedColumn(string Table, string Key, string Column, string? FingerprintColumn)
{
    /// <summary>All of a model: a sealed value stands in a row with one identity, or it could not be bound to it.</summary>
    public static IReadOnlyList<SealedColumn> Of(IModel model) => [.. model.GetEntityTypes()
        .SelectMany(row => row.GetProperties().Where(property => property.ClrType == typeof(Sealed)).Select(property => Of(row, property)))
        .OrderBy(column => column.Table, StringComparer.Ordinal).ThenBy(column => column.Column, StringComparer.Ordinal)];

    private static SealedColumn Of(IEntityType row, IProperty property)
    {
        if (row.FindPrimaryKey()?.Properties is not [{ } key])
            throw new InvalidOperationException($"{row.ClrType.Name} has no single identity to seal {property.Name} for.");
        var print = row.GetProperties().SingleOrDefault(other => other.PropertyInfo?.GetCustomAttribute<FingerprintOfAttribute>()?.Column == property.Name);
        return new SealedColumn(row.GetTableName()!, key.GetColumnName(), property.GetColumnName(), print?.GetColumnName());
    }
}

/// <summary>One sealed value as it lies in its column.</summary>
internal sealed record SealedCell(Guid RowId, string Text, string? Fingerprint);

/// <summary>Reads and replaces sealed values where they lie, past the model: a value that was changed meanwhile is left alone.</summary>
internal sealed class SealedCells(GongkaiDb db, SealedColumn column)
{
    /// <summary>How many values were sealed with each key: by key number.</summary>
    public async Task<Dictionary<int, long>> CountByKeyAsync(CancellationToken cancellation)
    {
        // 1;<number>;… : the number ends at the second semicolon.
        var number = db is PostgresGongkaiDb ? $"""split_part("{column.Column}", ';', 2)""" : $"""substr("{column.Column}", 3, instr(substr("{column.Column}", 3), ';') - 1)""";
        await using var command = Command($"""SELECT CAST({number} AS INTEGER), COUNT(*) FROM "{column.Table}" WHERE "{column.Column}" IS NOT NULL GROUP BY 1""");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var counts = new Dictionary<int, long>();
        while (await reader.ReadAsync(cancellation)) counts[reader.GetInt32(0)] = reader.GetInt64(1);
        return counts;
    }

    /// <summary>The next values that are not sealed, or not fingerprinted, with the current keys, in the order of their identities.</summary>
    public async Task<IReadOnlyList<SealedCell>> ReadStaleAsync(string prefix, string printPrefix, Guid? after, int limit, CancellationToken cancellation)
    {
        var print = column.FingerprintColumn is { } name ? $"\"{name}\"" : "NULL";
        var stale = $"""("{column.Column}" NOT LIKE @prefix OR ({print} IS NOT NULL AND {print} NOT LIKE @print))""";
        if (column.FingerprintColumn is null) stale = $"""("{column.Column}" NOT LIKE @prefix)""";
        await using var command = Command($"""
            SELECT "{column.Key}", "{column.Column}", {print} FROM "{column.Table}"
            WHERE "{column.Column}" IS NOT NULL AND {stale}{(after is null ? "" : $" AND \"{column.Key}\" > @after")} ORDER BY "{column.Key}" LIMIT {limit}
            """);
        Add(command, "prefix", prefix + '%');
        if (column.FingerprintColumn is not null) Add(command, "print", printPrefix + '%');
        if (after is { } last) Add(command, "after", Identity(last));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var cells = new List<SealedCell>();
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetValue(0) is byte[] bytes ? new Guid(bytes, true) : reader.GetGuid(0);
            cells.Add(new SealedCell(id, reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2)));
        }
        return cells;
    }

    /// <summary>Replaces a value if it still is what was read.</summary>
    public async Task<bool> ReplaceAsync(SealedCell read, string text, string? print, CancellationToken cancellation)
    {
        var setPrint = column.FingerprintColumn is { } name && print is not null ? $", \"{name}\" = @print" : "";
        await using var command = Command($"""UPDATE "{column.Table}" SET "{column.Column}" = @new{setPrint} WHERE "{column.Key}" = @id AND "{column.Column}" = @old""");
        Add(command, "new", text);
        Add(command, "old", read.Text);
        Add(command, "id", Identity(read.RowId));
        if (setPrint.Length > 0) Add(command, "print", print!);
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    private object Identity(Guid id) => db is PostgresGongkaiDb ? id : id.ToByteArray(true);

    private DbCommand Command(string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names come from the model alone; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(db.Database.CurrentTransaction!);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
