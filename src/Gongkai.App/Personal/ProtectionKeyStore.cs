using System.Xml.Linq;
using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Personal;

/// <summary>
/// Keeps the keys of ASP.NET Data Protection in the database, sealed by the ring: nobody is signed out by a restart, and all nodes read
/// each other's cookies.
/// </summary>
internal sealed class ProtectionKeyStore(House house, SealedValues values) : IXmlRepository
{
    private static readonly string Table = nameof(GongkaiDb.ProtectionKeys);

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = house.Open(AgencyScope.None);
        return [.. db.ProtectionKeys.AsNoTracking().ToList().Select(row => XElement.Parse(values.OpenSecret(Place(row.Id), row.Xml)))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var id = Guid.CreateVersion7();
        var row = new ProtectionKeyRow
        {
            Id = id,
            Name = friendlyName,
            Xml = values.SealSecret(Place(id), element.ToString(SaveOptions.DisableFormatting)),
            StoredAt = Instant.Now(house.Clock),
        };
        var stored = new ActRecorder(house).RecordAsync<Guid>([], (acts, _) =>
        {
            acts.Db.ProtectionKeys.Add(row);
            return Task.FromResult<Outcome<Guid>>(id);
        }, CancellationToken.None).GetAwaiter().GetResult();
        if (stored.IsRefused) throw new IOException(stored.Refusal.Message);
    }

    private static SealedPlace Place(Guid id) => new(Table, nameof(ProtectionKeyRow.Xml), id);
}

/// <summary>Tells the framework that the key is encrypted where it is stored: <see cref="ProtectionKeyStore"/> seals the whole element.</summary>
internal sealed class SealedByTheStore : IXmlEncryptor, IXmlDecryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(new XElement("sealedByTheStore", plaintextElement), typeof(SealedByTheStore));

    public XElement Decrypt(XElement encryptedElement) => encryptedElement.Elements().Single();
}
