using System.Globalization;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.App.Data.Mapping;

/// <summary>What is the same for every column: text compares byte by byte, enumerations are stored as their written codes.</summary>
internal static class StoredForms
{
    /// <summary>
    /// Stores an enumeration by its code, the word that stands in ledger facts, imports and JSON: a table can be read without the
    /// program, and <c>ledger verify --deep</c> compares like with like. Numbers would change meaning when a member is inserted.
    /// </summary>
    public static void StoreByConvention(this IMutableProperty property, string ordinalCollation)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(OutcomeRow)) property.SetValueConverter(new OutcomeRowConverter());
        else if (type.IsEnum) property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(CodeConverter<>).MakeGenericType(type))!);
        if (type == typeof(string) || type.IsEnum) property.SetCollation(ordinalCollation);
    }
}

/// <summary>An enumeration as its code.</summary>
internal sealed class CodeConverter<T>() : ValueConverter<T, string>(value => EnumCode<T>.Of(value), code => EnumCode<T>.Parse(code))
    where T : struct, Enum;

/// <summary>A row of section three as its key.</summary>
internal sealed class OutcomeRowConverter() : ValueConverter<OutcomeRow, string>(row => OutcomeRowKey.Of(row), key => Parse(key))
{
    private static OutcomeRow Parse(string key) =>
        OutcomeRowKey.TryParse(key, out var row) ? row : throw new FormatException($"'{key}' is no row.");
}

/// <summary>An agency's identity as uuid.</summary>
internal sealed class AgencyIdConverter() : ValueConverter<AgencyId, Guid>(id => id.Value, value => new AgencyId(value));

/// <summary>A unit's identity as uuid.</summary>
internal sealed class UnitIdConverter() : ValueConverter<UnitId, Guid>(id => id.Value, value => new UnitId(value));

/// <summary>A person's identity as uuid.</summary>
internal sealed class PersonIdConverter() : ValueConverter<PersonId, Guid>(id => id.Value, value => new PersonId(value));

/// <summary>An identity as its 16 bytes, most significant first: the order in which version 7 grows.</summary>
internal sealed class GuidBytesConverter() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

/// <summary>An agency's identity as 16 bytes.</summary>
internal sealed class AgencyIdBytesConverter()
    : ValueConverter<AgencyId, byte[]>(id => id.Value.ToByteArray(true), bytes => new AgencyId(new Guid(bytes, true)));

/// <summary>A unit's identity as 16 bytes.</summary>
internal sealed class UnitIdBytesConverter()
    : ValueConverter<UnitId, byte[]>(id => id.Value.ToByteArray(true), bytes => new UnitId(new Guid(bytes, true)));

/// <summary>A person's identity as 16 bytes.</summary>
internal sealed class PersonIdBytesConverter()
    : ValueConverter<PersonId, byte[]>(id => id.Value.ToByteArray(true), bytes => new PersonId(new Guid(bytes, true)));

/// <summary>An instant in whole microseconds for a database that knows time zones.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTime, DateTime>(at => Instant.InMicroseconds(at), at => at);

/// <summary>An instant as text of one length, so that the order of the text is the order of time.</summary>
internal sealed class InstantTextConverter() : ValueConverter<DateTime, string>(
    at => Instant.InMicroseconds(at).ToString(InstantTextConverter.Form, CultureInfo.InvariantCulture), text => InstantTextConverter.Parse(text))
{
    private const string Form = "yyyy-MM-dd HH:mm:ss.ffffff";

    private static DateTime Parse(string text) =>
        DateTime.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
