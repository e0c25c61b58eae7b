namespace Gongkai.Domain;

/// <summary>
/// Cites the provision (条文) that a rule carries out. It stands on the rule and on its test; <c>docs/law.md</c> is built from both.
/// </summary>
/// <param name="law">Short name of the law as in <c>data/law/binding.json</c>, e.g. 条例, 复议法, 国办函〔2020〕109号.</param>
/// <param name="article">Article (条); 0 where the text is not divided into articles.</param>
/// <param name="paragraph">Paragraph (款), 0 for the whole article.</param>
/// <param name="item">Item (项), 0 for the whole paragraph.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
public sealed class LawAttribute(string law, int article = 0, int paragraph = 0, int item = 0) : Attribute
{
    /// <summary>Short name of the law.</summary>
    public string Law { get; } = law;

    /// <summary>Article (条), 0 for the whole text.</summary>
    public int Article { get; } = article;

    /// <summary>Paragraph (款), 0 for the whole article.</summary>
    public int Paragraph { get; } = paragraph;

    /// <summary>Item (项), 0 for the whole paragraph.</summary>
    public int Item { get; } = item;

    /// <summary>The citation this attribute makes.</summary>
    public Citation Citation => new(Law, Article, Paragraph, Item);
}
