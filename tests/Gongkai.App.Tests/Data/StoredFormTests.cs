using System.Data.Common;
using Gongkai.App.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>What a column holds is the same on both databases, and says what it means without the program.</summary>
public sealed class StoredFormTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "模型与迁移一致，没有未生成的迁移"), BothDatabases]
    public async Task No_model_change_waits_for_a_migration(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var db = house.House.Open(AgencyScope.None);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory(DisplayName = "文字按字节排序，与数据库的语言无关"), BothDatabases]
    public async Task Text_is_ordered_byte_by_byte(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        string[] names = ["张", "李", "a", "B", "b", "A", "Z", "10", "9", "阿", "示范"];
        foreach (var name in names) await house.RegisterAgencyAsync(name);

        await using var db = house.House.Open(AgencyScope.All);
        var ordered = await db.Agencies.OrderBy(agency => agency.Name).Select(agency => agency.Name).ToListAsync(Cancellation);

        Assert.Equal(names.Order(StringComparer.Ordinal), ordered);
        Assert.Equal(1, await db.Agencies.CountAsync(agency => agency.Name == "a", Cancellation));
    }

    [Theory(DisplayName = "枚举存为代码，标识存为 16 字节，日期存为日期"), BothDatabases]
    public async Task Columns_hold_codes_and_bytes(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        await house.Recorder.ReceiveRequestAsync(agency.Id);
        await using var db = house.House.Open(AgencyScope.All);
        await db.Database.OpenConnectionAsync(Cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = """SELECT "Applicant", "Channel", "AgencyId", "ReceivedOn" FROM "Requests" """;
        await using DbDataReader row = await command.ExecuteReaderAsync(Cancellation);
        Assert.True(await row.ReadAsync(Cancellation));

        Assert.Equal("naturalPerson", row.GetString(0));
        Assert.Equal("web", row.GetString(1));
        var id = row.GetValue(2);
        Assert.Equal(agency.Id.Value, id is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)id);
        Assert.Equal(SampleActs.Day, row.GetFieldValue<DateOnly>(3));
    }

    [Fact(DisplayName = "嵌入式数据库：预写日志、写穿磁盘、查外键、肯等")]
    public async Task The_embedded_database_is_set_up_to_lose_nothing()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var db = house.House.Open(AgencyScope.None);
        await db.Database.OpenConnectionAsync(Cancellation);
        Assert.Equal("wal", await PragmaAsync("journal_mode"));
        Assert.Equal(2L, await PragmaAsync("synchronous"));
        Assert.Equal(1L, await PragmaAsync("foreign_keys"));
        Assert.Equal(30_000L, await PragmaAsync("busy_timeout"));

        async Task<object?> PragmaAsync(string name)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {name}";
            return await command.ExecuteScalarAsync(Cancellation);
        }
    }
}
