using System.Reflection;
using Gongkai.App.Data;

namespace Gongkai.Rules.Tests;

/// <summary>Rules 6 and 7 of the house: what rows look like, and that every agency's rows are its own.</summary>
public sealed class DataRules
{
    private static readonly IReadOnlyList<Type> Rows =
    [
        .. typeof(GongkaiDb).GetProperties()
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.Name.StartsWith("DbSet", StringComparison.Ordinal))
            .Select(property => property.PropertyType.GetGenericArguments()[0])
            // Logins and passkeys have the form the framework gives them.
            .Where(row => row.Assembly == typeof(GongkaiDb).Assembly)
            .Distinct(),
    ];

    [Fact(DisplayName = "规则六：日期是 DateOnly，名为 …On；时刻是 DateTime，名为 …At；没有 DateTimeOffset")]
    public void Days_and_instants_are_named_as_such()
    {
        var wrong = Rows.SelectMany(row => row.GetProperties()).Where(property => property.DeclaringType!.Assembly == typeof(GongkaiDb).Assembly).Where(property =>
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            return type == typeof(DateTimeOffset)
                || type == typeof(DateOnly) != property.Name.EndsWith("On", StringComparison.Ordinal)
                || type == typeof(DateTime) != property.Name.EndsWith("At", StringComparison.Ordinal);
        }).Select(property => $"{property.DeclaringType!.Name}.{property.Name}");
        Assert.Empty(wrong);
    }

    [Fact(DisplayName = "规则六：金额是以分计的整数，没有浮点数")]
    public void Money_is_whole_fen()
    {
        var wrong = House.Floors.Take(3).SelectMany(assembly => assembly.GetExportedTypes())
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType == typeof(double) || property.PropertyType == typeof(float)
                || (property.Name.EndsWith("Fen", StringComparison.Ordinal) && property.PropertyType != typeof(long) && property.PropertyType != typeof(long?)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");
        Assert.Empty(wrong);
    }

    [Fact(DisplayName = "规则六：会变的行都有 Version；台账条目、审计、密钥、文件、房屋、链头、旧口令、消息、启用的通知方式和检索目录除外")]
    public void Rows_that_change_have_a_version()
    {
        Type[] fixedRows = [typeof(LedgerEntryRow), typeof(ChainHeadRow), typeof(StoredFile), typeof(HouseRow), typeof(SiteGeneration),
            typeof(AuditRow), typeof(AuditChainRow), typeof(SealKeyRow), typeof(ProtectionKeyRow), typeof(FormerPassword), typeof(OutboxMessage), typeof(PersonNotice),
            typeof(IndexedDocument), typeof(IndexedPassage)];
        Assert.Empty(Rows.Where(row => !fixedRows.Contains(row) && !typeof(IVersioned).IsAssignableFrom(row)).Select(row => row.Name));
    }

    // A security event may concern the house alone; its filter lets an agency see what concerns the agency.
    [Fact(DisplayName = "规则七：有 AgencyId 的行都声明属于一个机关；审计日志另有自己的过滤")]
    public void Rows_of_an_agency_say_so() =>
        Assert.Empty(Rows.Where(row => row.GetProperty("AgencyId") is not null && row != typeof(AuditRow) && !typeof(IOfAgency).IsAssignableFrom(row)).Select(row => row.Name));
}
