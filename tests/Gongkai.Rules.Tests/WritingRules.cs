using System.Reflection;
using System.Text.RegularExpressions;
using Gongkai.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Rules.Tests;

/// <summary>Rules 4 and 5 of the house: who may write, and through what.</summary>
public sealed class WritingRules
{
    [Fact(DisplayName = "规则四：Web 不写库，每个保存与原始 SQL 的方法都在禁用表里")]
    public void Web_may_not_write()
    {
        var banned = File.ReadAllText(Path.Combine(House.Root, "src/Gongkai.Web/BannedSymbols.Web.txt"));
        string[] verbs = ["SaveChanges", "SaveChangesAsync"];
        foreach (var overload in typeof(DbContext).GetMethods().Where(method => verbs.Contains(method.Name)))
        {
            var parameters = string.Join(',', overload.GetParameters().Select(parameter => parameter.ParameterType.FullName));
            var symbol = $"M:Microsoft.EntityFrameworkCore.DbContext.{overload.Name}{(parameters.Length > 0 ? $"({parameters})" : "")}";
            Assert.Contains(symbol, banned, StringComparison.Ordinal);
        }
        foreach (var verb in (string[])["ExecuteUpdate", "ExecuteUpdateAsync", "ExecuteDelete", "ExecuteDeleteAsync", "FromSql", "FromSqlRaw",
            "FromSqlInterpolated", "ExecuteSql", "ExecuteSqlAsync", "ExecuteSqlRaw", "ExecuteSqlRawAsync", "SqlQuery", "SqlQueryRaw", "IgnoreQueryFilters"])
            Assert.Matches(new Regex($@"\.{verb}[`(\r\n;]"), banned);
    }

    [Fact(DisplayName = "规则五：台账条目只由 ActRecorder 封存和写入")]
    public void Entries_are_sealed_in_one_place()
    {
        var elsewhere = House.Sources("src")
            .Where(file => !House.Relative(file).StartsWith("src/Gongkai.App/Acts/", StringComparison.Ordinal)
                && !House.Relative(file).StartsWith("src/Gongkai.Domain/Ledger/", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(File.ReadAllText(file), @"\bSealedEntry\.Seal\b|\bLedger\.Add(Range)?\(|new LedgerEntryRow\b"))
            .Select(House.Relative);
        Assert.Empty(elsewhere);
    }

    [Fact(DisplayName = "规则五：保存只在 ActRecorder、审计日志、建库处、后台任务的认领处和检索入库处发生")]
    public void Saving_happens_in_the_recorder()
    {
        // The search index takes part in the act's transaction, but needs the number that the database gives a document before it goes on.
        string[] rooms =
        [
            "src/Gongkai.App/Acts/", "src/Gongkai.App/Houses/", "src/Gongkai.App/Data/", "src/Gongkai.App/Audit/", "src/Gongkai.App/Jobs/",
            "src/Gongkai.App/Search/SearchIndex.cs",
        ];
        var elsewhere = House.Sources("src")
            .Where(file => !rooms.Any(room => House.Relative(file).StartsWith(room, StringComparison.Ordinal)))
            .Where(file => Regex.IsMatch(File.ReadAllText(file), @"\.(SaveChanges|ExecuteUpdate|ExecuteDelete)(Async)?\("))
            .Select(House.Relative);
        Assert.Empty(elsewhere);
    }

    [Fact(DisplayName = "消息只在办事的事务里写入发件箱")]
    public void Messages_are_written_with_their_acts()
    {
        var elsewhere = House.Sources("src")
            .Where(file => House.Relative(file) != "src/Gongkai.App/Outbox/OutboxWriting.cs")
            .Where(file => Regex.IsMatch(File.ReadAllText(file), @"\b(OutboxMessages|Deliveries)\.Add(Range)?\(|new (OutboxMessage|Delivery)\b"))
            .Select(House.Relative);
        Assert.Empty(elsewhere);
    }

    [Fact(DisplayName = "台账的非公开部分只在两处清除：清除误入的内容，按批准的清册销毁")]
    public void Private_parts_are_erased_in_two_rooms()
    {
        var erasing = House.Sources("src").Where(file => Regex.IsMatch(File.ReadAllText(file), @"PrivateBytes, \w+\.Salt\) = \(null|PrivateBytes = null")).Select(House.Relative);
        Assert.Equal(["src/Gongkai.App/Purging/Purge.cs", "src/Gongkai.App/Retention/Erasure.cs"], erasing.Order(StringComparer.Ordinal));
    }

    [Fact(DisplayName = "个人信息的原文只在 Personal 一处打开；密钥环只在那里读")]
    public void Personal_data_are_opened_in_one_room()
    {
        var elsewhere = House.Sources("src")
            .Where(file => !House.Relative(file).StartsWith("src/Gongkai.App/Personal/", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(File.ReadAllText(file), @"\.Unseal\(|\bRingKey\b|\bRingFile\b|\bnew AesGcm\b"))
            .Select(House.Relative);
        Assert.Empty(elsewhere);
    }
}
