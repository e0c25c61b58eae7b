using Gongkai.App.Data;
using Gongkai.App.People;

namespace Gongkai.Web.Desk;

/// <summary>The ways in (菜单): only those that somebody may go.</summary>
internal static class DeskMenu
{
    /// <param name="caller">Who is signed in.</param>
    /// <param name="agency">The agency of the address, where there is one.</param>
    public static IEnumerable<(string Name, string Address)> Of(Caller caller, Agency? agency = null)
    {
        yield return ("待办", DeskUrls.Home);
        if (agency is not null && caller.May(DeskRight.ReadProfile, agency.Id)) yield return ("机关资料", DeskUrls.Of(agency.Code, "profile"));
        if (caller.May(DeskRight.ReadHouse)) yield return ("机关", DeskUrls.Agencies);
        if (caller.May(DeskRight.ManageSecurity)) yield return ("人员", DeskUrls.People);
    }
}
