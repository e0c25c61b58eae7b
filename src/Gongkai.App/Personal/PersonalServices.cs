using Gongkai.App.Houses;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gongkai.App.Personal;

/// <summary>Hands the house's keys to a host.</summary>
public static class PersonalServices
{
    /// <summary>
    /// Adds the ring, sealing, the one door to personal data, and Data Protection with its keys in the house's database. The house itself
    /// is added by <see cref="HouseServices.AddGongkaiHouse"/>.
    /// </summary>
    public static IServiceCollection AddGongkaiPersonalData(this IServiceCollection services, KeyRing ring)
    {
        services.AddSingleton(ring).AddSingleton<SealedValues>().AddSingleton<PersonalData>().AddSingleton<KeyRotation>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new ProtectionKeyStore(provider.GetRequiredService<House>(), provider.GetRequiredService<SealedValues>());
            options.XmlEncryptor = new SealedByTheStore();
        }));
        // The name divides what different programs protect on one machine; the keys themselves are the house's own.
        services.AddDataProtection().SetApplicationName("gongkai");
        return services;
    }
}
