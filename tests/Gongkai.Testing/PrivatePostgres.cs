using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Gongkai.Testing;

/// <summary>
/// A PostgreSQL server of this test run's own, on a free port of the loopback address; or the one that <c>GONGKAI_TEST_POSTGRES</c>
/// names. It is started when the first test asks for it.
/// </summary>
public static class PrivatePostgres
{
    // Ends the server when this process closes its end of the pipe, which the system does also when a run is killed.
    // The collation is Chinese on purpose: what must be ordinal has to say so itself.
    private const string Script = """
        folder=$1 bin=$2 port=$3 as=
        trap '' INT TERM HUP
        if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; as='setpriv --reuid=postgres --regid=postgres --init-groups'; fi
        cd "$folder" || exit 1
        if $as "$bin/initdb" -D data -U postgres -A trust -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=zh-CN --no-sync >log 2>&1 &&
           $as "$bin/pg_ctl" -D data -l server.log -w -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c max_connections=300 -c fsync=off" start >>log 2>&1 </dev/null
        then echo ready; read -r end; $as "$bin/pg_ctl" -D data -m immediate stop >/dev/null 2>&1 </dev/null
        else cat log server.log 2>/dev/null
        fi
        cd / && rm -rf "$folder"
        """;

    private static readonly string? Given = Environment.GetEnvironmentVariable("GONGKAI_TEST_POSTGRES");

    private static readonly Lazy<Task<string>> Server = new(() => Given is null ? StartAsync() : Task.FromResult(Given));

    /// <summary>True when tests can have one.</summary>
    public static bool IsAvailable => Given is not null || BinFolder is not null;

    private static string? BinFolder => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateFiles("/usr/lib/postgresql", "initdb", SearchOption.AllDirectories).Select(Path.GetDirectoryName).Order().LastOrDefault()
        : null;

    /// <summary>Makes a database, empty or as a copy of another, and returns its connection string.</summary>
    public static async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = $"gongkai_test_{Guid.NewGuid():N}";
        await ExecuteAsync(template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {NameOf(template)}");
        return new NpgsqlConnectionStringBuilder(await Server.Value) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    /// <summary>Removes a database and whoever is connected to it.</summary>
    public static Task DropDatabaseAsync(string connectionString) => ExecuteAsync($"DROP DATABASE IF EXISTS {NameOf(connectionString)} WITH (FORCE)");

    private static string NameOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await Server.Value);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> StartAsync()
    {
        if (BinFolder is not { } bin) throw new InvalidOperationException("PostgreSQL is not installed: apt-get install postgresql");
        var folder = Directory.CreateTempSubdirectory("gongkai-postgres-").FullName;
        var port = FreePort();
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["-c", Script, "gongkai-postgres", folder, bin, $"{port}"]) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadLineAsync();
        if (answer != "ready")
            throw new InvalidOperationException($"PostgreSQL did not start: {answer}\n{await process.StandardOutput.ReadToEndAsync()}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            process.StandardInput.Close();
            process.WaitForExit();
        };
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Timeout=15";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
