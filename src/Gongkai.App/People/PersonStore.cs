using Gongkai.App.Data;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Gongkai.App.People;

/// <summary>Where Identity keeps people, passkeys and outside logins: in the context of the act under way, which alone saves.</summary>
/// <param name="db">The context.</param>
public sealed class PersonStore(GongkaiDb db) : UserOnlyStore<Person, GongkaiDb, Guid>(db)
{
    internal static PersonStore Of(GongkaiDb db) => new(db) { AutoSaveChanges = false };
}
