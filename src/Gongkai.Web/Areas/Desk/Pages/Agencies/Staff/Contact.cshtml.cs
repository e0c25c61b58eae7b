using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Web.Desk;

namespace Gongkai.Web.Areas.Desk.Pages.Agencies.Staff;

/// <summary>联系方式 of those who hold or held a post in the agency.</summary>
public sealed class ContactModel(GongkaiDb db, ContactAddresses contacts) : ContactPage(db, contacts)
{
    /// <inheritdoc/>
    protected override IQueryable<Person> People =>
        Db.People.Where(person => Db.Posts.Any(post => post.AgencyId == Agency.Id && post.PersonId == person.Id));
}
