using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using CsCheck;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Personal;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>What is sealed shows its mask and nothing else; one door opens it, and remembers who went through.</summary>
public sealed class SealedValuesTests
{
    private const string Phone = "13812345678";

    private static readonly SealedPlace Place = new("People", "Phone", Guid.Parse("01990000-0000-7000-8000-000000000001"));

    private static readonly PersonalDataReader Officer = new(new PersonId(Guid.CreateVersion7()), null, "127.0.0.1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(DisplayName = "页面上只看得到掩码：转成文字、JSON、拼接都一样")]
    public async Task Only_the_mask_can_be_printed()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var value = (await SealedAsync(house)).Seal(Place, PersonalValue.MobilePhone, Phone);
        Assert.Equal("138****5678", $"{value}");
        Assert.Equal("""{"Mask":"138****5678"}""", JsonSerializer.Serialize(value));
        Assert.Equal(value, Sealed.Parse(value.Text));
        Assert.DoesNotContain("13812345678", value.Text, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "挪到别的行、别的栏，或改了掩码，都打不开")]
    public async Task A_value_opens_in_its_place_only()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var values = await SealedAsync(house);
        var value = values.Seal(Place, PersonalValue.MobilePhone, Phone);
        Assert.Equal(Phone, values.Unseal(Place, value));
        foreach (var other in (SealedPlace[])[Place with { RowId = Guid.CreateVersion7() }, Place with { Column = "Email" }, Place with { Table = "Others" }])
            Assert.ThrowsAny<CryptographicException>(() => values.Unseal(other, value));
        Assert.ThrowsAny<CryptographicException>(() => values.Unseal(Place, Sealed.Of(value.Key, value.Kind, value.Cipher, "13812345678")));
        Assert.ThrowsAny<CryptographicException>(() => values.Unseal(Place, Sealed.Of(value.Key, null, value.Cipher, value.Mask)));
        for (var at = 0; at < value.Cipher.Length; at++)
        {
            byte[] altered = [.. value.Cipher];
            altered[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => values.Unseal(Place, Sealed.Of(value.Key, value.Kind, altered, value.Mask)));
        }
    }

    [Fact(DisplayName = "什么文字封进去，就是什么文字取出来；同一个值封两次，密文不同")]
    public async Task What_goes_in_comes_out()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var values = await SealedAsync(house);
        Gen.Select(Gen.Enum<PersonalValue>(), Gen.String[Gen.Char["张三1388@.; \n★"], 0, 40]).Sample((kind, text) =>
        {
            var (one, two) = (values.Seal(Place, kind, text), values.Seal(Place, kind, text));
            return values.Unseal(Place, Sealed.Parse(one.Text)) == text && one.Text != two.Text;
        }, iter: 300);
    }

    [Fact(DisplayName = "除 PersonalData.OpenAsync 外，公开的接口没有一个交得出原文")]
    public void Nothing_else_opens()
    {
        Assert.Equal(["Mask"], typeof(Sealed).GetProperties().Select(property => property.Name));
        Assert.Empty(typeof(Sealed).GetConstructors());
        Assert.DoesNotContain(typeof(Sealed).GetMethods(BindingFlags.Public | BindingFlags.Static), method => !method.IsSpecialName);
        var givers = typeof(Sealed).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Sealed)) && method.DeclaringType != typeof(Sealed))
            .Where(method => !method.IsSpecialName)
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");
        Assert.Equal(["PersonalData.OpenAsync", "SealedValues.OpenSecret"], givers.Order(StringComparer.Ordinal));
        var friends = typeof(Sealed).Assembly.GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>();
        Assert.Equal(["Gongkai.App.Tests"], friends.Select(friend => friend.AssemblyName));
    }

    [Theory(DisplayName = "看一次原文，审计日志里就有一条：谁、看什么、为什么；没有理由不给看"), BothDatabases]
    [Gongkai.Domain.Law("个人信息保护法", 51)]
    public async Task Opening_writes_an_event_first(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var audit = new AuditLog(house.House);
        var values = await SealedAsync(house);
        var data = new PersonalData(house.House, values, audit);
        var value = values.Seal(Place, PersonalValue.MobilePhone, Phone);

        Assert.Equal("personal.no-reason", (await data.OpenAsync(Officer, Place, value, " ", Cancellation)).Refusal?.Code);
        Assert.Equal("personal.unreadable", (await data.OpenAsync(Officer, Place with { Column = "Email" }, value, "电话联系", Cancellation)).Refusal?.Code);
        await using var db = house.House.Open(AgencyScope.All);
        Assert.Equal(0, await db.Audit.CountAsync(Cancellation));

        Assert.Equal(Phone, (await data.OpenAsync(Officer, Place, value, "电话联系", Cancellation)).Value);
        var written = await db.Audit.SingleAsync(Cancellation);
        Assert.Equal((AuditKind.PersonalDataOpened, Officer.Who, Place.ToString(), "127.0.0.1"), (written.Kind, written.PersonId, written.Subject, written.From));
        Assert.Contains("电话联系", written.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, written.Text, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "程序用的秘密与个人信息，各走各的门")]
    public async Task Secrets_and_personal_data_have_doors_of_their_own()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var audit = new AuditLog(house.House);
        var values = await SealedAsync(house);
        var (secret, personal) = (values.SealSecret(Place, "JBSWY3DPEHPK3PXP"), values.Seal(Place, PersonalValue.MobilePhone, Phone));
        Assert.Equal("JBSWY3DPEHPK3PXP", values.OpenSecret(Place, secret));
        Assert.Equal("", secret.ToString());
        Assert.Throws<InvalidOperationException>(() => values.OpenSecret(Place, personal));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new PersonalData(house.House, values, audit).OpenAsync(Officer, Place, secret, "看看", Cancellation));
    }

    [Fact(DisplayName = "指纹只用于精确比对：同一个号码不同写法相同，换一把密钥就不同")]
    public async Task Fingerprints_compare_exactly()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var ring = (await KeyRing.OpenAsync(house.House, Cancellation)).Value;
        var values = new SealedValues(ring);
        var print = values.FingerprintOf(PersonalValue.MobilePhone, "+86 138-1234-5678");
        Assert.Equal(print, values.FingerprintOf(PersonalValue.MobilePhone, Phone));
        Assert.NotEqual(print, values.FingerprintOf(PersonalValue.MobilePhone, "13812345679"));
        Assert.NotEqual(print, values.FingerprintOf(PersonalValue.Landline, Phone));
        await ring.AddAsync(KeyPurpose.Fingerprint, Cancellation);
        Assert.NotEqual(print, values.FingerprintOf(PersonalValue.MobilePhone, Phone));
        Assert.Contains(print, values.FingerprintsOf(PersonalValue.MobilePhone, Phone));
    }

    private static async Task<SealedValues> SealedAsync(TestHouse house) => new((await KeyRing.OpenAsync(house.House, Cancellation)).Value);
}
