using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Gongkai.Testing;

/// <summary>The two databases a house can have.</summary>
public enum DatabaseEngine
{
    /// <summary>The embedded one.</summary>
    Sqlite,

    /// <summary>PostgreSQL.</summary>
    Postgres,
}

/// <summary>
/// Runs a theory on both databases. Without PostgreSQL the second run is skipped; with CI=true it runs, and fails for want of it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothDatabasesAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var skip = PrivatePostgres.IsAvailable || Environment.GetEnvironmentVariable("CI") == "true" ? null : "没有安装 PostgreSQL";
        return new([new TheoryDataRow<DatabaseEngine>(DatabaseEngine.Sqlite), new TheoryDataRow<DatabaseEngine>(DatabaseEngine.Postgres) { Skip = skip }]);
    }

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
