using System.Text;
using Gongkai.Web.Desk;

namespace Gongkai.Web.Tests.Desk;

/// <summary>The table of <see cref="AccessTests"/> for people: who may enter which page, as <c>docs/access.md</c>.</summary>
internal static class AccessMatrix
{
    private const string Twin = ".twin";

    /// <summary>Writes the page.</summary>
    /// <param name="logins">Everybody; one name for each role at the agency of the address, and with a suffix at another one.</param>
    /// <param name="declared">Page to those it opens to.</param>
    public static string Write(IReadOnlyList<string> logins, IReadOnlyDictionary<string, string[]> declared)
    {
        var roles = logins.Where(login => !login.EndsWith(Twin, StringComparison.Ordinal)).ToList();
        var text = new StringBuilder("""
            # 谁能打开哪一页

            Generated from the table that `./test` tries cell by cell: every page of the desk, as every role of the agency in its address, as every
            role of another agency, and without signing in. What is not marked is refused with 403; who is not signed in is sent to sign in; a page
            that stands in no row fails the tests. Roles of another agency open only the pages that everybody opens.


            """.ReplaceLineEndings("\n"));
        text.Append("| 页面 |").AppendJoin("", roles.Select(role => $" {NameOf(role)} |")).Append('\n');
        text.Append("|---|").Insert(text.Length, ":-:|", roles.Count).Append('\n');
        foreach (var (page, who) in declared.OrderBy(row => row.Key, StringComparer.Ordinal))
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{page}` |").AppendJoin("", roles.Select(role => who.Contains(AccessTests.Everybody) || who.Contains(role) ? " ✓ |" : " |")).Append('\n');
        return text.ToString();
    }

    private static string NameOf(string login) =>
        DeskWords.Roles.Single(role => role.Code.Equals(login, StringComparison.OrdinalIgnoreCase)).Name;
}
