using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Web.Desk;

namespace Gongkai.Web.Areas.Desk.Pages.Administration.People;

/// <summary>联系方式 of anybody in the house.</summary>
public sealed class ContactModel(GongkaiDb db, ContactAddresses contacts) : ContactPage(db, contacts)
{
    /// <inheritdoc/>
    protected override IQueryable<Person> People => Db.People;
}
