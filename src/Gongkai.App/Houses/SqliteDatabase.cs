using System.Data.Common;
using Gongkai.App.Data;
using Gongkai.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.App.Houses;

/// <summary>The embedded database: one file in the data folder, for as many programs of one machine as like.</summary>
internal sealed class SqliteDatabase : HouseDatabase
{
    // The folder's lock already keeps other programs out, see FolderLock.
    private sealed class NoLock : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private readonly string _file;
    private readonly string _connection;
    private readonly DbContextOptions<SqliteGongkaiDb> _options;

    public SqliteDatabase(string file)
    {
        _file = file;
        _connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ConnectionString;
        _options = new DbContextOptionsBuilder<SqliteGongkaiDb>()
            .UseSqlite(_connection)
            .AddInterceptors(new SqliteSettings())
            .Options;
    }

    public override GongkaiDb Open(AgencyScope scope) => new SqliteGongkaiDb(_options, scope);

    public override void CloseConnections()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    public override IExecutionStrategy WriteStrategy(GongkaiDb db) => new NonRetryingExecutionStrategy(db);

    public override Task<IAsyncDisposable> LockForMigrationAsync(CancellationToken cancellation) => Task.FromResult<IAsyncDisposable>(new NoLock());

    public override Task ForgetStaleLockAsync(GongkaiDb db, CancellationToken cancellation) => File.Exists(_file)
        ? db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellation)
        : Task.CompletedTask;

    public override Refusal? Unsuitable() => NetworkShare.Holds(_file)
        ? new Refusal("house.network-share",
            $"“{Path.GetDirectoryName(_file)}”在网络共享盘上，嵌入式数据库放在那里会损坏。请把数据文件夹放到本机磁盘，或者用 --db 连接 PostgreSQL。")
        : null;

    public override Refusal? Explain(Exception error) => (error as SqliteException ?? error.InnerException as SqliteException)?.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            new Refusal("house.busy", "数据库正忙：另一个程序长时间占用着它。请稍后再试；若一直如此，请看看有没有卡住的导入或备份。"),
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT =>
            new Refusal("house.damaged", $"“{_file}”不是数据库或者已经损坏。请从最近的备份恢复，不要在损坏的文件上继续工作。"),
        SQLitePCL.raw.SQLITE_FULL => new Refusal("house.disk-full", "磁盘已满，这次的内容没有保存。请腾出空间后再试。"),
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_IOERR =>
            new Refusal("house.unreachable", $"打不开“{_file}”。请检查文件夹是否存在、是否可写。"),
        _ => null,
    };

    public override bool IsDuplicate(Exception? error) => error is SqliteException
    {
        SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE or SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY,
    };

    /// <summary>Settings that SQLite keeps per connection.</summary>
    private sealed class SqliteSettings : DbConnectionInterceptor
    {
        // FULL, because an act that was acknowledged must outlive a power cut. The wait lets writers of other programs finish.
        private const string Settings = "PRAGMA busy_timeout=30000; PRAGMA synchronous=FULL;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Settings;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
