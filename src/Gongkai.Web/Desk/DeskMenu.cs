using Gongkai.App.People;

namespace Gongkai.Web.Desk;

/// <summary>The ways in (菜单): only those that somebody may go.</summary>
internal static class DeskMenu
{
    public static IEnumerable<(string Name, string Address)> Of(Caller caller)
    {
        yield return ("待办", DeskUrls.Home);
        if (caller.May(DeskRight.ManageSecurity)) yield return ("人员", DeskUrls.People);
    }
}
