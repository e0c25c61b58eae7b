using System.Text;

namespace Gongkai.Domain;

/// <summary>A reference to a provision (条文引用), printed as lawyers write it: 条例第三十三条第二款.</summary>
/// <param name="Law">Short name of the law.</param>
/// <param name="Article">Article (条), 0 for the whole text.</param>
/// <param name="Paragraph">Paragraph (款), 0 for the whole article.</param>
/// <param name="Item">Item (项), 0 for the whole paragraph.</param>
public readonly record struct Citation(string Law, int Article = 0, int Paragraph = 0, int Item = 0)
{
    /// <summary>The citation in Chinese, with Chinese numerals and only the parts that were given.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Law);
        if (Article > 0) text.Append('第').Append(Numeral(Article)).Append('条');
        if (Paragraph > 0) text.Append('第').Append(Numeral(Paragraph)).Append('款');
        if (Item > 0) text.Append("第（").Append(Numeral(Item)).Append("）项");
        return text.ToString();
    }

    private static string Numeral(int number)
    {
        const string digits = "零一二三四五六七八九";
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 999);
        var text = new StringBuilder();
        var (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        if (hundreds > 0) text.Append(digits[hundreds]).Append('百');
        if (tens > 0)
        {
            if (tens > 1 || hundreds > 0) text.Append(digits[tens]);
            text.Append('十');
        }
        else if (hundreds > 0 && ones > 0)
        {
            text.Append('零');
        }
        if (ones > 0) text.Append(digits[ones]);
        return text.ToString();
    }
}
