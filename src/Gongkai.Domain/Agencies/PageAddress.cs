namespace Gongkai.Domain.Agencies;

/// <summary>The address of a page on another site (栏目网址): complete, encrypted, and without a name or password in it.</summary>
public static class PageAddress
{
    private const int Longest = 500;

    /// <summary>Reads an address.</summary>
    public static Outcome<Uri> Parse(string text)
    {
        if (text.Length > Longest || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            return new Refusal("page.address", $"“{text}”不是完整的网址。请写以 https:// 开头的地址，如 https://www.shifanqu.example/shuiwu。");
        return address.UserInfo.Length > 0
            ? new Refusal("page.secret", "网址里不能带用户名和口令。请只写栏目的地址。")
            : address;
    }
}
