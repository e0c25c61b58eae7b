using Gongkai.App.Data;
using Gongkai.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace Gongkai.App.Houses;

/// <summary>A PostgreSQL database, for as many nodes as like.</summary>
internal sealed class PostgresDatabase(string connectionString) : HouseDatabase
{
    // "gongkai" in ASCII: a number no other program of the same database is likely to have chosen.
    private const long LockKey = 0x676F6E676B6169;

    private readonly DbContextOptions<PostgresGongkaiDb> _options =
        new DbContextOptionsBuilder<PostgresGongkaiDb>().UseNpgsql(connectionString).Options;

    public override GongkaiDb Open(AgencyScope scope) => new PostgresGongkaiDb(_options, scope);

    public override void CloseConnections()
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    public override IExecutionStrategy WriteStrategy(GongkaiDb db) => new RetryWrites(db);

    public override async Task<IAsyncDisposable> LockForMigrationAsync(CancellationToken cancellation)
    {
        await using (var db = Open(AgencyScope.None))
        {
            var creator = db.GetService<IRelationalDatabaseCreator>();
            if (!await creator.ExistsAsync(cancellation)) await creator.CreateAsync(cancellation);
        }
        // A connection of its own, outside the pool: the lock belongs to the session and ends with it, also when the program is killed.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({LockKey})", connection);
            await command.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // PostgreSQL locks the history table itself; nothing outlives the session.
    public override Task ForgetStaleLockAsync(GongkaiDb db, CancellationToken cancellation) => Task.CompletedTask;

    public override Refusal? Unsuitable()
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connectionString);
            return null;
        }
        catch (ArgumentException)
        {
            return new Refusal("house.db-unreachable", "--db 的连接字符串写得不对。例如：Host=127.0.0.1;Database=gongkai;Username=gongkai;Password=…");
        }
    }

    public override Refusal? Explain(Exception error) => (error as NpgsqlException ?? error.InnerException as NpgsqlException) switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            new Refusal("house.db-login", "PostgreSQL 不接受这个用户名或口令。请检查 --db 的连接字符串。"),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
            new Refusal("house.db-rights", "这个 PostgreSQL 用户没有建库或建表的权限。请让管理员授权，或换一个用户。"),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new Refusal("house.disk-full", "数据库服务器磁盘已满，这次的内容没有保存。"),
        PostgresException => null,
        NpgsqlException => new Refusal("house.db-unreachable", "连不上 PostgreSQL。请检查 --db 的连接字符串，以及数据库是否在运行。"),
        _ => null,
    };

    public override bool IsDuplicate(Exception? error) => error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>Tries a write again after errors that pass, and after two nodes stored the same file at the same moment.</summary>
    private sealed class RetryWrites(GongkaiDb db) : NpgsqlRetryingExecutionStrategy(db)
    {
        protected override bool ShouldRetryOn(Exception? exception) => base.ShouldRetryOn(exception)
            || exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "Files" }
            // While a standby is being promoted no host will do; Npgsql does not count that as transient.
            || exception is NpgsqlException { InnerException: null } and not PostgresException && exception.Message.StartsWith("No suitable host", StringComparison.Ordinal);
    }
}
