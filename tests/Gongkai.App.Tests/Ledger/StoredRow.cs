using System.Data.Common;
using Gongkai.App.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>The ledger's table as somebody with the database in hand sees it: past the program, past its constraints.</summary>
internal sealed class StoredRow : IAsyncDisposable
{
    private readonly GongkaiDb _db;
    private readonly DbConnection _connection;
    private readonly AgencyId _agency;

    private StoredRow(GongkaiDb db, AgencyId agency)
    {
        _db = db;
        _connection = db.Database.GetDbConnection();
        _agency = agency;
    }

    public static async Task<StoredRow> OpenAsync(TestHouse house, AgencyId agency)
    {
        var stored = new StoredRow(house.House.Open(AgencyScope.All), agency);
        await stored._db.Database.OpenConnectionAsync();
        await stored.ExecuteAsync(stored._db is PostgresGongkaiDb ? "SET session_replication_role = replica" : "PRAGMA foreign_keys = OFF");
        return stored;
    }

    public async Task<object> ReadAsync(long sequence, string column)
    {
        await using var command = Command($"""SELECT "{column}" FROM "Ledger" WHERE "AgencyId" = @agency AND "Sequence" = @sequence""", sequence);
        return (await command.ExecuteScalarAsync())!;
    }

    public async Task WriteAsync(long sequence, string column, object value)
    {
        await using var command = Command($"""UPDATE "Ledger" SET "{column}" = @value WHERE "AgencyId" = @agency AND "Sequence" = @sequence""", sequence);
        Add(command, "value", value);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    /// <summary>Gives an entry back to its agency.</summary>
    public async Task GiveBackAsync(object wrongAgency)
    {
        await using var command = Command("""UPDATE "Ledger" SET "AgencyId" = @agency WHERE "AgencyId" = @wrong""", 0);
        Add(command, "wrong", wrongAgency);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Command(sql, 0);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // The connection goes back to the pool: nobody else is to inherit what it may do.
        await ExecuteAsync(_db is PostgresGongkaiDb ? "SET session_replication_role = origin" : "PRAGMA foreign_keys = ON");
        await _db.DisposeAsync();
    }

    private DbCommand Command(string sql, long sequence)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        Add(command, "agency", _db is PostgresGongkaiDb ? _agency.Value : _agency.Value.ToByteArray(true));
        Add(command, "sequence", sequence);
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
