using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Gongkai.App.Data;

/// <summary>Lets <c>dotnet ef</c> read the model for SQLite; it opens no database.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteGongkaiDb>
{
    public SqliteGongkaiDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteGongkaiDb>().UseSqlite("Data Source=design-time.db").Options, AgencyScope.None);
}

/// <summary>Lets <c>dotnet ef</c> read the model for PostgreSQL; it opens no database.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresGongkaiDb>
{
    public PostgresGongkaiDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresGongkaiDb>().UseNpgsql("Host=localhost").Options, AgencyScope.None);
}
